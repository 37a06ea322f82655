using CommerceKata.ServiceDefaults.Auth;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.Gateway.Http;

/// <summary>Reads from the answers of services that the request's token does not count, so that the client hears of it.</summary>
internal sealed class RefusedTokenInterceptor(IHttpContextAccessor requests) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        if (requests.HttpContext is not { } asked || asked.Request.Headers.Authorization.Count == 0) return call;
        return new(AnswerAsync(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<TResponse> AnswerAsync()
        {
            try
            {
                return await call.ResponseAsync;
            }
            finally
            {
                await NoteAsync(asked, call.ResponseHeadersAsync);
            }
        }
    }

    private static async Task NoteAsync(HttpContext asked, Task<Metadata> headers)
    {
        // A call that got no answer has no headers.
        await ((Task)headers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!headers.IsCompletedSuccessfully) return;
        if (RefusedToken.Read(headers.Result.GetValue(RefusedToken.Header)) is { } refused) refused.Note(asked);
    }
}
