using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Catalog;

/// <summary>
/// Reading products and categories by what names them; <see cref="ProductListStore"/> lists and searches, <see cref="CatalogAdminStore"/> writes.
/// </summary>
internal sealed class CatalogStore(Database database, CatalogCache cache)
{
    internal const string Columns = """
        p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
        of_product.slug AS category_slug, of_product.name AS category_name
        """;

    /// <summary>What <see cref="Columns"/> need beside the product.</summary>
    internal const string WithCategory = "LEFT JOIN category of_product ON of_product.id = p.category_id";

    /// <summary>One product at most: no product has a slug that another one had.</summary>
    private const string HasOrHadSlug =
        "p.id = COALESCE((SELECT id FROM product WHERE slug = @slug), (SELECT product_id FROM product_slug WHERE slug = @slug))";

    private static readonly string Counted = $"""
        (SELECT count(*)::int FROM (
            SELECT FROM product p WHERE p.category_id = c.id AND NOT p.archived LIMIT {ProductListSql.Counted}) AS shelf)
        """;

    public Task<Product?> FindAsync(Guid id, CancellationToken cancel) => cache.GetAsync(
        new ProductKey(id),
        () => database.QuerySingleOrDefaultAsync<Product>($"SELECT {Columns} FROM product p {WithCategory} WHERE p.id = @id", new { id }, cancel),
        product => product?.Size ?? 0);

    /// <summary>The product that has this slug, or had it once.</summary>
    public Task<Product?> FindBySlugAsync(string slug, CancellationToken cancel) => cache.GetAsync(
        new SlugKey(slug),
        () => database.QuerySingleOrDefaultAsync<Product>($"SELECT {Columns} FROM product p {WithCategory} WHERE {HasOrHadSlug}", new { slug }, cancel),
        product => product?.Size ?? 0);

    public Task<IReadOnlyList<Product>> GetManyAsync(Guid[] ids, CancellationToken cancel) => GetManyAsync(
        ids, id => new ProductKey(id), product => product.Id, product => product.Size,
        missing => database.QueryAsync<Product>($"SELECT {Columns} FROM product p {WithCategory} WHERE p.id = ANY(@missing)", new { missing }, cancel));

    /// <summary>All categories by name, with their products counted.</summary>
    public Task<IReadOnlyList<Category>> GetCategoriesAsync(CancellationToken cancel) => cache.GetAsync(
        nameof(GetCategoriesAsync),
        () => database.QueryAsync<Category>(
            $"""SELECT c.id, c.slug, c.name, {Counted} AS product_count FROM category c ORDER BY c.name COLLATE "und-x-icu" """, null, cancel),
        all => all.Sum(category => category.Size));

    /// <summary>These categories; each count looks at an index for as long as the shelf is, so it is left out where nobody shows it.</summary>
    public Task<IReadOnlyList<Category>> GetCategoriesAsync(Guid[] ids, bool withCounts, CancellationToken cancel) => GetManyAsync(
        ids, id => new CategoryKey(id, withCounts), category => category.Id, category => category.Size,
        missing => database.QueryAsync<Category>(
            $"SELECT c.id, c.slug, c.name, {(withCounts ? Counted : "NULL::int")} AS product_count FROM category c WHERE c.id = ANY(@missing)", new { missing }, cancel));

    /// <summary>Whether there is such a category.</summary>
    public Task<bool> HasCategoryAsync(string slug, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<bool>("SELECT EXISTS (SELECT FROM category WHERE slug = @slug)", new { slug }, cancel);

    /// <summary>Those that are known, and the others in one statement.</summary>
    private async Task<IReadOnlyList<T>> GetManyAsync<T>(
        Guid[] ids, Func<Guid, object> key, Func<T, Guid> id, Func<T, long> size, Func<Guid[], Task<IReadOnlyList<T>>> read)
        where T : class
    {
        var now = cache.Now;
        if (now is null) return await read(ids);
        List<T> found = [];
        List<Guid> missing = [];
        foreach (var wanted in ids)
        {
            if (now.TryFind<T>(key(wanted), out var known)) found.Add(known);
            else missing.Add(wanted);
        }

        if (missing.Count == 0) return found;
        foreach (var row in await read([.. missing]))
        {
            now.Keep(key(id(row)), row, size(row));
            found.Add(row);
        }

        return found;
    }

    private sealed record ProductKey(Guid Id);

    private sealed record SlugKey(string Slug);

    private sealed record CategoryKey(Guid Id, bool Counted);
}
