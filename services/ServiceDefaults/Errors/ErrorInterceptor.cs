using System.Diagnostics;
using Commerce.Errors.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
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
            case Fault fault:
                return ToRpc(fault);
            case RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted } away:
                LogAway(context.Method, away.StatusCode, away);
                return ToRpc(Fault.Unavailable("A service that is needed did not answer. Try again."));
            case NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }:
                LogDatabaseAway(context.Method, error);
                return ToRpc(Fault.Unavailable("The database did not answer. Try again."));
            default:
                LogBug(context.Method, error);
                return ToRpc(new Fault(StatusCode.Internal, "INTERNAL", "Something went wrong on our side."));
        }
    }

    /// <summary>The status of a fault, with its details.</summary>
    public static RpcException ToRpc(Fault fault)
    {
        var info = new ErrorInfo { Domain = Fault.Domain, Reason = fault.Reason };
        if (Activity.Current is { } activity) info.Metadata.Add("trace_id", activity.TraceId.ToString());
        var status = new Google.Rpc.Status { Code = (int)fault.Code, Message = fault.Message, Details = { Any.Pack(info) } };
        if (fault.Violations.Count > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations =
                {
                    fault.Violations.Select(v => new BadRequest.Types.FieldViolation { Field = v.Field, Description = v.Description, Reason = v.Problem.Code }),
                },
            }));
            status.Details.Add(Any.Pack(new InvalidInput { Violations = { fault.Violations.Select(ToProto) } }));
        }

        return status.ToRpcException();
    }

    private static Commerce.Errors.V1.Violation ToProto(Violation violation) => new()
    {
        Field = violation.Field,
        Description = violation.Description,
        Code = violation.Problem.Code,
        Params = { violation.Problem.Params.ToDictionary(param => param.Name, param => param.Value) },
    };

    [LoggerMessage(1, LogLevel.Warning, "{Method}: a service needed did not answer ({Status})")]
    private partial void LogAway(string method, StatusCode status, Exception error);

    [LoggerMessage(2, LogLevel.Warning, "{Method}: the database did not answer")]
    private partial void LogDatabaseAway(string method, Exception error);

    [LoggerMessage(3, LogLevel.Error, "{Method} failed unexpectedly")]
    private partial void LogBug(string method, Exception error);
}
