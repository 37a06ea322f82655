using Commerce.Identity.V1;
using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>The record of what was bought. The checkout is in <see cref="CheckoutResolvers"/>.</summary>
internal static class OrderResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        CheckoutResolvers.Bind(schema);
        FulfilmentResolvers.Bind(schema);
        ReturnResolvers.Bind(schema);
        schema.Query("orderById", call => OrderByIdAsync(call, call.Id("Order")));
        schema.Query("orders", call => OrdersAsync(call, userId: null));
        schema.Subscription("orderChanged", (call, left) => LiveOrders.WatchAsync(call, call.Id("Order"), left));
        schema.Mutation<CancelOrder>("cancelOrder", CancelOrderAsync, input => input.OrderId);

        schema.Entity<Order>("Order", (call, id) => call.Loader<OrdersById>().Load(id));
        schema.Type<OrderLine>("OrderLine")
            .Field("product", (line, call) => schema.Refer(call, "Product", line.ProductId));
        schema.Type<OrderAddress>("OrderAddress");
        schema.Type<OrderEvent>("OrderEvent");
        schema.Type<OrderPayment>("Payment");
        schema.Enum<OrderStatus>("OrderStatus");
        schema.Enum<OrderPaymentStatus>("PaymentStatus");

        schema.Extend("User", id => new User { Id = id }).Field("orders", (user, call) => OrdersAsync(call, user.Id));
        schema.Type<ListOrdersResponse>("OrderConnection")
            .Field("nodes", page => page.Edges.Select(edge => edge.Order).ToList());
        schema.Type<OrderEdge>("OrderEdge").Field("node", edge => edge.Order);

        schema.Input<CancelOrder>("CancelOrderInput");
        schema.Payload("OrderPayload", "order");
    }

    private static async Task<Order?> OrderByIdAsync(IResolveFieldContext call, string id)
    {
        var found = await call.Client<OrdersServiceClient>().GetOrderAsync(new() { Id = id }, call.Options()).OrNull();
        return found?.Order;
    }

    /// <summary>One user's orders, or everybody's.</summary>
    private static async Task<ListOrdersResponse> OrdersAsync(IResolveFieldContext call, string? userId)
    {
        var request = new ListOrdersRequest { Page = call.Page(), UserId = userId ?? "", Everybodys = userId is null };
        request.Statuses.Add(call.Filter<OrderStatus>("status"));
        return await call.Client<OrdersServiceClient>().ListOrdersAsync(request, call.Options());
    }

    private static async Task<Payload> CancelOrderAsync(CancelOrder input, IResolveFieldContext call)
    {
        var request = new CancelOrderRequest { OrderId = GlobalId.Parse("Order", input.OrderId, "orderId") };
        var answer = await call.Client<OrdersServiceClient>().CancelOrderAsync(request, call.Options());
        return WrongStates.Order(answer.Order, answer.WrongState?.Status);
    }

    internal sealed record CancelOrder(string OrderId);
}
