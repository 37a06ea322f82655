using System.Threading.RateLimiting;

namespace CommerceKata.Identity;

/// <summary>
/// Lets so many passwords be hashed at once; a few more wait for their turn, and the rest is refused at once. Each takes a tenth of a second of
/// processor: a process that takes all of them answers none in time.
/// </summary>
internal sealed class PasswordGate(IdentityOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.PasswordsAtOnce,
        QueueLimit = options.PasswordsWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Passwords that wait.</summary>
    public long Waiting => _limiter.GetStatistics()!.CurrentQueuedCount;

    /// <summary>
    /// Hashes when there is room; null when too many wait already. On a thread of its own: the pool's threads are for calls that need one for a moment.
    /// </summary>
    /// <param name="hash">Hashes. Once it has begun it is not broken off.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<T?> TryAsync<T>(Func<T> hash, CancellationToken cancel)
        where T : class
    {
        using var turn = await _limiter.AcquireAsync(1, cancel);
        return turn.IsAcquired ? await Task.Factory.StartNew(hash, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default) : null;
    }

    public void Dispose() => _limiter.Dispose();
}
