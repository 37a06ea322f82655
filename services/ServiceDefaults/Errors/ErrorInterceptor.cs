using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Errors;

/// <summary>The one place where what went wrong becomes a gRPC status with rich details (google.rpc.Status).</summary>
internal sealed partial class ErrorInterceptor(TimeProvider time, ILogger<ErrorInterceptor> log) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        try
        {
            return await continuation(request, context);
        }
        catch (Exception error)
        {
            throw Translate(error, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        try
        {
            await continuation(request, stream, context);
        }
        catch (Exception error)
        {
            throw Translate(error, context);
        }
    }

    private RpcException Translate(Exception error, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
        {
            var late = context.Deadline <= time.GetUtcNow().UtcDateTime;
            return new RpcException(new(late ? StatusCode.DeadlineExceeded : StatusCode.Cancelled, "The caller stopped waiting."));
        }

        switch (error)
        {
            // Health and reflection, which are gRPC's own and know what to say.
            case RpcException said when context.Method.StartsWith("/grpc.", StringComparison.Ordinal):
                return said;
            case Fault fault:
                return fault.ToRpc();
            case RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted } away:
                LogAway(context.Method, away.StatusCode, away);
                return Fault.Unavailable("A service that is needed did not answer. Try again.").ToRpc();
            case NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }:
                LogDatabaseAway(context.Method, error);
                return Fault.Unavailable("The database did not answer. Try again.").ToRpc();
            default:
                LogBug(context.Method, error);
                return new Fault(StatusCode.Internal, "INTERNAL", "Something went wrong on our side.").ToRpc();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Method}: a service needed did not answer ({Status})")]
    private partial void LogAway(string method, StatusCode status, Exception error);

    [LoggerMessage(2, LogLevel.Warning, "{Method}: the database did not answer")]
    private partial void LogDatabaseAway(string method, Exception error);

    [LoggerMessage(3, LogLevel.Error, "{Method} failed unexpectedly")]
    private partial void LogBug(string method, Exception error);
}
