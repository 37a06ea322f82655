using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CommerceKata.EndToEnd.Tests.Following;

/// <summary>Somebody who follows an order through the front door, each over a connection of their own.</summary>
internal abstract class Subscriber : IDisposable
{
    private const string Query = "subscription($id: ID!) { orderChanged(id: $id) { status } }";

    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Subscribes, and takes the state that the order is in.</summary>
    /// <param name="way">"sse" or "ws".</param>
    /// <param name="door">The front door's address.</param>
    /// <param name="token">Whose order it is.</param>
    /// <param name="order">The order's id.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<Subscriber> OpenAsync(string way, Uri door, string token, string order, CancellationToken cancel)
    {
        var asked = new { query = Query, variables = new { id = order } };
        Subscriber opened = way == "sse" ? await Events.OpenAsync(door, token, asked, cancel) : await Socket.OpenAsync(door, token, asked, cancel);
        await opened.ReachAsync("CONFIRMED", cancel);
        return opened;
    }

    /// <summary>Waits until the order is told to be in a status.</summary>
    public async Task ReachAsync(string status, CancellationToken cancel)
    {
        while (true)
        {
            var message = await NextAsync(cancel) ?? throw new InvalidOperationException("The front door hung up.");
            if (message.Contains("\"errors\"", StringComparison.Ordinal)) throw new InvalidOperationException(message);
            if (message.Contains($"\"status\":\"{status}\"", StringComparison.Ordinal)) return;
        }
    }

    public abstract void Dispose();

    protected abstract Task<string?> NextAsync(CancellationToken cancel);

    private sealed class Events(HttpResponseMessage response, StreamReader lines) : Subscriber
    {
        public static async Task<Events> OpenAsync(Uri door, string token, object asked, CancellationToken cancel)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = JsonContent.Create(asked) };
            request.Headers.Authorization = new("Bearer", token);
            request.Headers.Accept.Add(new("text/event-stream"));
            var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(cancel)));
        }

        public override void Dispose()
        {
            lines.Dispose();
            response.Dispose();
        }

        protected override async Task<string?> NextAsync(CancellationToken cancel) => await lines.ReadLineAsync(cancel);
    }

    private sealed class Socket(ClientWebSocket socket) : Subscriber
    {
        private readonly byte[] _buffer = new byte[4096];

        public static async Task<Socket> OpenAsync(Uri door, string token, object asked, CancellationToken cancel)
        {
            var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol("graphql-transport-ws");
            await socket.ConnectAsync(new UriBuilder(door) { Scheme = "ws" }.Uri, cancel);
            await SendAsync(new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } });
            await SendAsync(new { type = "subscribe", id = "1", payload = asked });
            return new(socket);

            Task SendAsync(object message) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancel);
        }

        public override void Dispose() => socket.Dispose();

        protected override async Task<string?> NextAsync(CancellationToken cancel)
        {
            var received = await socket.ReceiveAsync(_buffer, cancel);
            return received.MessageType is WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(_buffer, 0, received.Count);
        }
    }
}
