using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Limits;
using CommerceKata.Gateway.Observing;
using GraphQL;

namespace CommerceKata.Gateway.Live;

/// <summary>Runs operations that may go on: a query or a mutation has one result, a subscription has one per event.</summary>
internal sealed class LiveOperations(OperationExecutor operations, LiveBounds bounds, IHttpContextAccessor requests)
{
    /// <summary>The results, one after the other; each is written before the next is asked for.</summary>
    /// <param name="operation">What to run.</param>
    /// <param name="services">The operation's services.</param>
    /// <param name="cancel">Ends it with the client.</param>
    public async IAsyncEnumerable<ExecutionResult> RunAsync(
        Operation operation, IServiceProvider services, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pace = new Pace();
        var first = await operations.RunAsync(operation, services, cancel, pace);
        if (first.Streams?.Values.SingleOrDefault() is not { } stream)
        {
            yield return first;
            yield break;
        }

        using var place = bounds.TryFollow(requests.HttpContext);
        if (place is null)
        {
            yield return new ExecutionResult(new TooManySubscriptionsError());
            yield break;
        }

        using var open = new Open();
        var results = Channel.CreateUnbounded<ExecutionResult>();
        using var subscription = stream.Subscribe(new Writer(results.Writer));
        await foreach (var result in results.Reader.ReadAllAsync(cancel))
        {
            yield return result;
            pace.Took();
        }
    }

    /// <summary>A subscription, counted from its beginning to its end, whatever ends it.</summary>
    private sealed class Open : IDisposable
    {
        public Open() => GraphQLMetrics.Subscribed();

        public void Dispose() => GraphQLMetrics.Unsubscribed();
    }

    private sealed class Writer(ChannelWriter<ExecutionResult> results) : IObserver<ExecutionResult>
    {
        public void OnNext(ExecutionResult value) => results.TryWrite(value);

        public void OnCompleted() => results.TryComplete();

        public void OnError(Exception error)
        {
            results.TryWrite(new ExecutionResult(ErrorMapping.ToTopLevel(error)));
            results.TryComplete();
        }
    }
}
