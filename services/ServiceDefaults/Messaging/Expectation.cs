using Npgsql;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// A caller that will wait until a destination has applied an event, so that what it answers can be read there. The event
/// goes the way of all others; it only does not wait for the pace of its relay. Why: docs/adr/0033.
/// </summary>
public sealed class Expectation : IDisposable
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the outbox is looked at: another replica's relay may have delivered the event.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Expectations _all;
    private readonly Outbox _outbox;
    private readonly TimeProvider _time;

    internal Expectation(string type, Guid aggregateId, string destination, Expectations all, Outbox outbox, TimeProvider time)
    {
        (Type, AggregateId, Destination) = (type, aggregateId, destination);
        (_all, _outbox, _time) = (all, outbox, time);
        all.Add(this);
    }

    internal string Type { get; }

    internal Guid AggregateId { get; }

    internal string Destination { get; }

    /// <summary>The event, once it is written.</summary>
    internal Guid? EventId { get; set; }

    /// <summary>
    /// Waits until the event is applied: not at all if none was published, half a second at most, and no longer when the
    /// destination failed. Call it after the commit. It ends without an error, since what was committed stays.
    /// </summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="elsewhere">Whether a worker or another replica may have published it a moment ago.</param>
    public async Task MeetAsync(CancellationToken cancel, bool elsewhere = false)
    {
        try
        {
            if (EventId is null && elsewhere) EventId = await _outbox.FindAsync(this, cancel);
            if (EventId is { } id) await WaitAsync(id, cancel);
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException)
        {
            // The database is away, or the caller is.
        }
    }

    private async Task WaitAsync(Guid id, CancellationToken cancel)
    {
        var started = _time.GetTimestamp();
        while (_time.GetElapsedTime(started) < Patience)
        {
            await Task.WhenAny(_tried.Task, Task.Delay(Pause, _time, cancel));
            if (_tried.Task.IsCompleted || (await _outbox.CountAsync(Destination, [id], cancel)).IsOver) return;
        }
    }

    /// <summary>The destination was told of the event, and applied it or failed.</summary>
    internal void Tried() => _tried.TrySetResult();

    /// <inheritdoc />
    public void Dispose() => _all.Remove(this);
}

/// <summary>What callers of this process wait for, for the relays to see. Nearly always empty: then it costs nothing.</summary>
internal sealed class Expectations
{
    private readonly Lock _gate = new();
    private readonly List<Expectation> _open = [];
    private volatile bool _any;

    public void Add(Expectation expectation)
    {
        lock (_gate)
        {
            _open.Add(expectation);
            _any = true;
        }
    }

    public void Remove(Expectation expectation)
    {
        lock (_gate)
        {
            _open.Remove(expectation);
            _any = _open.Count > 0;
        }
    }

    /// <summary>An event is about to be written: who waits for it learns which one it is.</summary>
    /// <returns>The destinations that should have it at once.</returns>
    public IReadOnlyList<string> Write(string type, Guid aggregateId, Guid eventId)
    {
        if (!_any) return [];
        lock (_gate)
        {
            List<string> awaited = [];
            foreach (var open in _open.Where(open => open.AggregateId == aggregateId && open.Type == type))
            {
                open.EventId = eventId;
                awaited.Add(open.Destination);
            }

            return awaited;
        }
    }

    /// <summary>A destination was told of these events.</summary>
    public void Tried(string destination, IEnumerable<Guid> eventIds)
    {
        if (!_any) return;
        var ids = eventIds.ToHashSet();
        lock (_gate)
        {
            foreach (var open in _open)
            {
                if (open.Destination == destination && open.EventId is { } id && ids.Contains(id)) open.Tried();
            }
        }
    }
}

/// <summary>How many of some events a destination has yet to apply, and whether it failed to.</summary>
internal readonly record struct Unapplied(int Count, bool Failed)
{
    public bool IsOver => Count == 0 || Failed;
}
