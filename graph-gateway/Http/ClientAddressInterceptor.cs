using CommerceKata.ServiceDefaults.Clients;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.Gateway.Http;

/// <summary>Tells a service from where its caller's request came. Only for Identity, which slows down who guesses passwords.</summary>
internal sealed class ClientAddressInterceptor(IHttpContextAccessor requests) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        if (requests.HttpContext?.Connection.RemoteIpAddress is not { } address) return continuation(request, context);
        var headers = new Metadata();
        foreach (var entry in context.Options.Headers ?? []) headers.Add(entry);
        headers.Add(ClientAddress.Header, address.ToString());
        return continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(headers)));
    }
}
