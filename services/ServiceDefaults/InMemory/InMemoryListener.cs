using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Nerdbank.Streams;

namespace CommerceKata.ServiceDefaults.InMemory;

/// <summary>Hands connections over to Kestrel, from the bind to the unbind.</summary>
internal sealed class InMemoryListener(EndPoint endpoint, IPEndPoint port, MemoryPool<byte> pool, Action<InMemoryListener> onClosed) : IConnectionListener
{
    private readonly Channel<ConnectionContext> _waiting = Channel.CreateUnbounded<ConnectionContext>();

    public EndPoint EndPoint => endpoint;

    /// <summary>The caller's end of a new connection; null when nobody takes any more.</summary>
    public Stream? Connect()
    {
        var (caller, kestrel) = FullDuplexStream.CreatePipePair(new PipeOptions(pool, useSynchronizationContext: false));
        return _waiting.Writer.TryWrite(new Connection(caller, kestrel, port, pool)) ? caller.AsStream() : null;
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_waiting.Reader.TryRead(out var connection)) return connection;
        }

        return null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        onClosed(this);
        _waiting.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await UnbindAsync();
        while (_waiting.Reader.TryRead(out var never)) await never.DisposeAsync();
    }

    /// <summary>Kestrel's end. When it is given up, the caller's end is over too, as with a socket.</summary>
    private sealed class Connection : DefaultConnectionContext, IMemoryPoolFeature
    {
        private readonly IDuplexPipe _caller;

        public Connection(IDuplexPipe caller, IDuplexPipe kestrel, IPEndPoint port, MemoryPool<byte> pool)
            : base(Guid.CreateVersion7().ToString("N"), kestrel, caller)
        {
            (_caller, MemoryPool) = (caller, pool);
            (LocalEndPoint, RemoteEndPoint) = (port, new IPEndPoint(port.Address, 0));
            Features.Set<IMemoryPoolFeature>(this);
        }

        public MemoryPool<byte> MemoryPool { get; }

        public override void Abort(ConnectionAbortedException abortReason)
        {
            _caller.Output.Complete(abortReason);
            Transport.Output.Complete(abortReason);
            base.Abort(abortReason);
        }

        public override async ValueTask DisposeAsync()
        {
            await Transport.Input.CompleteAsync();
            await Transport.Output.CompleteAsync();
            await base.DisposeAsync();
        }
    }
}
