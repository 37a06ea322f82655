using CommerceKata.ServiceDefaults.Auth;
using GraphQL;

namespace CommerceKata.Gateway.Limits;

/// <summary>
/// Counts what stays open: subscriptions, of all and of each caller, and sockets. A caller is a token, not an address: many
/// people share the address of an office or of a proxy, and nobody can use up the share of a token that they do not have.
/// Without a token the address has to do; Orders ends such a subscription at once.
/// </summary>
internal sealed class LiveBounds(LimitSettings limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _callers = [];
    private int _subscriptions;
    private int _sockets;

    /// <summary>Subscriptions that are open.</summary>
    public int Subscriptions => Volatile.Read(ref _subscriptions);

    /// <summary>Sockets that are open.</summary>
    public int Sockets => Volatile.Read(ref _sockets);

    /// <summary>Takes a place for a subscription; null when there is none. Disposing of it gives it back.</summary>
    public IDisposable? TryFollow(HttpContext? request)
    {
        var caller = request is null ? "" : BearerToken.Of(request.Request) ?? request.Connection.RemoteIpAddress?.ToString() ?? "";
        lock (_gate)
        {
            var own = _callers.GetValueOrDefault(caller);
            if (_subscriptions >= limits.MaxSubscriptions || own >= limits.MaxSubscriptionsPerCaller) return null;
            _subscriptions++;
            _callers[caller] = own + 1;
        }

        return new Place(() => Leave(caller));
    }

    /// <summary>Takes a place for a socket; null when there is none. Disposing of it gives it back.</summary>
    public IDisposable? TryConnect()
    {
        if (Interlocked.Increment(ref _sockets) <= limits.MaxSockets) return new Place(() => Interlocked.Decrement(ref _sockets));
        Interlocked.Decrement(ref _sockets);
        return null;
    }

    private void Leave(string caller)
    {
        lock (_gate)
        {
            _subscriptions--;
            var left = _callers[caller] - 1;
            if (left > 0) _callers[caller] = left;
            else _callers.Remove(caller);
        }
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) leave();
        }
    }
}

/// <summary>There are as many subscriptions as may be.</summary>
internal sealed class TooManySubscriptionsError : ExecutionError
{
    public TooManySubscriptionsError()
        : base("There are too many subscriptions; end others first, or try again later.") => Code = "TOO_MANY_SUBSCRIPTIONS";
}
