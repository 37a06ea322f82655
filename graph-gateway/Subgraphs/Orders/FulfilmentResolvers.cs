using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>The parcel's way to the customer.</summary>
internal static class FulfilmentResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Mutation<MarkShipped>("markShipped", MarkShippedAsync, input => input.OrderId);
        schema.Mutation<MarkDelivered>("markDelivered", MarkDeliveredAsync, input => input.OrderId);
        schema.Input<MarkShipped>("MarkShippedInput");
        schema.Input<MarkDelivered>("MarkDeliveredInput");
    }

    private static async Task<Payload> MarkShippedAsync(MarkShipped input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new MarkShippedRequest
        {
            OrderId = check.Id("Order", input.OrderId, "orderId"), TrackingNumber = input.TrackingNumber ?? "",
        };
        var answer = await check.AskAsync(call.Client<OrdersServiceClient>().MarkShippedAsync(request, call.Options()));
        return WrongStates.Order(answer.Order, answer.WrongState?.Status);
    }

    private static async Task<Payload> MarkDeliveredAsync(MarkDelivered input, IResolveFieldContext call)
    {
        var request = new MarkDeliveredRequest { OrderId = GlobalId.Parse("Order", input.OrderId, "orderId") };
        var answer = await call.Client<OrdersServiceClient>().MarkDeliveredAsync(request, call.Options());
        return WrongStates.Order(answer.Order, answer.WrongState?.Status);
    }

    internal sealed record MarkShipped(string OrderId, string? TrackingNumber);

    internal sealed record MarkDelivered(string OrderId);
}
