using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Clients;
using GraphQL;

namespace CommerceKata.Gateway.Limits;

/// <summary>
/// Counts what stays open: subscriptions, of all, of each token and of each address, and sockets, of all and of each address. A token has
/// few places, and nobody can use up those of a token that they do not have. An address has many, since the people of an office share it.
/// </summary>
internal sealed class LiveBounds(LimitSettings limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _followers = [];
    private readonly Dictionary<string, int> _connected = [];
    private int _subscriptions;
    private int _sockets;

    /// <summary>Subscriptions that are open.</summary>
    public int Subscriptions => Volatile.Read(ref _subscriptions);

    /// <summary>Sockets that are open.</summary>
    public int Sockets => Volatile.Read(ref _sockets);

    /// <summary>Takes a place for a subscription; null when there is none. Disposing of it gives it back.</summary>
    public IDisposable? TryFollow(HttpContext? request)
    {
        // Without a token the address has to do twice; Orders ends such a subscription at once.
        var address = AddressOf(request);
        var token = request is not null && BearerToken.Of(request.Request) is { } sent ? "token " + sent : "no token " + address;
        lock (_gate)
        {
            if (_subscriptions >= limits.MaxSubscriptions || !Has(_followers, token, limits.MaxSubscriptionsPerCaller)
                || !Has(_followers, address, limits.MaxSubscriptionsPerAddress)) return null;
            _subscriptions++;
            Add(_followers, token, 1);
            Add(_followers, address, 1);
        }

        return new Place(() =>
        {
            lock (_gate)
            {
                _subscriptions--;
                Add(_followers, token, -1);
                Add(_followers, address, -1);
            }
        });
    }

    /// <summary>Takes a place for a socket; null when there is none. Disposing of it gives it back.</summary>
    public IDisposable? TryConnect(HttpContext request)
    {
        var address = AddressOf(request);
        lock (_gate)
        {
            if (_sockets >= limits.MaxSockets || !Has(_connected, address, limits.MaxSocketsPerAddress)) return null;
            _sockets++;
            Add(_connected, address, 1);
        }

        return new Place(() =>
        {
            lock (_gate)
            {
                _sockets--;
                Add(_connected, address, -1);
            }
        });
    }

    private static string AddressOf(HttpContext? request) => request?.Connection.RemoteIpAddress is { } address ? ClientAddress.Network(address) : "";

    private static bool Has(Dictionary<string, int> places, string of, int most) => places.GetValueOrDefault(of) < most;

    private static void Add(Dictionary<string, int> places, string of, int change)
    {
        var taken = places.GetValueOrDefault(of) + change;
        if (taken > 0) places[of] = taken;
        else places.Remove(of);
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
