using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using CommerceKata.Gateway.Engine;
using GraphQL;
using static Commerce.Inventory.V1.InventoryService;

namespace CommerceKata.Gateway.Subgraphs.Inventory;

/// <summary>How many there are. What is ordered is in <see cref="PurchaseOrderResolvers"/>.</summary>
internal static class InventoryResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        PurchaseOrderResolvers.Bind(schema);
        schema.Query("lowStock", LowStockAsync);
        schema.Mutation<SetStockThreshold>("setStockThreshold", SetStockThresholdAsync, input => input.ProductId);
        schema.Mutation<AdjustStock>("adjustStock", AdjustStockAsync, input => input.ProductId);
        schema.Input<SetStockThreshold>("SetStockThresholdInput");
        schema.Input<AdjustStock>("AdjustStockInput");
        schema.Payload("StockPayload", "stock");

        schema.Type<Product>("Product")
            // Whatever is left of it in stock: what is archived cannot be sold.
            .Field("available", (product, call) => product.Archived ? (int?)0 : call.Loader<AvailabilityByProduct>().Load(product.Id))
            .Field("stock", (product, call) => call.Loader<StockByProduct>().Load(product.Id));
        // A stock record has no other id than its product's.
        schema.Entity<Stock>("Stock", (call, id) => call.Loader<StockByProduct>().Load(id))
            .Field("id", stock => new GlobalId("Stock", stock.ProductId).ToString())
            .Field("product", (stock, call) => schema.Refer(call, "Product", stock.ProductId))
            .Field("available", stock => stock.OnHand - stock.Reserved);
        schema.Type<ListLowStockResponse>("StockConnection")
            .Field("nodes", page => page.Edges.Select(edge => edge.Stock).ToList());
        schema.Type<StockEdge>("StockEdge").Field("node", edge => edge.Stock);
    }

    private static async Task<ListLowStockResponse> LowStockAsync(IResolveFieldContext call) =>
        await call.Client<InventoryServiceClient>().ListLowStockAsync(new() { Page = call.Page() }, call.Options());

    private static async Task<Payload> SetStockThresholdAsync(SetStockThreshold input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new SetThresholdRequest
        {
            ProductId = check.Id("Product", input.ProductId, "productId"),
            Threshold = input.Threshold,
        };
        var answer = await check.AskAsync(
            call.Client<InventoryServiceClient>().SetThresholdAsync(request, call.Options()));
        return new Payload(answer.Stock);
    }

    private static async Task<Payload> AdjustStockAsync(AdjustStock input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new AdjustStockRequest
        {
            ProductId = check.Id("Product", input.ProductId, "productId"),
            Delta = input.Delta,
            Reason = input.Reason,
        };
        var answer = await check.AskAsync(
            call.Client<InventoryServiceClient>().AdjustStockAsync(request, call.Options()));
        return new Payload(answer.Stock);
    }

    internal sealed record SetStockThreshold(string ProductId, int Threshold);

    internal sealed record AdjustStock(string ProductId, int Delta, string Reason);
}
