namespace CommerceKata.Cart;

/// <summary>
/// Clears carts that nobody changed for long (R3.2). The schedule, the command and any number of replicas may do it at
/// once: each takes what no other holds.
/// </summary>
internal sealed partial class AbandonedCarts(CartStore store, TimeProvider time, ILogger<AbandonedCarts> log)
{
    /// <summary>Carts per transaction: few enough that nobody waits for the locks.</summary>
    public const int BatchSize = 500;

    /// <summary>Clears them batch by batch. What was cleared stays so if this ends early.</summary>
    /// <param name="age">Not changed for this long.</param>
    /// <param name="cancel">Ends it between two batches.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> ClearAsync(TimeSpan age, CancellationToken cancel)
    {
        var before = time.GetUtcNow().UtcDateTime - age;
        var (all, cleared) = (0, BatchSize);
        while (cleared == BatchSize)
        {
            cleared = await store.ClearBatchAsync(before, BatchSize, cancel);
            CartMetrics.Cleared(cleared);
            all += cleared;
        }

        LogCleared(all, before);
        return all;
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} carts were cleared that were not changed since {Before:O}")]
    private partial void LogCleared(int count, DateTime before);
}
