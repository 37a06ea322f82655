using System.Diagnostics;

namespace CommerceKata.TestKit;

/// <summary>Waits for what happens by itself: looks often, and gives up loudly. The only pause in all tests is here.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The first answer that is not null.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="look">Looks once.</param>
    /// <param name="what">What is waited for, for the failure.</param>
    /// <param name="patience">How long at most.</param>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what, TimeSpan? patience = null)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found) return found;
            if (watch.Elapsed > (patience ?? Patience)) throw new TimeoutException($"Waited {watch.Elapsed.TotalSeconds:F0} s for {what}.");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Waits until it is so.</summary>
    /// <param name="look">Looks once.</param>
    /// <param name="what">What is waited for, for the failure.</param>
    /// <param name="patience">How long at most.</param>
    public static Task HoldsAsync(Func<Task<bool>> look, string what, TimeSpan? patience = null) =>
        GetAsync<object>(async () => await look() ? what : null, what, patience);
}
