using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Catalog;

/// <summary>Checks what an admin says of a product.</summary>
internal static class ProductInput
{
    private const int MaxName = 200;
    private const int MaxDescription = 5_000;
    private const int MaxUrl = 2_000;
    private const int MaxStock = 1_000_000;

    private static readonly Problem NotASku = new(
        "NOT_A_SKU", "must be 1 to 40 letters, digits and, between them, dashes, dots, slashes, underscores and single spaces");

    private static readonly Problem NotASlug = new("NOT_A_SLUG", "must be lower case letters, digits and single dashes");

    /// <summary>A product to put on sale; of use only when nothing was found wrong.</summary>
    /// <param name="request">What came.</param>
    /// <param name="currency">The shop's.</param>
    /// <param name="check">Where violations go.</param>
    public static NewProduct Read(CreateProductRequest request, Currency currency, Violations check)
    {
        var name = check.Text(request.Name, "name", MaxName);
        check.Require(Sku.IsValid(request.Sku), "sku", request.Sku.Length == 0 ? Problem.Required : NotASku);
        check.Require(request.Slug.Length == 0 || Slug.IsValid(request.Slug), "slug", NotASlug);
        return new NewProduct(
            Guid.CreateVersion7(),
            request.Sku,
            request.Slug.Length > 0 ? request.Slug : Slug.From(name),
            name,
            check.Text(request.Description, "description", MaxDescription),
            request.CategorySlug,
            check.Price(request.Price, "price", currency),
            Url(check, request.ImageUrl),
            check.Range(request.InitialStock, "initial_stock", 0, MaxStock),
            check.Range(request.LowStockThreshold, "low_stock_threshold", 0, MaxStock));
    }

    /// <summary>A change of a product; of use only when nothing was found wrong.</summary>
    /// <param name="request">What came.</param>
    /// <param name="currency">The shop's.</param>
    /// <param name="check">Where violations go.</param>
    public static ProductChange Read(UpdateProductRequest request, Currency currency, Violations check)
    {
        if (request.HasSlug) check.Require(Slug.IsValid(request.Slug), "slug", request.Slug.Length == 0 ? Problem.Required : NotASlug);
        return new ProductChange(
            check.Id(request.Id, "id"),
            request.HasSlug ? request.Slug : null,
            request.HasName ? check.Text(request.Name, "name", MaxName) : null,
            request.HasDescription ? check.Text(request.Description, "description", MaxDescription) : null,
            request.HasCategorySlug ? request.CategorySlug : null,
            request.Price is null ? null : check.Price(request.Price, "price", currency),
            request.HasImageUrl ? Url(check, request.ImageUrl) : null);
    }

    private static string Url(Violations check, string url)
    {
        var web = url.Length == 0 || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http"));
        check.Require(web && url.Length <= MaxUrl, "image_url", new("NOT_A_WEB_ADDRESS", "must be a web address"));
        return url;
    }
}
