using Commerce.Orders.V1;
using CommerceKata.Gateway.Loading;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>Orders by UUID, those that the caller may see.</summary>
internal sealed class OrdersById(OrdersServiceClient orders) : BatchLoader<string, Order>
{
    protected override async Task<IReadOnlyDictionary<string, Order>> FetchAsync(IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var answer = await orders.BatchGetOrdersAsync(new() { Ids = { keys } }, cancellationToken: cancellation);
        return answer.Orders.ToDictionary(order => order.Id);
    }
}
