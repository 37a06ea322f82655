using Commerce.Inventory.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
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
        request.Statuses.Add(call.Filter<PurchaseOrderStatus>("status"));
        return await call.Client<InventoryServiceClient>().ListPurchaseOrdersAsync(request, call.Options());
    }

    private static async Task<Payload> PlaceAsync(PlacePurchaseOrder input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = Request(input, check);
        var answer = await check.AskAsync(
            call.Client<InventoryServiceClient>().PlacePurchaseOrderAsync(request, call.Options()), OutsideLine);
        return WrongStates.PurchaseOrder(answer.PurchaseOrder, answer.WrongState?.Status);
    }

    private static PlacePurchaseOrderRequest Request(PlacePurchaseOrder input, InputCheck check)
    {
        if (input.PurchaseOrderId is not null)
        {
            var id = check.Id("PurchaseOrder", input.PurchaseOrderId, "purchaseOrderId");
            if (input.ProductId is not null) id = check.NotTogether("productId", "purchaseOrderId");
            var request = new PlacePurchaseOrderRequest { PurchaseOrderId = id };
            if (input.Quantity is { } quantity) request.Quantity = quantity;
            return request;
        }

        if (input.ProductId is null) check.Note("productId", new("REQUIRED", "is required without purchaseOrderId"));
        if (input.Quantity is null) check.Note("quantity", new("REQUIRED", "is required with productId"));
        return new()
        {
            Line = new()
            {
                ProductId = input.ProductId is null ? "" : check.Id("Product", input.ProductId, "productId"),
                Quantity = input.Quantity ?? 0,
            },
        };
    }

    /// <summary>Inventory has product and quantity in a line.</summary>
    private static string OutsideLine(string field) =>
        field.StartsWith("line.", StringComparison.Ordinal) ? field["line.".Length..] : field;

    private static async Task<Payload> ReceiveAsync(ReceiveGoods input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new ReceiveGoodsRequest
        {
            PurchaseOrderId = check.Id("PurchaseOrder", input.PurchaseOrderId, "purchaseOrderId"),
            Quantity = input.Quantity,
            ReceiptId = (input.ReceiptId ?? Guid.CreateVersion7()).ToString(),
        };
        var answer = await check.AskAsync(
            call.Client<InventoryServiceClient>().ReceiveGoodsAsync(request, call.Options()));
        return WrongStates.PurchaseOrder(answer.PurchaseOrder, answer.WrongState?.Status);
    }

    internal sealed record PlacePurchaseOrder(string? PurchaseOrderId, string? ProductId, int? Quantity);

    internal sealed record ReceiveGoods(string PurchaseOrderId, int Quantity, Guid? ReceiptId);
}
