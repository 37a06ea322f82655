using GraphQL.DataLoader;

namespace CommerceKata.Gateway.Loading;

/// <summary>A value that the engine asks for when all fields of the level have said what they need.</summary>
internal sealed class Deferred<T>(Func<CancellationToken, Task<T>> get) : IDataLoaderResult<T>
{
    /// <inheritdoc />
    public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => get(cancellationToken);

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await get(cancellationToken);
}

/// <summary>Steps after a deferred value.</summary>
internal static class Deferred
{
    /// <summary>What follows from a value, once it is there.</summary>
    public static IDataLoaderResult<TNext> Then<T, TNext>(this IDataLoaderResult<T> result, Func<T, TNext> next) =>
        new Deferred<TNext>(async cancellation => next(await result.GetResultAsync(cancellation)));

    /// <summary>A failure that shows at its own place in a list.</summary>
    public static IDataLoaderResult<object?> Failed(Exception exception) =>
        new Deferred<object?>(_ => Task.FromException<object?>(exception));
}
