using System.Collections.Concurrent;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Paging;

namespace CommerceKata.Catalog;

/// <summary>Lists and finds products: one round trip for a page with its total and facets. The statements are in <see cref="ProductListSql"/>.</summary>
internal sealed class ProductListStore(Database database)
{
    /// <summary>
    /// PostgreSQL's settings on this service's connections. Which products are ranked must not depend on where a sequential scan
    /// happens to start; just-in-time compilation costs more than any statement here; and a search is
    /// planned for its words, though it is prepared.
    /// </summary>
    public const string Session = "-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_custom_plan";

    /// <summary>So many words of a search are corrected.</summary>
    private const int MostCorrected = 8;

    private readonly ConcurrentDictionary<string, Guid> _shelves = [];

    /// <summary>One page, where it stands, and the counts that were asked for.</summary>
    /// <param name="query">What was asked for.</param>
    /// <param name="search">What to look for; null browses.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ProductPage> ListAsync(ProductQuery query, SearchText? search, CancellationToken cancel)
    {
        var shelves = await ShelvesAsync(query.CategorySlugs, cancel);
        var parameters = ProductListSql.Parameters(query, search, shelves);
        var page = await database.QueryManyAsync(string.Join(";\n", ProductListSql.Statements(query, search)), parameters, async results =>
        {
            var rows = (await results.ReadAsync<ListedProduct>()).ToList();
            var total = query.WithTotalCount && search is null ? await results.ReadSingleAsync<int>() : rows.FirstOrDefault()?.Total ?? 0;
            var facets = query.WithFacets ? await results.ReadAsync<Facet>() : [];
            var (cut, info) = query.Page.Cut(rows, row => row.CursorIn(query.Page.List));
            return new ProductPage(
                [.. cut.Select(row => (row.ToProduct(), row.CursorIn(query.Page.List)))], info, total,
                [.. facets.Select(row => (new Category(row.Id, row.Slug, row.Name, null), row.Matches))]);
        }, cancel);
        // Behind the last product no row is left to tell the total.
        return query is { WithTotalCount: true, Page.Cursor: not null } && search is not null && page.TotalCount == 0
            ? page with { TotalCount = await database.QuerySingleOrDefaultAsync<int>(ProductListSql.TotalStatement(query, search), parameters, cancel) }
            : page;
    }

    /// <summary>
    /// The categories of these slugs, which never change hands: looked up once, so that PostgreSQL plans with the ids, whose
    /// frequencies it knows. A slug that is no category's has none.
    /// </summary>
    internal async Task<Guid[]> ShelvesAsync(string[] slugs, CancellationToken cancel)
    {
        await UnknownAsync(slugs, cancel);
        return [.. slugs.Where(_shelves.ContainsKey).Select(slug => _shelves[slug])];
    }

    /// <summary>Those of the slugs that are no category's.</summary>
    public async Task<string[]> UnknownAsync(string[] slugs, CancellationToken cancel)
    {
        var unknown = slugs.Where(slug => !_shelves.ContainsKey(slug)).ToArray();
        if (unknown.Length > 0)
        {
            const string sql = "SELECT id, slug FROM category WHERE slug = ANY(@unknown)";
            foreach (var (id, slug) in await database.QueryAsync<(Guid, string)>(sql, new { unknown }, cancel)) _shelves.TryAdd(slug, id);
        }

        return [.. unknown.Where(slug => !_shelves.ContainsKey(slug))];
    }

    /// <summary>Whether any product matches, of those on sale or of the archived ones.</summary>
    public Task<bool> AnyAsync(SearchText search, bool archived, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<bool>(
            ProductListSql.AnyStatement(search, archived), ProductListSql.Parameters(search), cancel);

    /// <summary>
    /// Words of the shop that look like those of a search which no such product has, nor begins with if half typed.
    /// </summary>
    public Task<IReadOnlyList<AlikeWord>> AlikeAsync(SearchText search, bool archived, CancellationToken cancel)
    {
        var typed = search.Words.DistinctBy(one => one.Word.Plain).Take(MostCorrected).ToList();
        var parameters = new
        {
            Words = typed.Select(one => one.Word.Plain).ToArray(),
            Queries = typed.Select(one => one.Query).ToArray(),
            Triples = typed.Select(one => string.Join(' ', Spelling.Triples(one.Word.Plain))).ToArray(),
        };
        return database.QueryAsync<AlikeWord>(ProductListSql.AlikeStatement(archived), parameters, cancel);
    }

    private sealed record ListedProduct(
        Guid Id, string Sku, string Slug, string Name, string Description, Guid? CategoryId,
        long PriceMinor, string Currency, string? ImageUrl, bool Archived, DateTime CreatedAt,
        string? CategorySlug, string? CategoryName, string SortKey, int Total)
    {
        public string CursorIn(ListName list) => Cursor.Write(list, SortKey, Id.ToString());

        public Product ToProduct() =>
            new(Id, Sku, Slug, Name, Description, CategoryId, PriceMinor, Currency, ImageUrl, Archived, CreatedAt, CategorySlug, CategoryName);
    }

    private sealed record Facet(Guid Id, string Slug, string Name, int Matches);
}
