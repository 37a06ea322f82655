using CommerceKata.Gateway.Engine;
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

    /// <summary>One value for each item, in its place; an item that nothing can be found for is an error in its own place.</summary>
    public static List<object?> Each<T>(IEnumerable<T> items, Func<T, int, object?> load) => [.. items.Select((item, index) =>
    {
        try
        {
            return load(item, index);
        }
        catch (BadInputException exception)
        {
            return new Deferred<object?>(_ => Task.FromException<object?>(exception));
        }
    })];
}
