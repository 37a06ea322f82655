using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Http;
using CommerceKata.Gateway.Limits;
using GraphQL;
using GraphQL.SystemTextJson;

namespace CommerceKata.Gateway.Live;

/// <summary>
/// One WebSocket that speaks <c>graphql-transport-ws</c>
/// (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md): many operations, each with the id that the client gave
/// it. The token comes with the first message, and the socket closes when it ends.
/// </summary>
/// <param name="socket">The accepted socket.</param>
/// <param name="run">Runs one operation for the token of this socket.</param>
/// <param name="json">How results are written.</param>
/// <param name="token">The token of the request that opened the socket; the first message may have another. Null for none.</param>
/// <param name="limits">How large a message may be, and how long it may take.</param>
/// <param name="bytes">What all messages may take together.</param>
/// <param name="time">The clock.</param>
internal sealed class GraphQLSocket(
    WebSocket socket, Func<SocketSession, Operation, CancellationToken, IAsyncEnumerable<ExecutionResult>> run, GraphQLSerializer json,
    string? token, LimitSettings limits, BytesInFlight bytes, TimeProvider time) : IDisposable
{
    /// <summary>The name of the protocol.</summary>
    public const string Protocol = "graphql-transport-ws";

    /// <summary>Operations at once; more are refused.</summary>
    private const int MaxOperations = 100;

    private static readonly TimeSpan InitPatience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _operations = new();
    private readonly SocketWire _wire = new(socket, limits, bytes, time);
    private SocketSession? _session;

    /// <summary>Serves it until either side closes it.</summary>
    /// <param name="cancel">Ends it: the client has gone, or the process goes.</param>
    public async Task ServeAsync(CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await ReadAsync(ends.Token);
        }
        catch (SocketClosedException closed)
        {
            await _wire.CloseAsync(closed.Code, closed.Message);
        }
        catch (WebSocketException)
        {
            // Whoever was there has gone without a word.
        }
        finally
        {
            // The operations' own are linked to it.
            await ends.CancelAsync();
        }
    }

    public void Dispose() => _wire.Dispose();

    private async Task ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            var reading = _wire.MessageAsync(isFirst: _session is null);
            // The first message must come soon, and the last before the token ends. The reading itself is not cancelled.
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var late = Task.Delay(_session?.Left(time) ?? InitPatience, time, waiting.Token);
            if (await Task.WhenAny(reading, late) == late)
            {
                throw cancel.IsCancellationRequested ? new SocketClosedException((int)WebSocketCloseStatus.EndpointUnavailable, "The server goes away: connect again.")
                    : _session is null ? new SocketClosedException(4408, "Connection initialisation timeout")
                    : new SocketClosedException(4403, "The access token has ended: connect again with a new one.");
            }

            await waiting.CancelAsync();
            if (await reading is not { } message) return;
            using (message) await TakeAsync(message.RootElement, cancel);
        }
    }

    private async Task TakeAsync(JsonElement message, CancellationToken cancel)
    {
        switch (Text(message, "type"))
        {
            case "connection_init" when _session is not null:
                throw new SocketClosedException(4429, "Too many initialisation requests");
            case "connection_init":
                _session = SocketSession.Read(message, token);
                await _wire.SendAsync(writer => writer.WriteString("type", "connection_ack"), cancel);
                break;
            case "ping":
                await _wire.SendAsync(writer => writer.WriteString("type", "pong"), cancel);
                break;
            case "pong":
                break;
            case "subscribe":
                Start(_session ?? throw new SocketClosedException(4401, "Unauthorized"), message, cancel);
                break;
            case "complete":
                if (Text(message, "id") is { } id && _operations.TryRemove(id, out var operation))
                {
                    using (operation) await operation.CancelAsync();
                }

                break;
            default:
                throw new SocketClosedException(4400, "Unknown message");
        }
    }

    private void Start(SocketSession session, JsonElement message, CancellationToken cancel)
    {
        if (Text(message, "id") is not { Length: > 0 and <= 200 } id) throw new SocketClosedException(4400, "The message has no id");
        if (!message.TryGetProperty("payload", out var payload)) throw new SocketClosedException(4400, "The message has no payload");
        Operation operation;
        try
        {
            operation = RequestReader.FromJson(payload, OperationKinds.Any);
        }
        catch (HttpFailureException failure)
        {
            throw new SocketClosedException(4400, failure.Message);
        }
        catch (Exception error) when (RequestReader.IsUnreadable(error))
        {
            throw SocketClosedException.NoText();
        }

        if (_operations.Count >= MaxOperations) throw new SocketClosedException(4429, "Too many operations");
        var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (!_operations.TryAdd(id, ends)) throw new SocketClosedException(4409, $"Subscriber for {id} already exists");
        _ = RunAsync(id, session, operation, ends, ends.Token);
    }

    private async Task RunAsync(string id, SocketSession session, Operation operation, CancellationTokenSource ends, CancellationToken cancel)
    {
        try
        {
            await foreach (var result in run(session, operation, cancel))
            {
                // The socket is about to close for the same reason, and its client connects again. An error would end the operation for good.
                if (IsUnauthenticated(result) && session.IsEnding(time)) return;
                // A document that cannot run, or a stream that broke: nothing follows.
                if (result is { Executed: false, Errors.Count: > 0 })
                {
                    await _wire.SendAsync(writer => Error(writer, id, result), cancel);
                    return;
                }

                await _wire.SendAsync(writer => Result(writer, id, result), cancel);
            }

            await _wire.SendAsync(writer => Head(writer, "complete", id), cancel);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The client wants no more of it, or has gone.
        }
        finally
        {
            // Whoever takes it out disposes of it: else the socket would remember each operation that it ever had.
            if (_operations.TryRemove(new(id, ends))) ends.Dispose();
        }
    }

    private static bool IsUnauthenticated(ExecutionResult result) =>
        result is { Executed: false, Errors: { } errors } && errors.Any(error => error.Code == ErrorMapping.Unauthenticated);

    private void Error(Utf8JsonWriter writer, string id, ExecutionResult result)
    {
        Head(writer, "error", id);
        writer.WritePropertyName("payload");
        using var all = JsonDocument.Parse(json.Serialize(result));
        all.RootElement.GetProperty("errors").WriteTo(writer);
    }

    private void Result(Utf8JsonWriter writer, string id, ExecutionResult result)
    {
        Head(writer, "next", id);
        writer.WritePropertyName("payload");
        writer.WriteRawValue(json.Serialize(result), skipInputValidation: true);
    }

    private static void Head(Utf8JsonWriter writer, string type, string id)
    {
        writer.WriteString("type", type);
        writer.WriteString("id", id);
    }

    private static string? Text(JsonElement message, string name)
    {
        try
        {
            return message.ValueKind is JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (Exception error) when (RequestReader.IsUnreadable(error))
        {
            throw SocketClosedException.NoText();
        }
    }
}
