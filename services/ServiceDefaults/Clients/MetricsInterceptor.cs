using CommerceKata.ServiceDefaults.Hosting;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>Measures each call to another service. Streams stay open for as long as somebody listens: they have no duration.</summary>
internal sealed class MetricsInterceptor(TimeProvider time) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var started = time.GetTimestamp();
        var call = continuation(request, context);
        return new(MeasureAsync(call, context.Method.FullName, started), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private async Task<TResponse> MeasureAsync<TResponse>(AsyncUnaryCall<TResponse> call, string method, long started)
    {
        var status = StatusCode.OK;
        try
        {
            return await call.ResponseAsync;
        }
        catch (RpcException error)
        {
            status = error.StatusCode;
            throw;
        }
        finally
        {
            RpcMetrics.Called(time.GetElapsedTime(started), method[1..], status);
        }
    }
}
