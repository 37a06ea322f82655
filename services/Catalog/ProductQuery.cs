using Commerce.Catalog.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;

namespace CommerceKata.Catalog;

/// <summary>What a product list was asked for, checked.</summary>
internal sealed record ProductQuery(
    Page Page, string Typed, string[] CategorySlugs, Money? MinPrice, Money? MaxPrice, bool? InStock, bool Archived,
    ProductSort Sort, bool WithTotalCount, bool WithFacets)
{
    private const int MaxSearchLength = 200;
    private const int MaxCategories = 50;

    /// <summary>Equal to that of every query for the same: arrays are not.</summary>
    public object Key => (
        this with { CategorySlugs = [], Page = Page with { Cursor = null } }, string.Join(' ', CategorySlugs),
        Page.Cursor is { } cursor ? string.Join('\0', cursor.Keys) : null);

    /// <summary>Reads a request; of use only when nothing was found wrong.</summary>
    public static ProductQuery Read(ListProductsRequest request, string currency, Violations check)
    {
        var isBlank = request.Search.Length > 0 && string.IsNullOrWhiteSpace(request.Search);
        check.Require(!isBlank, "search", Problem.Empty);
        var search = check.Text(request.Search, "search", MaxSearchLength, min: 0);
        check.Require(request.CategorySlugs.Count <= MaxCategories, "category_slugs", Problem.TooMany(MaxCategories));
        check.Require(Enum.IsDefined(request.Order), "order", Problem.NotFound("an order of the list"));
        var sort = ProductSort.Of(request.Order, search.Length > 0);
        return new ProductQuery(
            Page.Read(request.Page, check, ListOf(request, search, sort), sort.Key, CursorKey.Id),
            search,
            [.. request.CategorySlugs.Distinct()],
            request.MinPrice is null ? null : Price(check, request.MinPrice, "min_price", currency),
            request.MaxPrice is null ? null : Price(check, request.MaxPrice, "max_price", currency),
            request.HasInStock ? request.InStock : null,
            request.Archived,
            sort,
            request.WithTotalCount,
            request.WithFacets);
    }

    private static ListName ListOf(ListProductsRequest request, string search, ProductSort sort) => ListName.Of("products", sort.Name,
    [
        search, $"{request.MinPrice}", $"{request.MaxPrice}", request.HasInStock ? $"{request.InStock}" : null, $"{request.Archived}",
        .. ListName.AnyOf(request.CategorySlugs),
    ]);

    /// <summary>An amount to compare prices with, in the shop's currency.</summary>
    private static Money Price(Violations check, Google.Type.Money? wire, string field, string currency)
    {
        var price = check.Amount(wire, field);
        check.Require(price.Currency is null || price.Currency == currency, field, Problem.WrongCurrency(currency));
        return price;
    }
}

/// <summary>
/// An order of the product list: its name in cursors, the column sorted by, its SQL type and that of its cursors, which way. The id breaks ties, so that
/// every row has one place and keyset pages neither repeat nor skip.
/// </summary>
internal sealed record ProductSort(string Name, string Expression, string Type, CursorKey Key, bool Descending)
{
    /// <summary>How well a product fits what was searched for.</summary>
    public static readonly ProductSort Relevance = new("RELEVANCE", "rank", "real", CursorKey.Real, true);

    private static readonly ProductSort Newest = new("NEWEST", "p.created_at", "timestamptz", CursorKey.Instant, true);

    /// <summary>The order asked for; relevance without a text to be relevant to is newest.</summary>
    public static ProductSort Of(ProductOrder order, bool searching) => order switch
    {
        ProductOrder.PriceAsc => new("PRICE_ASC", "p.price_minor", "bigint", CursorKey.Number, false),
        ProductOrder.PriceDesc => new("PRICE_DESC", "p.price_minor", "bigint", CursorKey.Number, true),
        ProductOrder.NameAsc => new("NAME_ASC", """p.name COLLATE "und-x-icu" """, "text", CursorKey.Text, false),
        ProductOrder.Newest => Newest,
        _ => searching ? Relevance : Newest,
    };
}

/// <summary>A page of the product list, and what was asked for beside it.</summary>
internal sealed record ProductPage(
    IReadOnlyList<(Product Product, string Cursor)> Rows, PageInfo Info, int TotalCount, IReadOnlyList<(Category Category, int Count)> Facets)
{
    public static readonly ProductPage Empty = new([], new PageInfo(), 0, []);

    /// <summary>About how many bytes it takes in memory, with what it is found by.</summary>
    public long Size => 4_000 + Rows.Sum(row => row.Product.Size + (2 * row.Cursor.Length)) + Facets.Sum(facet => facet.Category.Size);

    /// <summary>What was looked for instead of what was typed; empty when that was it.</summary>
    public string CorrectedSearch { get; init; } = "";
}
