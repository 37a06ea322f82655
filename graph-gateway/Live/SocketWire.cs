using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using CommerceKata.Gateway.Http;

namespace CommerceKata.Gateway.Live;

/// <summary>JSON messages over a WebSocket, and a goodbye that arrives.</summary>
/// <param name="socket">The accepted socket.</param>
/// <param name="maxMessageBytes">The largest message to take.</param>
/// <param name="time">The clock.</param>
internal sealed class SocketWire(WebSocket socket, int maxMessageBytes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan GoodbyePatience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _writing = new(1);
    private Task<ValueWebSocketReceiveResult> _receiving = Task.FromResult(default(ValueWebSocketReceiveResult));

    public void Dispose() => _writing.Dispose();

    /// <summary>Sends one object; many may do so at once.</summary>
    /// <param name="write">Writes its members.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task SendAsync(Action<Utf8JsonWriter> write, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        await _writing.WaitAsync(cancel);
        try
        {
            await socket.SendAsync(buffer.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The next message; null when the client closes. It cannot be cancelled: that would cut the connection.</summary>
    /// <exception cref="SocketClosedException">It is too large, or no JSON.</exception>
    public async Task<JsonDocument?> MessageAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var part = await ReceiveAsync(buffer.GetMemory(4096));
            if (part.MessageType is WebSocketMessageType.Close) return null;
            if (part.MessageType is WebSocketMessageType.Binary) throw new SocketClosedException(4400, "Messages are text");
            buffer.Advance(part.Count);
            if (buffer.WrittenCount > maxMessageBytes) throw new SocketClosedException((int)WebSocketCloseStatus.MessageTooBig, $"A message has {maxMessageBytes} bytes at most");
            if (part.EndOfMessage) break;
        }

        try
        {
            return JsonDocument.Parse(buffer.WrittenMemory, RequestReader.Strict);
        }
        catch (Exception unreadable) when (RequestReader.IsUnreadable(unreadable))
        {
            throw new SocketClosedException(4400, "The message is not JSON");
        }
    }

    private Task<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer) => _receiving = socket.ReceiveAsync(buffer, CancellationToken.None).AsTask();

    /// <summary>Says goodbye, and waits a little for the client's own: a connection that is cut before takes ours with it.</summary>
    public async Task CloseAsync(int code, string reason)
    {
        using var patience = new CancellationTokenSource(GoodbyePatience, time);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, patience.Token);
            var rest = new byte[4096];
            while (socket.State is WebSocketState.CloseSent)
            {
                await _receiving.WaitAsync(patience.Token);
                if (socket.State is WebSocketState.CloseSent) await ReceiveAsync(rest).WaitAsync(patience.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // Gone already, or silent: there is nobody to say goodbye to.
        }
    }
}
