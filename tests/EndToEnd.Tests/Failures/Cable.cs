using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CommerceKata.EndToEnd.Tests.Failures;

/// <summary>
/// What lies between a service and all who call it. Cut, the service is as if its process were killed: connections break,
/// and new ones are refused. Silent, it is as if it hung: all that is said to it is taken, and nothing comes back.
/// </summary>
internal sealed class Cable : IDisposable
{
    private readonly ConcurrentDictionary<Socket, bool> _sockets = [];
    private readonly CancellationTokenSource _ends = new();
    private TcpListener _listener;
    private volatile bool _silent;

    public Cable()
    {
        _listener = new(IPAddress.Loopback, 0);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>Where the service really is.</summary>
    public int Target { get; set; }

    public void Cut()
    {
        _listener.Stop();
        foreach (var socket in _sockets.Keys) socket.Dispose();
    }

    public void Silence() => _silent = true;

    public void Mend()
    {
        Cut();
        _silent = false;
        _listener = new(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    public void Dispose()
    {
        Cut();
        _ends.Cancel();
        _ends.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _ = PassAsync(await listener.AcceptSocketAsync(_ends.Token));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task PassAsync(Socket caller)
    {
        using var service = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _sockets[caller] = _sockets[service] = true;
        try
        {
            caller.NoDelay = true;
            await service.ConnectAsync(IPAddress.Loopback, Target, _ends.Token);
            await Task.WhenAny(CopyAsync(caller, service), CopyAsync(service, caller));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or hung up.
        }
        finally
        {
            caller.Dispose();
            _sockets.TryRemove(caller, out _);
            _sockets.TryRemove(service, out _);
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _ends.Token) is > 0 and var count)
            {
                if (!_silent) await to.SendAsync(buffer.AsMemory(0, count), _ends.Token);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or hung up.
        }
    }
}
