using System.Collections.Concurrent;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>Wakes workers in this process. What it misses (a crash, another replica) their polling finds.</summary>
public class QueueSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends when somebody wakes the workers after this was read: read it before looking for work.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes every worker that waits.</summary>
    public void Wake() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Wakes the outbox relays.</summary>
public sealed class OutboxSignal : QueueSignal
{
    private readonly ConcurrentDictionary<string, QueueSignal> _hurries = [];

    /// <summary>What callers wait for.</summary>
    internal Expectations Expectations { get; init; } = new();

    /// <summary>Has the relay of one destination go on before its pace: a caller waits for that.</summary>
    internal QueueSignal HurryTo(string destination) => _hurries.GetOrAdd(destination, _ => new());
}
