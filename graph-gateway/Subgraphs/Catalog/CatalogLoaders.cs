using Commerce.Catalog.V1;
using CommerceKata.Gateway.Loading;
using static Commerce.Catalog.V1.CatalogService;

namespace CommerceKata.Gateway.Subgraphs.Catalog;

/// <summary>Products by UUID, archived ones included.</summary>
internal sealed class ProductsById(CatalogServiceClient catalog) : BatchLoader<string, Product>
{
    protected override async Task<IReadOnlyDictionary<string, Product>> FetchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var answer = await catalog.BatchGetProductsAsync(new() { Ids = { keys } }, cancellationToken: cancellation);
        return answer.Products.ToDictionary(product => product.Id);
    }
}

/// <summary>Categories by UUID.</summary>
internal sealed class CategoriesById(CatalogServiceClient catalog) : BatchLoader<string, Category>
{
    protected override async Task<IReadOnlyDictionary<string, Category>> FetchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var answer = await catalog.BatchGetCategoriesAsync(new() { Ids = { keys } }, cancellationToken: cancellation);
        return answer.Categories.ToDictionary(category => category.Id);
    }
}

/// <summary>How many products are on sale in a category, by its UUID.</summary>
internal sealed class ProductCounts(CatalogServiceClient catalog) : BatchLoader<string, Category>
{
    protected override async Task<IReadOnlyDictionary<string, Category>> FetchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var request = new BatchGetCategoriesRequest { Ids = { keys }, WithProductCounts = true };
        var answer = await catalog.BatchGetCategoriesAsync(request, cancellationToken: cancellation);
        return answer.Categories.ToDictionary(category => category.Id);
    }
}
