using System.Net.Sockets;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>
/// Sends a call again that was never sent, because nobody took the connection: a replica has just gone away, and the next
/// try meets another. What may have arrived is never sent twice: whether that is safe only its sender knows.
/// </summary>
internal sealed class ResendInterceptor(TimeProvider time) : Interceptor
{
    private const int Attempts = 6;

    /// <summary>At once, then after 50, 100, 200 and 400 ms: longer than <see cref="Balancing"/> leaves a replica that is back unasked.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        var answer = AnswerAsync();
        return new(answer, HeadersAsync(), () => call.GetStatus(), () => call.GetTrailers(), () => call.Dispose());

        async Task<TResponse> AnswerAsync()
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await call.ResponseAsync;
                }
                catch (RpcException error) when (
                    attempt < Attempts && WasNeverSent(error) && IsInTime(Pause(attempt), context.Options.Deadline))
                {
                    await Task.Delay(Pause(attempt), time, context.Options.CancellationToken);
                    call = continuation(request, context);
                }
            }
        }

        // Of the call that counts in the end.
        async Task<Metadata> HeadersAsync()
        {
            await Task.WhenAny(answer);
            return await call.ResponseHeadersAsync;
        }
    }

    private static TimeSpan Pause(int attempt) => attempt == 1 ? TimeSpan.Zero : FirstPause * (1 << (attempt - 2));

    /// <summary>Whether the pause leaves time for another try: a caller with little time waits no longer.</summary>
    private bool IsInTime(TimeSpan pause, DateTime? deadline) =>
        deadline is not { } until || time.GetUtcNow().UtcDateTime + pause < until;

    /// <summary>Whether the failure is one of connecting.</summary>
    public static bool WasNeverSent(RpcException error)
    {
        if (error.StatusCode != StatusCode.Unavailable) return false;
        for (var cause = error.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }) return true;
            if (cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.HostNotFound }) return true;
        }

        return false;
    }
}
