using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace CommerceKata.ServiceDefaults.InMemory;

/// <summary>Where connections from within the process are taken without a socket: beside the port that takes them with one.</summary>
internal sealed class InMemoryEndPoint(IPEndPoint port) : EndPoint
{
    /// <summary>The port that callers know.</summary>
    public IPEndPoint Port => port;

    public override string ToString() => $"memory-of-{port}";
}

/// <summary>
/// Connections between hosts that share a process (ADR 0027). Kestrel and the HTTP/2 client stay as they are: only what lies between
/// them is a pair of pipes instead of a pair of sockets, so that no call wakes the kernel up four times.
/// </summary>
internal sealed class InMemoryTransport(IMemoryPoolFactory<byte> pools) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    /// <summary>Ports belong to the process, and so does this.</summary>
    private static readonly ConcurrentDictionary<string, InMemoryListener> Open = new();

    public bool CanBind(EndPoint endpoint) => endpoint is InMemoryEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var port = ((InMemoryEndPoint)endpoint).Port;
        var listener = new InMemoryListener(endpoint, port, pools.Create(), closed => Open.TryRemove(new(port.ToString(), closed)));
        return Open.TryAdd(port.ToString(), listener)
            ? ValueTask.FromResult<IConnectionListener>(listener)
            : throw new AddressInUseException($"{port} is listened to in this process.");
    }

    /// <summary>Connects within the process where somebody listens there, else with a socket: for <see cref="SocketsHttpHandler"/>.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        if (Open.TryGetValue($"{host}:{port}", out var listener) && listener.Connect() is { } stream) return stream;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
