using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace CommerceKata.Gateway.Tests;

/// <summary>A WebSocket that speaks <c>graphql-transport-ws</c>.</summary>
internal sealed class TestSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(Patience);

    /// <summary>Connects, or tells with which status it was refused.</summary>
    /// <param name="door">Where to.</param>
    /// <param name="origin">From a page of this origin; null without a browser.</param>
    public static async Task<(TestSocket? Socket, HttpStatusCode Status)> TryOpenAsync(TestDoor door, string? origin = null)
    {
        var socket = new TestSocket();
        socket._socket.Options.AddSubProtocol("graphql-transport-ws");
        socket._socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null) socket._socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket._socket.ConnectAsync(new UriBuilder(door.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, socket._patience.Token);
            return (socket, HttpStatusCode.SwitchingProtocols);
        }
        catch (WebSocketException)
        {
            var status = socket._socket.HttpStatusCode;
            socket.Dispose();
            return (null, status);
        }
    }

    /// <summary>Connects and introduces itself.</summary>
    public static async Task<TestSocket> OpenAsync(TestDoor door, string? token = null)
    {
        var socket = (await TryOpenAsync(door)).Socket.ShouldNotBeNull();
        await socket.SendAsync(new { type = "connection_init", payload = new { authorization = token is null ? null : "Bearer " + token } });
        (await socket.NextAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return socket;
    }

    /// <summary>Asks, and gives the first message about it.</summary>
    public async Task<JsonElement> AskAsync(object payload, string id = "1")
    {
        await SendAsync(new { type = "subscribe", id, payload });
        return await NextAsync();
    }

    /// <summary>The next message.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, _patience.Token);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonDocument.Parse(message.ToArray()).RootElement;
        }
    }

    /// <summary>Sends the beginning of a message.</summary>
    public Task BeginAsync(string part) =>
        _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(part), WebSocketMessageType.Text, endOfMessage: false, _patience.Token);

    /// <summary>The code with which the server closes, having said nothing before.</summary>
    public async Task<int> ClosedAsync()
    {
        var part = await _socket.ReceiveAsync(new byte[4096], _patience.Token);
        part.MessageType.ShouldBe(WebSocketMessageType.Close);
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _patience.Token);
        return (int)_socket.CloseStatus!;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _patience.Dispose();
    }

    private Task SendAsync(object message) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, _patience.Token);
}
