using System.Diagnostics;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// One log line and one measurement for each request that a service answers, refused ones included: so it stands before the
/// token checks. Health, metrics and reflection are not worth a line.
/// </summary>
internal sealed partial class RequestTelemetry(RequestDelegate next, TimeProvider time, ILogger<RequestTelemetry> log)
{
    private static readonly string[] Silent = ["/health", "/metrics", "/grpc."];

    public async Task InvokeAsync(HttpContext context)
    {
        if (Array.Exists(Silent, path => context.Request.Path.Value!.StartsWith(path, StringComparison.Ordinal)))
        {
            await next(context);
            return;
        }

        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Note(context, time.GetElapsedTime(started));
        }
    }

    private void Note(HttpContext context, TimeSpan took)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { } method)
        {
            var status = Status(context);
            // The path is the method's full name, and is as long as the contract: nobody can make up another.
            RpcMetrics.Answered(took, method.FullName[1..], status);
            Describe(context.Features.Get<IHttpActivityFeature>()?.Activity, method.FullName[1..], status);
            LogCall(method.FullName[1..], status, took.TotalMilliseconds);
        }
        else
        {
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
            LogRequest(context.Request.Method, route, context.Response.StatusCode, took.TotalMilliseconds);
        }
    }

    /// <summary>Source of the names: https://opentelemetry.io/docs/specs/semconv/rpc/grpc/.</summary>
    private static void Describe(Activity? span, string method, string status)
    {
        if (span is not { IsAllDataRequested: true }) return;
        span.SetTag("rpc.system.name", "grpc");
        span.SetTag("rpc.method", method);
        span.SetTag("rpc.response.status_code", status);
    }

    /// <summary>gRPC answers with a trailer, or with a header where nothing else was sent; what stood before gRPC, with HTTP's status.</summary>
    private static string Status(HttpContext context)
    {
        if (context.RequestAborted.IsCancellationRequested) return RpcMetrics.Name(StatusCode.Cancelled);
        var trailer = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers["grpc-status"].ToString();
        if (string.IsNullOrEmpty(trailer)) trailer = context.Response.Headers["grpc-status"].ToString();
        if (int.TryParse(trailer, out var code)) return RpcMetrics.Name((StatusCode)code);
        return RpcMetrics.Name(context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => StatusCode.Unauthenticated,
            StatusCodes.Status403Forbidden => StatusCode.PermissionDenied,
            StatusCodes.Status200OK => StatusCode.OK,
            _ => StatusCode.Unknown,
        });
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} answered {Status} in {Milliseconds:0.0} ms")]
    private partial void LogCall(string method, string status, double milliseconds);

    [LoggerMessage(2, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
    private partial void LogRequest(string method, string route, int status, double milliseconds);
}
