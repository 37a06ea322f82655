using System.Collections.Concurrent;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// The sessions that ended a short while ago. A token is signed for 15 minutes and nobody is asked about it, so a service refuses the
/// tokens of these sessions itself. See ADR 0039.
/// </summary>
public sealed class EndedSessions
{
    /// <summary>An ended session is remembered for longer than its last token is good for.</summary>
    public static readonly TimeSpan Kept = AuthOptions.AccessTokenLifetime + TimeSpan.FromMinutes(1);

    private static readonly ConcurrentDictionary<string, EndedSessions> OfProcess = new();

    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _forgetAt = new();
    private readonly ConcurrentDictionary<SessionWatch, bool> _watches = new();
    private DateTimeOffset _heardAt;

    /// <summary>None yet.</summary>
    /// <param name="time">The clock.</param>
    public EndedSessions(TimeProvider time) => (_time, _heardAt) = (time, time.GetUtcNow());

    /// <summary>How long ago Identity said last which sessions ended; since the start, if it has not said so yet.</summary>
    public TimeSpan Age => _time.GetUtcNow() - _heardAt;

    /// <summary>Those that all hosts of this process refuse.</summary>
    /// <param name="options">Whom the hosts believe.</param>
    internal static EndedSessions SharedBy(AuthOptions options) => OfProcess.GetOrAdd(options.Trust, _ => new(TimeProvider.System));

    /// <summary>Whether a session has ended.</summary>
    /// <param name="sessionId">The session of a token.</param>
    public bool Contain(Guid sessionId) => _forgetAt.ContainsKey(sessionId);

    /// <summary>Notes what Identity said, and cancels what is open for these sessions.</summary>
    /// <param name="sessionIds">Sessions that have ended; none, if none did.</param>
    public void Add(IReadOnlyCollection<Guid> sessionIds)
    {
        var now = _heardAt = _time.GetUtcNow();
        foreach (var id in sessionIds) _forgetAt[id] = now + Kept;
        foreach (var (id, until) in _forgetAt)
        {
            if (until <= now) _forgetAt.TryRemove(id, out _);
        }

        if (sessionIds.Count == 0) return;
        foreach (var watch in _watches.Keys) CancelIfEnded(watch);
    }

    /// <summary>For calls that stay open: a token that is cancelled when the session ends. To be disposed of.</summary>
    /// <param name="sessionId">The caller's session.</param>
    public SessionWatch Watch(Guid sessionId)
    {
        var watch = new SessionWatch(sessionId, gone => _watches.TryRemove(gone, out _));
        _watches[watch] = true;
        CancelIfEnded(watch);
        return watch;
    }

    private void CancelIfEnded(SessionWatch watch)
    {
        if (Contain(watch.SessionId)) watch.End();
    }
}

/// <summary>An open call of a session.</summary>
public sealed class SessionWatch : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Action<SessionWatch> _leave;

    internal SessionWatch(Guid sessionId, Action<SessionWatch> leave) => (SessionId, _leave) = (sessionId, leave);

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Ended => _ended.Token;

    internal Guid SessionId { get; }

    /// <inheritdoc />
    public void Dispose() => _leave(this);

    internal void End() => _ended.Cancel();
}
