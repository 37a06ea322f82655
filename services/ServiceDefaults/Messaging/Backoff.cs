namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>How long to wait before the next attempt: doubling from a second, with jitter on its upper half.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>The pause after an attempt that failed.</summary>
    /// <param name="attempt">Which attempt it was, from 1.</param>
    /// <param name="longest">The longest pause.</param>
    /// <param name="chance">A random number from 0 to 1, so that what failed together does not come back together.</param>
    public static TimeSpan After(int attempt, TimeSpan longest, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(attempt - 1, 0, 16));
        var pause = doubled < longest ? doubled : longest;
        return pause * (0.5 + (0.5 * chance));
    }
}
