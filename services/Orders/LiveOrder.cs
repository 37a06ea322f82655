using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.Orders;

/// <summary>An order as it is, and again whenever it is another.</summary>
internal sealed class LiveOrder(OrderChanges changes, EndedSessions ended, IHostApplicationLifetime process, TimeProvider time)
{
    /// <summary>News may be lost; then they are this late.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Writes until the caller leaves, the caller's token or session ends (UNAUTHENTICATED) or the process does (UNAVAILABLE: watch
    /// again). A slow caller gets the latest state, not every one between.
    /// </summary>
    /// <param name="orderId">Which order.</param>
    /// <param name="find">Reads it, if the caller may see it.</param>
    /// <param name="answers">Where to.</param>
    /// <param name="context">The call.</param>
    public async Task WriteAsync(Guid orderId, Func<Task<Order>> find, IServerStreamWriter<WatchOrderResponse> answers, ServerCallContext context)
    {
        using var watch = changes.Watch(orderId);
        using var session = ended.Watch(Caller.Of(context).SessionId);
        using var token = new CancellationTokenSource(Left(context), time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, session.Ended, token.Token, process.ApplicationStopping);
        Commerce.Orders.V1.Order? told = null;
        try
        {
            while (true)
            {
                var now = (await find()).ToProto();
                if (!now.Equals(told)) await answers.WriteAsync(new() { Order = now }, until.Token);
                told = now;
                await watch.NextAsync(LookAnyway, time, until.Token);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested || session.Ended.IsCancellationRequested)
        {
            throw new Fault(StatusCode.Unauthenticated, "SESSION_ENDED", "The session has ended: watch again with a new token.");
        }
        catch (OperationCanceledException) when (process.ApplicationStopping.IsCancellationRequested)
        {
            throw Fault.Unavailable("This process stops: watch again.");
        }
    }

    private TimeSpan Left(ServerCallContext context)
    {
        var left = Caller.TokenEnds(context) - time.GetUtcNow();
        // A timer takes no more than some weeks; no token is good for a day.
        return TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, TimeSpan.TicksPerDay));
    }
}
