using Commerce.Inventory.V1;
using CommerceKata.Gateway.Engine;
using GraphQL;
using Grpc.Core;
using static Commerce.Inventory.V1.InventoryService;

namespace CommerceKata.Gateway.Subgraphs.Inventory;

/// <summary>What is ordered from suppliers.</summary>
internal static class PurchaseOrderResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Query("purchaseOrders", PurchaseOrdersAsync);
        schema.Mutation<PlacePurchaseOrder>("placePurchaseOrder", PlaceAsync, input => input.PurchaseOrderId ?? input.ProductId);
        schema.Mutation<ReceiveGoods>("receiveGoods", ReceiveAsync, input => input.PurchaseOrderId);
        schema.Input<PlacePurchaseOrder>("PlacePurchaseOrderInput");
        schema.Input<ReceiveGoods>("ReceiveGoodsInput");
        schema.Payload("PurchaseOrderPayload", "purchaseOrder");

        schema.Entity<PurchaseOrder>("PurchaseOrder", (call, id) => call.Loader<PurchaseOrdersById>().Load(id))
            .Field("product", (order, call) => schema.Refer(call, "Product", order.ProductId));
        schema.Enum<PurchaseOrderStatus>("PurchaseOrderStatus");
        schema.Type<ListPurchaseOrdersResponse>("PurchaseOrderConnection")
            .Field("nodes", page => page.Edges.Select(edge => edge.PurchaseOrder).ToList());
        schema.Type<PurchaseOrderEdge>("PurchaseOrderEdge").Field("node", edge => edge.PurchaseOrder);
    }

    private static async Task<ListPurchaseOrdersResponse> PurchaseOrdersAsync(IResolveFieldContext call)
    {
        var request = new ListPurchaseOrdersRequest { Page = call.Page() };
        request.Statuses.Add(call.GetArgument<IReadOnlyList<PurchaseOrderStatus>?>("status") ?? []);
        return await call.Client<InventoryServiceClient>().ListPurchaseOrdersAsync(request, call.Options());
    }

    private static async Task<Payload> PlaceAsync(PlacePurchaseOrder input, IResolveFieldContext call)
    {
        try
        {
            var answer = await call.Client<InventoryServiceClient>().PlacePurchaseOrderAsync(Request(input), call.Options());
            return Read(answer.PurchaseOrder, answer.WrongState);
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.InvalidArgument && input.Quantity is not null)
        {
            // Of all that was sent on, only the quantity can be wrong; the contract has it in a line, our input has not.
            return new(null, [.. ErrorMapping.ToPayload(exception, about: null).OfType<ValidationError>().Select(error => error with { Field = "quantity" })]);
        }
    }

    private static PlacePurchaseOrderRequest Request(PlacePurchaseOrder input)
    {
        if (input.PurchaseOrderId is not null)
        {
            if (input.ProductId is not null) throw new BadInputException("productId", BadInputException.NotTogetherWith("purchaseOrderId"));
            if (input.Quantity is not null) throw new BadInputException("quantity", BadInputException.NotTogetherWith("purchaseOrderId"));
            return new() { PurchaseOrderId = GlobalId.Parse("PurchaseOrder", input.PurchaseOrderId, "purchaseOrderId") };
        }

        if (input.ProductId is null) throw new BadInputException("productId", new("REQUIRED", "is required without purchaseOrderId"));
        return new()
        {
            Line = new()
            {
                ProductId = GlobalId.Parse("Product", input.ProductId, "productId"),
                Quantity = input.Quantity ?? throw new BadInputException("quantity", new("REQUIRED", "is required with productId")),
            },
        };
    }

    private static async Task<Payload> ReceiveAsync(ReceiveGoods input, IResolveFieldContext call)
    {
        var request = new ReceiveGoodsRequest
        {
            PurchaseOrderId = GlobalId.Parse("PurchaseOrder", input.PurchaseOrderId, "purchaseOrderId"),
            Quantity = input.Quantity,
            ReceiptId = (input.ReceiptId ?? Guid.CreateVersion7()).ToString(),
        };
        var answer = await call.Client<InventoryServiceClient>().ReceiveGoodsAsync(request, call.Options());
        return Read(answer.PurchaseOrder, answer.WrongState);
    }

    private static Payload Read(PurchaseOrder? order, WrongState? wrong) => (order, wrong) switch
    {
        ({ } changed, _) => new Payload(changed),
        (_, { } state) => Payload.Failed(new WrongStateError(state.Status)),
        _ => throw new InvalidOperationException("Inventory answered neither a purchase order nor its state."),
    };

    internal sealed record PlacePurchaseOrder(string? PurchaseOrderId, string? ProductId, int? Quantity);

    internal sealed record ReceiveGoods(string PurchaseOrderId, int Quantity, Guid? ReceiptId);
}
