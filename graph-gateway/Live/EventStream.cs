using GraphQL;

namespace CommerceKata.Gateway.Live;

/// <summary>
/// Server-sent events, as graphql-sse has them in its distinct connections mode
/// (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): a request is one operation, its results are events
/// named <c>next</c>, and <c>complete</c> is the last.
/// </summary>
internal static class EventStream
{
    /// <summary>Proxies close what is silent: a comment comes at least this often.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);

    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private static readonly byte[] Next = "event: next\ndata: "u8.ToArray();
    private static readonly byte[] End = "\n\n"u8.ToArray();
    private static readonly byte[] Complete = "event: complete\ndata: \n\n"u8.ToArray();

    /// <summary>Writes the results until there are no more, or the client has left.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="results">What.</param>
    /// <param name="json">How.</param>
    /// <param name="time">The clock.</param>
    /// <param name="left">The client has left.</param>
    public static async Task WriteAsync(
        HttpResponse response, IAsyncEnumerable<ExecutionResult> results, IGraphQLSerializer json, TimeProvider time, CancellationToken left)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        // For nginx, which would collect events otherwise.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.StartAsync(left);
        await using var each = results.GetAsyncEnumerator(left);
        while (true)
        {
            var next = each.MoveNextAsync().AsTask();
            await KeepAliveAsync(response, next, time, left);
            if (!await next) break;
            await response.Body.WriteAsync(Next, left);
            await json.WriteAsync(response.Body, each.Current, left);
            await response.Body.WriteAsync(End, left);
            await response.Body.FlushAsync(left);
        }

        await response.Body.WriteAsync(Complete, left);
    }

    private static async Task KeepAliveAsync(HttpResponse response, Task next, TimeProvider time, CancellationToken left)
    {
        while (!next.IsCompleted)
        {
            using var woken = CancellationTokenSource.CreateLinkedTokenSource(left);
            var silence = Task.Delay(KeepAlive, time, woken.Token);
            var first = await Task.WhenAny(next, silence);
            await woken.CancelAsync();
            if (first == next) return;
            left.ThrowIfCancellationRequested();
            await response.Body.WriteAsync(Comment, left);
            await response.Body.FlushAsync(left);
        }
    }
}
