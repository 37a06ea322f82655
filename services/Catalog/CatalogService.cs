using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Proto = Commerce.Catalog.V1;

namespace CommerceKata.Catalog;

/// <summary>The Catalog's RPCs: proto to domain and back.</summary>
internal sealed class CatalogService(
    CatalogStore store, ProductListStore lists, ProductSearch search, CatalogAdminStore admin, Currency currency)
    : Proto.CatalogService.CatalogServiceBase
{
    [AllowAnonymous]
    public override async Task<ListProductsResponse> ListProducts(ListProductsRequest request, ServerCallContext context)
    {
        if (request.HasArchived && !Caller.Of(context).IsAdmin) throw Fault.Forbidden();
        var check = new Violations();
        var query = ProductQuery.Read(request, currency.Code, check);
        await RequireCategoriesAsync(check, query.CategorySlugs, request.CategorySlugs, context.CancellationToken);
        check.ThrowIfAny();
        var page = await search.FindAsync(query, context.CancellationToken);
        return new()
        {
            PageInfo = page.Info,
            Edges = { page.Rows.Select(row => new ProductEdge { Cursor = row.Cursor, Product = row.Product.ToProto() }) },
            TotalCount = page.TotalCount,
            Facets = { page.Facets.Select(facet => new CategoryFacet { Category = facet.Category.ToProto(), Count = facet.Count }) },
            CorrectedSearch = page.CorrectedSearch,
        };
    }

    [AllowAnonymous]
    public override async Task<GetProductResponse> GetProduct(GetProductRequest request, ServerCallContext context)
    {
        var check = new Violations();
        check.Require(request.KeyCase != GetProductRequest.KeyOneofCase.None, "key", Problem.Required);
        var id = request.HasId ? check.Id(request.Id, "id") : default;
        var slug = request.HasSlug ? check.Text(request.Slug, "slug", max: 200) : "";
        check.ThrowIfAny();
        var product = request.HasId
            ? await store.FindAsync(id, context.CancellationToken)
            : await store.FindBySlugAsync(slug, context.CancellationToken);
        return new() { Product = product?.ToProto() ?? throw Fault.NotFound("product") };
    }

    [AllowAnonymous]
    public override async Task<BatchGetProductsResponse> BatchGetProducts(BatchGetProductsRequest request, ServerCallContext context)
    {
        var products = await store.GetManyAsync(Ids(request.Ids), context.CancellationToken);
        return new() { Products = { products.Select(product => product.ToProto()) } };
    }

    [AllowAnonymous]
    public override async Task<ListCategoriesResponse> ListCategories(ListCategoriesRequest request, ServerCallContext context)
    {
        var categories = await store.GetCategoriesAsync(context.CancellationToken);
        return new() { Categories = { categories.Select(category => category.ToProto()) } };
    }

    [AllowAnonymous]
    public override async Task<BatchGetCategoriesResponse> BatchGetCategories(BatchGetCategoriesRequest request, ServerCallContext context)
    {
        var categories = await store.GetCategoriesAsync(Ids(request.Ids), request.WithProductCounts, context.CancellationToken);
        return new() { Categories = { categories.Select(category => category.ToProto()) } };
    }

    [Allow(Who.Admin)]
    public override async Task<CreateProductResponse> CreateProduct(CreateProductRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var product = ProductInput.Read(request, currency, check);
        await RequireCategoryAsync(check, product.CategorySlug, context.CancellationToken);
        check.ThrowIfAny();
        var taken = await admin.CreateAsync(product, slugGiven: request.Slug.Length > 0, context.CancellationToken);
        return taken is null
            ? new() { Product = await GetAsync(product.Id, context.CancellationToken) }
            : new() { SkuTaken = new SkuTaken { Sku = product.Sku, Archived = taken.Archived } };
    }

    [Allow(Who.Admin)]
    public override async Task<UpdateProductResponse> UpdateProduct(UpdateProductRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var change = ProductInput.Read(request, currency, check);
        await RequireCategoryAsync(check, change.CategorySlug, context.CancellationToken);
        check.ThrowIfAny();
        if (!await admin.UpdateAsync(change, context.CancellationToken)) throw Fault.NotFound("product");
        return new() { Product = await GetAsync(change.Id, context.CancellationToken) };
    }

    [Allow(Who.Admin)]
    public override async Task<ArchiveProductResponse> ArchiveProduct(ArchiveProductRequest request, ServerCallContext context)
    {
        var id = Violations.OnlyId(request.Id, "id");
        if (!await admin.SetArchivedAsync(id, true, context.CancellationToken)) throw Fault.NotFound("product");
        return new() { Product = await GetAsync(id, context.CancellationToken) };
    }

    [Allow(Who.Admin)]
    public override async Task<RestoreProductResponse> RestoreProduct(
        RestoreProductRequest request, ServerCallContext context)
    {
        var id = Violations.OnlyId(request.Id, "id");
        if (!await admin.SetArchivedAsync(id, false, context.CancellationToken)) throw Fault.NotFound("product");
        return new() { Product = await GetAsync(id, context.CancellationToken) };
    }

    /// <summary>Each category that is asked for is there: what none has is a slip, and no wish for an empty list.</summary>
    private async Task RequireCategoriesAsync(Violations check, string[] distinct, IReadOnlyList<string> given, CancellationToken cancel)
    {
        if (check.Names("category_slugs")) return;
        var unknown = await lists.UnknownAsync([.. distinct.Where(Slug.IsValid)], cancel);
        for (var i = 0; i < given.Count; i++)
            check.Require(Slug.IsValid(given[i]) && !unknown.Contains(given[i]), $"category_slugs[{i}]", Problem.NotFound("a category"));
    }

    /// <summary>A category is named by its slug; none, or the empty one, is fine.</summary>
    private async Task RequireCategoryAsync(Violations check, string? slug, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(slug)) return;
        check.Require(Slug.IsValid(slug) && await store.HasCategoryAsync(slug, cancel), "category_slug", Problem.NotFound("a category"));
    }

    private async Task<Proto.Product> GetAsync(Guid id, CancellationToken cancel) =>
        (await store.FindAsync(id, cancel))?.ToProto() ?? throw Fault.NotFound("product");

    private static Guid[] Ids(IReadOnlyCollection<string> values)
    {
        var check = new Violations();
        var ids = check.Ids(values, "ids");
        check.ThrowIfAny();
        return ids;
    }
}
