using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Catalog;

/// <summary>
/// Reading products and categories by what names them; <see cref="ProductListStore"/> lists and searches, <see cref="CatalogAdminStore"/> writes.
/// </summary>
internal sealed class CatalogStore(Database database)
{
    internal const string Columns =
        "p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at";

    private static readonly string Counted = $"""
        (SELECT count(*)::int FROM (
            SELECT FROM product p WHERE p.category_id = c.id AND NOT p.archived LIMIT {ProductListSql.Counted}) AS shelf)
        """;

    public Task<Product?> FindAsync(Guid id, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Product>($"SELECT {Columns} FROM product p WHERE p.id = @id", new { id }, cancel);

    public Task<Product?> FindBySlugAsync(string slug, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Product>($"SELECT {Columns} FROM product p WHERE p.slug = @slug", new { slug }, cancel);

    public Task<IReadOnlyList<Product>> GetManyAsync(Guid[] ids, CancellationToken cancel) =>
        database.QueryAsync<Product>($"SELECT {Columns} FROM product p WHERE p.id = ANY(@ids)", new { ids }, cancel);

    /// <summary>All categories by name, with their products counted.</summary>
    public Task<IReadOnlyList<Category>> GetCategoriesAsync(CancellationToken cancel) =>
        database.QueryAsync<Category>($"SELECT c.id, c.slug, c.name, {Counted} AS product_count FROM category c ORDER BY c.name", null, cancel);

    /// <summary>These categories; each count looks at an index for as long as the shelf is, so it is left out where nobody shows it.</summary>
    public Task<IReadOnlyList<Category>> GetCategoriesAsync(Guid[] ids, bool withCounts, CancellationToken cancel) => database.QueryAsync<Category>(
        $"SELECT c.id, c.slug, c.name, {(withCounts ? Counted : "NULL::int")} AS product_count FROM category c WHERE c.id = ANY(@ids)", new { ids }, cancel);

    /// <summary>Whether there is such a category.</summary>
    public Task<bool> HasCategoryAsync(string slug, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<bool>("SELECT EXISTS (SELECT FROM category WHERE slug = @slug)", new { slug }, cancel);
}
