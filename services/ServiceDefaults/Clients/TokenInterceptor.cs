using CommerceKata.ServiceDefaults.Auth;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>Adds the token to each call, if there is one.</summary>
internal sealed class TokenInterceptor(Func<string?> token) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, WithToken(context));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, WithToken(context));

    private ClientInterceptorContext<TRequest, TResponse> WithToken<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        if (token() is not { } bearer) return context;
        var headers = new Metadata();
        foreach (var entry in context.Options.Headers ?? []) headers.Add(entry);
        headers.Add("authorization", BearerToken.Prefix + bearer);
        return new(context.Method, context.Host, context.Options.WithHeaders(headers));
    }
}
