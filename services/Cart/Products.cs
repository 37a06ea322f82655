using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults.Errors;
using CatalogClient = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;

namespace CommerceKata.Cart;

/// <summary>What the Catalog says of a product.</summary>
internal sealed class Products(CatalogClient catalog)
{
    /// <exception cref="Fault">There is no such product, or it is not sold any more.</exception>
    public async Task RequireOnSaleAsync(Guid id, CancellationToken cancel)
    {
        var found = await catalog.BatchGetProductsAsync(new BatchGetProductsRequest { Ids = { id.ToString() } }, cancellationToken: cancel);
        if (found.Products is not [{ Archived: false }]) throw Fault.NotFound("product");
    }
}
