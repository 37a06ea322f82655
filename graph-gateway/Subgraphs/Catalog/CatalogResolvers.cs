using Commerce.Catalog.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
using static Commerce.Catalog.V1.CatalogService;

namespace CommerceKata.Gateway.Subgraphs.Catalog;

/// <summary>What the shop sells. What admins do with it is in <see cref="ProductAdminResolvers"/>.</summary>
internal static class CatalogResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        ProductAdminResolvers.Bind(schema);
        schema.Query("products", ProductsAsync);
        schema.Query("productById", call => call.Loader<ProductsById>().Load(call.Id("Product")));
        schema.Query("productBySlug", ProductBySlugAsync);
        schema.Query("categories", CategoriesAsync);

        schema.Entity<Product>("Product", (call, id) => call.Loader<ProductsById>().Load(id))
            // A Catalog of the version before this one sends the id alone.
            .Field("category", (product, call) => product.Category ?? schema.Refer(call, "Category", product.CategoryId));
        schema.Entity<Category>("Category", (call, id) => call.Loader<CategoriesById>().Load(id))
            // Counted only where it is shown.
            .Field("productCount", (category, call) => category.HasProductCount
                ? category.ProductCount
                : call.Loader<ProductCounts>().Load(category.Id).Then(counted => (object?)counted?.ProductCount));

        schema.Type<ListProductsResponse>("ProductConnection")
            .Field("nodes", page => page.Edges.Select(edge => edge.Product).ToList());
        schema.Type<ProductEdge>("ProductEdge").Field("node", edge => edge.Product);
        schema.Type<CategoryFacet>("CategoryFacet");
        schema.Input<ProductFilter>("ProductFilter");
        schema.Enum<ProductOrder>("ProductOrder");
    }

    private static async Task<ListProductsResponse> ProductsAsync(IResolveFieldContext call)
    {
        var filter = call.GetArgument<ProductFilter?>("where");
        var currency = call.Settings().Currency;
        var check = new InputCheck();
        var request = new ListProductsRequest
        {
            Page = call.Page(),
            Search = call.GetArgument<string?>("search").Given(),
            MinPrice = check.Money(() => WireForm.OfMoney(filter?.MinPrice, currency, "where.minPrice")),
            MaxPrice = check.Money(() => WireForm.OfMoney(filter?.MaxPrice, currency, "where.maxPrice")),
            Order = call.GetArgument<ProductOrder?>("order") ?? ProductOrder.Unspecified,
            // Counting costs the Catalog a query each.
            WithTotalCount = call.Selects("totalCount"),
            WithFacets = call.Selects("facets"),
        };
        request.CategorySlugs.Add(check.Filter(filter?.CategorySlugs, "where.categorySlugs"));
        if (filter?.InStock is { } inStock) request.InStock = inStock;
        if (filter?.Archived is { } archived) request.Archived = archived;
        return await check.AskAsync(
            call.Client<CatalogServiceClient>().ListProductsAsync(request, call.Options()), InWhere);
    }

    /// <summary>The Catalog has the filters beside the other fields.</summary>
    private static string InWhere(string field) =>
        field.StartsWith("categorySlugs", StringComparison.Ordinal) || field is "minPrice" or "maxPrice"
            ? $"where.{field}" : field;

    private static async Task<Product?> ProductBySlugAsync(IResolveFieldContext call)
    {
        var request = new GetProductRequest { Slug = call.GetArgument<string>("slug") };
        var found = await call.Client<CatalogServiceClient>()
            .GetProductAsync(request, call.Options())
            .OrNull();
        return found?.Product;
    }

    private static async Task<IReadOnlyList<Category>> CategoriesAsync(IResolveFieldContext call)
    {
        var answer = await call.Client<CatalogServiceClient>()
            .ListCategoriesAsync(new(), call.Options());
        return answer.Categories;
    }

    /// <summary>Which products to list.</summary>
    internal sealed record ProductFilter(
        bool? Archived, IReadOnlyList<string>? CategorySlugs, decimal? MinPrice, decimal? MaxPrice, bool? InStock);
}
