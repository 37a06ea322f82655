namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>How long to wait before the next attempt: doubling from a second to five minutes, with full jitter on its upper half.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The pause after an attempt that failed.</summary>
    /// <param name="attempt">Which attempt it was, from 1.</param>
    /// <param name="chance">A random number from 0 to 1, so that what failed together does not come back together.</param>
    public static TimeSpan After(int attempt, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(attempt - 1, 0, 16));
        var pause = doubled < Longest ? doubled : Longest;
        return pause * (0.5 + (0.5 * chance));
    }
}
