using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Errors;

/// <summary>
/// A request that is no message of its RPC fails before any interceptor sees it: gRPC answers UNKNOWN or INTERNAL and logs an error, though
/// nothing is wrong but what was sent. It is INVALID_ARGUMENT here. What else fails outside of the handlers is still an error
/// in the log: this stands in for <see cref="Category"/>, which says it of both.
/// </summary>
internal sealed partial class UnreadableRequests(RequestDelegate next, ILogger<UnreadableRequests> log)
{
    /// <summary>Who in Grpc.AspNetCore logs what an RPC threw.</summary>
    public const string Category = "Grpc.AspNetCore.Server.ServerCallHandler";

    private static readonly object Read = new();

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is not { } method) return;
        if (context.Features.Get<IServerCallContextFeature>()?.ServerCallContext is not { } call || context.RequestAborted.IsCancellationRequested) return;
        var status = call.Status;
        if (status.StatusCode is not (StatusCode.Unknown or StatusCode.Internal)) return;
        // Streams of requests are read by their handlers.
        var wasRead = method.Type is not (MethodType.Unary or MethodType.ServerStreaming) || call.UserState.ContainsKey(Read) || context.Response.HasStarted;
        if (!wasRead && status.DebugException is (null or IOException or InvalidDataException))
        {
            LogUnreadable(method.FullName, status.DebugException?.Message ?? status.Detail);
            GrpcStatus.Answer(context.Response, new Fault(StatusCode.InvalidArgument, "UNREADABLE_REQUEST", "The request is not a message of this RPC.").ToRpc());
        }
        else if (status.DebugException is { } error and not OperationCanceledException)
        {
            LogBug(method.FullName, error);
        }
    }

    /// <summary>Notes that the request of a call is a message: whatever happens from here on is not the reading.</summary>
    public static void WasRead(ServerCallContext call) => call.UserState[Read] = true;

    [LoggerMessage(1, LogLevel.Information, "{Method}: the request cannot be read: {Why}")]
    private partial void LogUnreadable(string method, string why);

    [LoggerMessage(2, LogLevel.Error, "{Method} failed outside of its handler")]
    private partial void LogBug(string method, Exception error);
}
