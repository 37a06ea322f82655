using System.Runtime.CompilerServices;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Http;
using CommerceKata.Gateway.Limits;
using CommerceKata.ServiceDefaults.Auth;
using GraphQL;
using GraphQL.SystemTextJson;

namespace CommerceKata.Gateway.Live;

/// <summary>Accepts WebSockets, and runs their operations as the front door runs those of requests.</summary>
internal sealed class SocketEndpoint(
    LiveOperations live, GraphQLSerializer json, GatewaySettings settings, IServiceScopeFactory scopes, IHttpContextAccessor requests,
    IHostApplicationLifetime process, OriginPolicy origins, LiveBounds bounds, BytesInFlight bytes, TimeProvider time)
{
    /// <summary>Serves one socket until it closes.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(GraphQLSocket.Protocol))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"The sub-protocol must be {GraphQLSocket.Protocol}.", context.RequestAborted);
            return;
        }

        if (!origins.Allow(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("Pages of this origin may not connect.", context.RequestAborted);
            return;
        }

        using var place = bounds.TryConnect(context);
        if (place is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = OverloadedError.RetryAfterText;
            await context.Response.WriteAsync("There are too many sockets; try again later.", context.RequestAborted);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(GraphQLSocket.Protocol);
        using var served = new GraphQLSocket(socket, (session, operation, cancel) => RunAsync(context.Connection, session, operation, cancel), json, BearerToken.Of(context.Request), settings.Limits, bytes, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, process.ApplicationStopping);
        await served.ServeAsync(ends.Token);
    }

    /// <summary>Each operation is a request of its own to the resolvers and to the clients of the services.</summary>
    private async IAsyncEnumerable<ExecutionResult> RunAsync(
        ConnectionInfo connection, SocketSession session, Operation operation, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        request.Connection.RemoteIpAddress = connection.RemoteIpAddress;
        if (session.Token is { } token) request.Request.Headers.Authorization = BearerToken.Prefix + token;
        requests.HttpContext = request;
        await foreach (var result in live.RunAsync(operation, scope.ServiceProvider, cancel)) yield return result;
    }
}
