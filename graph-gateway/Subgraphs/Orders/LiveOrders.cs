using System.Runtime.CompilerServices;
using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;
using GraphQL;
using Grpc.Core;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>Follows an order at Orders, and at another replica of it when one goes away.</summary>
internal static class LiveOrders
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The order as it is, then at each change, until the caller leaves or Orders refuses.</summary>
    public static async IAsyncEnumerable<Order> WatchAsync(IResolveFieldContext call, string id, [EnumeratorCancellation] CancellationToken left)
    {
        var time = call.RequestServices!.GetRequiredService<TimeProvider>();
        Order? last = null;
        while (true)
        {
            using var watch = call.Client<OrdersServiceClient>().WatchOrder(new() { Id = id }, new CallOptions(cancellationToken: left));
            while (await TryNextAsync(watch, left))
            {
                // Every watch begins with the present state: after a change of replicas that is no news.
                if (watch.ResponseStream.Current.Order.Equals(last)) continue;
                last = watch.ResponseStream.Current.Order;
                yield return last;
            }

            await Task.Delay(Pause, time, left);
        }
    }

    /// <summary>Whether there is another state; false when Orders has gone away.</summary>
    private static async Task<bool> TryNextAsync(AsyncServerStreamingCall<WatchOrderResponse> watch, CancellationToken left)
    {
        try
        {
            return await watch.ResponseStream.MoveNext(left);
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.Unavailable && !left.IsCancellationRequested)
        {
            return false;
        }
    }
}
