using System.Threading.Channels;
using GraphQL;
using GraphQL.Resolvers;

namespace CommerceKata.Gateway.Live;

/// <summary>
/// Gives the engine a subscription's events one at a time: the next is read when the client has taken the one before, so
/// that nothing piles up for a client that is slow.
/// </summary>
/// <param name="open">Opens the stream of events for a subscription.</param>
internal sealed class LiveSource(Func<IResolveFieldContext, CancellationToken, IAsyncEnumerable<object>> open) : ISourceStreamResolver
{
    /// <inheritdoc />
    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) => new(new Events(open, context));

    private sealed class Events(Func<IResolveFieldContext, CancellationToken, IAsyncEnumerable<object>> open, IResolveFieldContext context)
        : IObservable<object?>
    {
        public IDisposable Subscribe(IObserver<object?> observer)
        {
            var left = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
            _ = TellAsync(observer, left.Token);
            return new Leaving(left);
        }

        private async Task TellAsync(IObserver<object?> observer, CancellationToken left)
        {
            // Not on the caller's thread: it is still on its way to the place where events are taken.
            await Task.Yield();
            try
            {
                await foreach (var value in open(context, left))
                {
                    observer.OnNext(value);
                    await Pace.Of(context).TakenAsync(left);
                }

                observer.OnCompleted();
            }
            catch (Exception) when (left.IsCancellationRequested)
            {
                // The client has left: nobody listens any more.
            }
            catch (Exception error)
            {
                observer.OnError(error);
            }
        }
    }

    private sealed class Leaving(CancellationTokenSource left) : IDisposable
    {
        public void Dispose() => left.Cancel();
    }
}

/// <summary>How fast a client takes events.</summary>
internal sealed class Pace
{
    private const string Key = "pace";

    private readonly Channel<bool> _taken = Channel.CreateUnbounded<bool>();

    /// <summary>The pace of the operation that a resolver works for.</summary>
    public static Pace Of(IResolveFieldContext call) => (Pace)call.UserContext[Key]!;

    /// <summary>Goes along with the operation.</summary>
    public void Accompany(IDictionary<string, object?> userContext) => userContext[Key] = this;

    /// <summary>The client has the event.</summary>
    public void Took() => _taken.Writer.TryWrite(true);

    /// <summary>Waits until the client has it.</summary>
    public async Task TakenAsync(CancellationToken left) => await _taken.Reader.ReadAsync(left);
}
