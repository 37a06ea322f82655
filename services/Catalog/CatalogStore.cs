using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Catalog;

/// <summary>All reading of the catalog's tables; <see cref="CatalogAdminStore"/> has the writing.</summary>
internal sealed class CatalogStore(Database database)
{
    private const string Columns =
        "p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at";

    private const string CategoryColumns = """
        c.id, c.slug, c.name,
        (SELECT count(*) FROM product p WHERE p.category_id = c.id AND NOT p.archived)::int AS product_count
        """;

    public Task<Product?> FindAsync(Guid id, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Product>($"SELECT {Columns} FROM product p WHERE p.id = @id", new { id }, cancel);

    public Task<Product?> FindBySlugAsync(string slug, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Product>($"SELECT {Columns} FROM product p WHERE p.slug = @slug", new { slug }, cancel);

    public Task<IReadOnlyList<Product>> GetManyAsync(Guid[] ids, CancellationToken cancel) =>
        database.QueryAsync<Product>($"SELECT {Columns} FROM product p WHERE p.id = ANY(@ids)", new { ids }, cancel);

    public Task<IReadOnlyList<Category>> GetCategoriesAsync(CancellationToken cancel) =>
        database.QueryAsync<Category>($"SELECT {CategoryColumns} FROM category c ORDER BY c.name", null, cancel);

    public Task<IReadOnlyList<Category>> GetCategoriesAsync(Guid[] ids, CancellationToken cancel) =>
        database.QueryAsync<Category>($"SELECT {CategoryColumns} FROM category c WHERE c.id = ANY(@ids)", new { ids }, cancel);

    /// <summary>One page, and where it stands.</summary>
    public async Task<(IReadOnlyList<(Product Product, string Cursor)> Rows, PageInfo Info)> ListAsync(ProductQuery query, CancellationToken cancel)
    {
        var sort = query.Sort;
        var descending = sort.Descending != query.Page.Backward;
        var (direction, beyond) = descending ? ("DESC", "<") : ("ASC", ">");
        var keyset = query.Page.Cursor is null ? "" : $"AND ({sort.Expression}, p.id) {beyond} (CAST(@AfterKey AS {sort.Type}), CAST(@AfterId AS uuid))";
        var sql = $"""
            SELECT {Columns}, ({sort.Expression})::text AS sort_key FROM product p
            WHERE {Matches(query, byCategory: true)} {keyset}
            ORDER BY {sort.Expression} {direction}, p.id {direction} LIMIT @Limit
            """;
        var rows = await database.QueryAsync<ListedProduct>(sql, Parameters(query), cancel);
        var (page, info) = query.Page.Cut(rows, row => row.Cursor);
        return ([.. page.Select(row => (row.ToProduct(), row.Cursor))], info);
    }

    /// <summary>How many products match.</summary>
    public Task<int> CountAsync(ProductQuery query, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<int>($"SELECT count(*)::int FROM product p WHERE {Matches(query, byCategory: true)}", Parameters(query), cancel);

    /// <summary>Matches per category, as if no category had been chosen.</summary>
    public async Task<IReadOnlyList<(Category Category, int Count)>> FacetsAsync(ProductQuery query, CancellationToken cancel)
    {
        var sql = $"""
            SELECT {CategoryColumns}, m.matches FROM category c JOIN (
                SELECT p.category_id, count(*)::int AS matches FROM product p
                WHERE {Matches(query, byCategory: false)} AND p.category_id IS NOT NULL GROUP BY p.category_id) m ON m.category_id = c.id
            ORDER BY m.matches DESC, c.name
            """;
        var rows = await database.QueryAsync<Facet>(sql, Parameters(query), cancel);
        return [.. rows.Select(row => (new Category(row.Id, row.Slug, row.Name, row.ProductCount), row.Matches))];
    }

    /// <summary>The filter, of constant parts: only what was asked for, so that PostgreSQL can plan for it.</summary>
    private static string Matches(ProductQuery query, bool byCategory)
    {
        List<string> rules = ["NOT p.archived"];
        if (query.Search.Length > 0) rules.Add("p.search @@ websearch_to_tsquery('english', @Search)");
        if (byCategory && query.CategorySlugs.Length > 0) rules.Add("p.category_id IN (SELECT id FROM category WHERE slug = ANY(@CategorySlugs))");
        if (query.MinPrice is not null) rules.Add("p.price_minor >= @MinPrice");
        if (query.MaxPrice is not null) rules.Add("p.price_minor <= @MaxPrice");
        return string.Join(" AND ", rules);
    }

    private static object Parameters(ProductQuery query) => new
    {
        query.Search,
        query.CategorySlugs,
        MinPrice = query.MinPrice?.MinorUnits,
        MaxPrice = query.MaxPrice?.MinorUnits,
        query.Page.Limit,
        AfterKey = query.Page.Cursor?.Keys[0],
        AfterId = query.Page.Cursor?.Keys[1],
    };

    private sealed record ListedProduct(
        Guid Id, string Sku, string Slug, string Name, string Description, Guid? CategoryId,
        long PriceMinor, string Currency, string? ImageUrl, bool Archived, DateTime CreatedAt, string SortKey)
    {
        public string Cursor => ServiceDefaults.Paging.Cursor.Write(SortKey, Id.ToString());

        public Product ToProduct() => new(Id, Sku, Slug, Name, Description, CategoryId, PriceMinor, Currency, ImageUrl, Archived, CreatedAt);
    }

    private sealed record Facet(Guid Id, string Slug, string Name, int ProductCount, int Matches);
}
