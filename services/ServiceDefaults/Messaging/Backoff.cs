namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>How long to wait before the next attempt: doubling from the first pause, with jitter on its upper half.</summary>
public static class Backoff
{
    /// <summary>The pause after an attempt that failed.</summary>
    /// <param name="attempt">Which attempt it was, from 1.</param>
    /// <param name="first">The pause after the first attempt.</param>
    /// <param name="longest">The longest pause.</param>
    /// <param name="chance">A random number from 0 to 1, so that what failed together does not come back together.</param>
    public static TimeSpan After(int attempt, TimeSpan first, TimeSpan longest, double chance)
    {
        var doubled = first * Math.Pow(2, Math.Clamp(attempt - 1, 0, 16));
        var pause = doubled < longest ? doubled : longest;
        return pause * (0.5 + (0.5 * chance));
    }
}
