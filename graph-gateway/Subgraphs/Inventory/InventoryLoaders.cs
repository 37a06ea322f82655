using Commerce.Inventory.V1;
using CommerceKata.Gateway.Loading;
using static Commerce.Inventory.V1.InventoryService;

namespace CommerceKata.Gateway.Subgraphs.Inventory;

/// <summary>Units that can be sold now, by product.</summary>
internal sealed class AvailabilityByProduct(InventoryServiceClient inventory) : AvailabilityLoader(inventory, countOwnHolds: false);

/// <summary>Units that the caller can buy now, by product: those that their own unpaid order holds included.</summary>
internal sealed class AvailabilityToCaller(InventoryServiceClient inventory) : AvailabilityLoader(inventory, countOwnHolds: true);

/// <summary>What Inventory has of products.</summary>
internal abstract class AvailabilityLoader(InventoryServiceClient inventory, bool countOwnHolds) : BatchLoader<string, int?>
{
    protected override async Task<IReadOnlyDictionary<string, int?>> FetchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var request = new BatchGetAvailabilityRequest { ProductIds = { keys }, CountOwnHolds = countOwnHolds };
        var answer = await inventory.BatchGetAvailabilityAsync(request, cancellationToken: cancellation);
        return answer.Availability.ToDictionary(one => one.ProductId, one => (int?)one.Available);
    }
}

/// <summary>Stock records, by product.</summary>
internal sealed class StockByProduct(InventoryServiceClient inventory) : BatchLoader<string, Stock>
{
    protected override async Task<IReadOnlyDictionary<string, Stock>> FetchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var answer = await inventory.BatchGetStockAsync(new() { ProductIds = { keys } }, cancellationToken: cancellation);
        return answer.Stock.ToDictionary(stock => stock.ProductId);
    }
}

/// <summary>Purchase orders by UUID.</summary>
internal sealed class PurchaseOrdersById(InventoryServiceClient inventory) : BatchLoader<string, PurchaseOrder>
{
    protected override async Task<IReadOnlyDictionary<string, PurchaseOrder>> FetchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var answer = await inventory.BatchGetPurchaseOrdersAsync(new() { Ids = { keys } }, cancellationToken: cancellation);
        return answer.PurchaseOrders.ToDictionary(order => order.Id);
    }
}
