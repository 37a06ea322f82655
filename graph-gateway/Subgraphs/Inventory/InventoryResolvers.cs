using Commerce.Catalog.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using static Commerce.Inventory.V1.InventoryService;

namespace CommerceKata.Gateway.Subgraphs.Inventory;

/// <summary>How many there are.</summary>
internal static class InventoryResolvers
{
    public static void Bind(SchemaBindings schema) =>
        schema.Type<Product>("Product")
            // Whatever is left of it in stock: what is archived cannot be sold.
            .Field("available", (product, call) => product.Archived ? (int?)0 : call.Loader<AvailabilityByProduct>().Load(product.Id));
}

/// <summary>Units that can be sold now, by product.</summary>
internal sealed class AvailabilityByProduct(InventoryServiceClient inventory) : BatchLoader<string, int?>
{
    protected override async Task<IReadOnlyDictionary<string, int?>> FetchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var answer = await inventory.BatchGetAvailabilityAsync(new() { ProductIds = { keys } }, cancellationToken: cancellation);
        return answer.Availability.ToDictionary(one => one.ProductId, one => (int?)one.Available);
    }
}
