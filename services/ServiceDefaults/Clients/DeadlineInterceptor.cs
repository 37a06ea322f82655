using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>No call waits for ever: one that comes without a deadline gets this one.</summary>
internal sealed class DeadlineInterceptor(TimeProvider time) : Interceptor
{
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(5);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, context.Options.Deadline is not null
            ? context
            : new(context.Method, context.Host, context.Options.WithDeadline((time.GetUtcNow() + Default).UtcDateTime)));
}
