using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using CommerceKata.Gateway.Http;
using CommerceKata.Gateway.Limits;

namespace CommerceKata.Gateway.Live;

/// <summary>JSON messages over a WebSocket, and a goodbye that arrives.</summary>
/// <param name="socket">The accepted socket.</param>
/// <param name="limits">How large a message may be, and how long it may take.</param>
/// <param name="bytes">What all messages may take together.</param>
/// <param name="time">The clock.</param>
internal sealed class SocketWire(WebSocket socket, LimitSettings limits, BytesInFlight bytes, TimeProvider time) : IDisposable
{
    /// <summary>The largest first message. It has a token, and nobody is known before it.</summary>
    private const int MaxFirstMessageBytes = 16 * 1024;

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
    /// <param name="isFirst">Whether it is the first.</param>
    /// <exception cref="SocketClosedException">It is too large, comes too slowly, or is no JSON.</exception>
    public async Task<JsonDocument?> MessageAsync(bool isFirst)
    {
        var maxMessageBytes = isFirst ? Math.Min(MaxFirstMessageBytes, limits.MaxBodyBytes) : limits.MaxBodyBytes;
        using var message = new IncomingBytes(bytes, maxMessageBytes);
        using var patience = new CancellationTokenSource();
        while (true)
        {
            var reading = ReceiveAsync(RoomIn(message));
            var part = message.Count == 0 ? await reading : await InTimeAsync(reading, patience.Token);
            if (message.Count == 0 && !part.EndOfMessage) patience.CancelAfter(limits.BodyPatience);
            if (part.MessageType is WebSocketMessageType.Close) return null;
            if (part.MessageType is WebSocketMessageType.Binary) throw new SocketClosedException(4400, "Messages are text");
            message.Advance(part.Count);
            if (message.IsTooLarge) throw new SocketClosedException((int)WebSocketCloseStatus.MessageTooBig, $"A message has {maxMessageBytes} bytes at most");
            if (part.EndOfMessage) break;
        }

        try
        {
            return JsonDocument.Parse(message.Written, RequestReader.Strict);
        }
        catch (Exception unreadable) when (RequestReader.IsUnreadable(unreadable))
        {
            throw new SocketClosedException(4400, "The message is not JSON");
        }
    }

    private static Memory<byte> RoomIn(IncomingBytes message)
    {
        try
        {
            return message.Room();
        }
        catch (OverloadedException)
        {
            throw new SocketClosedException(1013, "The front door is busy: connect again in a moment");
        }
    }

    private static async Task<ValueWebSocketReceiveResult> InTimeAsync(Task<ValueWebSocketReceiveResult> reading, CancellationToken late)
    {
        try
        {
            return await reading.WaitAsync(late);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw new SocketClosedException(4408, "The message came too slowly");
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
