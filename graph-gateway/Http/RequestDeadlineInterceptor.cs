using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.Gateway.Http;

/// <summary>When the services must have answered a request, kept with the request.</summary>
/// <param name="At">UTC.</param>
internal sealed record RequestDeadline(DateTime At);

/// <summary>Gives all calls of a request the same deadline, however many follow one another.</summary>
internal sealed class RequestDeadlineInterceptor(IHttpContextAccessor requests) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, requests.HttpContext?.Features.Get<RequestDeadline>() is { } deadline
            ? new(context.Method, context.Host, context.Options.WithDeadline(deadline.At))
            : context);
}
