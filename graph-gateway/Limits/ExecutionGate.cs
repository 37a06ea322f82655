using System.Threading.RateLimiting;
using GraphQL;

namespace CommerceKata.Gateway.Limits;

/// <summary>
/// Lets so many operations run at once; a few more wait for their turn, and the rest is refused at once. A process that takes
/// everything answers nothing in time.
/// </summary>
internal sealed class ExecutionGate(LimitSettings limits, TimeProvider time) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = limits.MaxExecutions,
        QueueLimit = limits.MaxWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Operations that wait.</summary>
    public long Waiting => _limiter.GetStatistics()!.CurrentQueuedCount;

    /// <summary>Operations that could start now.</summary>
    public long Free => _limiter.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Waits for a turn, no longer than an answer is of use; to be disposed of after the operation.</summary>
    /// <param name="cancel">The client has gone.</param>
    /// <returns>The turn; null when there is none.</returns>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancel)
    {
        var lease = _limiter.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            using var late = new CancellationTokenSource(limits.Deadline, time);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
            try
            {
                lease = await _limiter.AcquireAsync(1, ends.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return null;
            }
        }

        if (lease.IsAcquired) return lease;
        lease.Dispose();
        return null;
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>Too much is going on: 503, and the client should come back.</summary>
internal sealed class OverloadedError : ExecutionError
{
    /// <summary>Seconds after which trying again makes sense.</summary>
    private const int RetryAfterSeconds = 1;

    /// <summary>The same, as a header has it.</summary>
    public static readonly string RetryAfterText = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public OverloadedError()
        : base("The front door is busy; try again in a moment.")
    {
        Code = "OVERLOADED";
        Extensions = new Dictionary<string, object?> { ["retryAfterSeconds"] = RetryAfterSeconds };
    }
}
