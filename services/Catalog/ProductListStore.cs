using System.Collections.Concurrent;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Catalog;

/// <summary>All SQL of the product list: one round trip for a page with its total and facets.</summary>
internal sealed class ProductListStore(Database database)
{
    /// <summary>
    /// So many of the products that a search finds by name, and so many of those it finds at all, are ranked. Its total ends here
    /// too: so many, or more.
    /// </summary>
    public const int Ranked = 1_000;

    /// <summary>So many matches at most are sorted; of more, the index of the order has enough.</summary>
    public const int Sorted = 5_000;

    /// <summary>Where the total ends without a search, which an index alone answers, and where facets do.</summary>
    public const int Counted = 10_000;

    /// <summary>
    /// PostgreSQL's settings on this service's connections. Which products are ranked must not depend on where a sequential scan
    /// happens to start; just-in-time compilation costs more than any statement here; and two swapped letters of five leave a fifth
    /// of the trigrams.
    /// </summary>
    public const string Session = "-c enable_seqscan=off -c jit=off -c pg_trgm.similarity_threshold=0.2";

    private readonly ConcurrentDictionary<string, Guid> _shelves = [];

    internal const string AlikeStatement = """
        SELECT typed.word AS typed, alike.word, alike.similarity
        FROM unnest(@Words, @Queries) AS typed (word, query) CROSS JOIN LATERAL (
            SELECT s.word, similarity(s.word, typed.word) AS similarity FROM search_word s
            WHERE s.word % typed.word ORDER BY 2 DESC, 1 LIMIT 20) AS alike
        WHERE numnode(websearch_to_tsquery('english', typed.word)) > 0
            AND (SELECT count(*) FROM (
                SELECT FROM product p WHERE NOT p.archived AND p.search @@ (websearch_to_tsquery('english', typed.word) || CAST(typed.query AS tsquery))
                OFFSET 0) AS known) = 0
        """;

    /// <summary>One page, where it stands, and the counts that were asked for.</summary>
    /// <param name="query">What was asked for.</param>
    /// <param name="search">What to look for; null browses.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ProductPage> ListAsync(ProductQuery query, SearchText? search, CancellationToken cancel)
    {
        var shelves = await ShelvesAsync(query.CategorySlugs, cancel);
        return await database.QueryManyAsync(string.Join(";\n", Statements(query, search)), Parameters(query, search, shelves), async results =>
        {
            var rows = (await results.ReadAsync<ListedProduct>()).ToList();
            var total = query.WithTotalCount ? await results.ReadSingleAsync<int>() : 0;
            var facets = query.WithFacets ? await results.ReadAsync<Facet>() : [];
            var (page, info) = query.Page.Cut(rows, row => row.Cursor);
            return new ProductPage(
                [.. page.Select(row => (row.ToProduct(), row.Cursor))], info, total,
                [.. facets.Select(row => (new Category(row.Id, row.Slug, row.Name, null), row.Matches))]);
        }, cancel);
    }

    /// <summary>
    /// The categories of these slugs, which never change hands: looked up once, so that PostgreSQL plans with the ids, whose
    /// frequencies it knows. A slug that is no category's has none.
    /// </summary>
    internal async Task<Guid[]> ShelvesAsync(string[] slugs, CancellationToken cancel)
    {
        var unknown = slugs.Where(slug => !_shelves.ContainsKey(slug)).ToArray();
        if (unknown.Length > 0)
        {
            const string sql = "SELECT id, slug FROM category WHERE slug = ANY(@unknown)";
            foreach (var (id, slug) in await database.QueryAsync<(Guid, string)>(sql, new { unknown }, cancel)) _shelves.TryAdd(slug, id);
        }

        return [.. slugs.Where(_shelves.ContainsKey).Select(slug => _shelves[slug])];
    }

    /// <summary>Whether any product on sale matches.</summary>
    public Task<bool> AnyAsync(SearchText search, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<bool>(AnyStatement(search), Parameters(search), cancel);

    /// <summary>Words of the shop that look like those of a search which no product on sale has, nor begins with if half typed.</summary>
    public Task<IReadOnlyList<AlikeWord>> AlikeAsync(SearchText search, CancellationToken cancel)
    {
        var words = search.Words().Select(word => word.Value.ToLowerInvariant()).Distinct().ToArray();
        return database.QueryAsync<AlikeWord>(AlikeStatement, new { Words = words, Queries = words.Select(search.PrefixOf).ToArray() }, cancel);
    }

    /// <summary>The statements, of constant parts: only what was asked for, so that PostgreSQL can plan for it.</summary>
    internal static IReadOnlyList<string> Statements(ProductQuery query, SearchText? search)
    {
        List<string> statements = [search is null ? BrowsedPage(query) : query.Sort == ProductSort.Relevance ? BestPage(query, search) : SortedPage(query, search)];
        if (query.WithTotalCount) statements.Add(search is null ? BrowsedTotal(query) : SearchTotal(query, search));
        if (query.WithFacets) statements.Add(search is null ? BrowsedFacets(query) : SearchFacets(query, search));
        return statements;
    }

    /// <summary>The parameters of <see cref="Statements"/>.</summary>
    internal static object Parameters(ProductQuery query, SearchText? search, Guid[] shelves) => new
    {
        Search = search?.Text,
        search?.Head,
        search?.Prefix,
        Sku = search?.Sku + "%",
        Shelves = shelves,
        Shelf = shelves.FirstOrDefault(),
        MinPrice = query.MinPrice?.MinorUnits,
        MaxPrice = query.MaxPrice?.MinorUnits,
        query.InStock,
        query.Page.Limit,
        AfterKey = query.Page.Cursor?.Keys[0],
        AfterId = query.Page.Cursor?.Keys[1],
    };

    internal static string AnyStatement(SearchText search) => 
        $"WITH matched AS MATERIALIZED (SELECT FROM product p WHERE NOT p.archived AND {Matches(search)}) SELECT EXISTS (SELECT FROM matched)";

    internal static object Parameters(SearchText search) => new { Search = search.Text, search.Head, search.Prefix, Sku = search.Sku + "%" };

    /// <summary>A page in an order that an index has.</summary>
    private static string BrowsedPage(ProductQuery query)
    {
        var sort = query.Sort.Expression;
        var (direction, keyset) = Keyset(query, sort, "p.id");
        return $"""
            SELECT {CatalogStore.Columns}, ({sort})::text AS sort_key FROM product p
            WHERE {Filters(query, byCategory: true)} AND {keyset}
            ORDER BY {sort} {direction}, p.id {direction} LIMIT @Limit
            """;
    }

    /// <summary>
    /// A page of a search in another order than the best first. A few matches are read and sorted; of many, the index that has the
    /// order soon meets enough.
    /// </summary>
    private static string SortedPage(ProductQuery query, SearchText search)
    {
        var sort = query.Sort.Expression;
        var (direction, keyset) = Keyset(query, sort, "p.id");
        var (_, fewKeyset) = Keyset(query, "sort_key", "id");
        return $"""
            WITH {Matched($"p.id, {sort} AS sort_key", Matches(search), query)},
            few AS MATERIALIZED (SELECT id, sort_key FROM matched LIMIT {Sorted} + 1),
            page AS (
                (SELECT id, sort_key FROM few WHERE (SELECT count(*) FROM few) <= {Sorted} AND {fewKeyset}
                    ORDER BY sort_key {direction}, id {direction} LIMIT @Limit)
                UNION ALL
                (SELECT p.id, {sort} FROM product p
                    WHERE (SELECT count(*) FROM few) > {Sorted} AND {Matches(search)} AND {Filters(query, byCategory: true)} AND {keyset}
                    ORDER BY {sort} {direction}, p.id {direction} LIMIT @Limit))
            SELECT {CatalogStore.Columns}, page.sort_key::text AS sort_key FROM page JOIN product p ON p.id = page.id
            ORDER BY page.sort_key {direction}, page.id {direction}
            """;
    }

    /// <summary>
    /// A page of the best matches. Ranking reads each match, and a common word has a great many: only so many are ranked, of those
    /// that have the words in their name first.
    /// </summary>
    private static string BestPage(ProductQuery query, SearchText search)
    {
        var rank = search.IsSku ? "(1.0 / length(p.sku))::real" : $"ts_rank(p.search, {TextQuery(search)})";
        var named = search.IsSku ? "false" : $"p.named @@ {TextQuery(search)}";
        var (direction, keyset) = Keyset(query, "rank", "id");
        return $"""
            WITH {Matched($"p.id, {rank} AS rank", Matches(search), query)},
            {Matched($"p.id, {rank} AS rank", named, query, "named")},
            best AS (
                SELECT id, rank FROM (
                    (SELECT id, rank FROM named LIMIT {Ranked}) UNION (SELECT id, rank FROM matched LIMIT {Ranked})) AS candidate
                WHERE {keyset} ORDER BY rank {direction}, id {direction} LIMIT @Limit)
            SELECT {CatalogStore.Columns}, best.rank::text AS sort_key FROM best JOIN product p ON p.id = best.id
            ORDER BY best.rank {direction}, best.id {direction}
            """;
    }

    private static string BrowsedTotal(ProductQuery query) =>
        $"SELECT count(*)::int FROM (SELECT FROM product p WHERE {Filters(query, byCategory: true)} LIMIT {Counted}) AS counted";

    private static string SearchTotal(ProductQuery query, SearchText search) =>
        $"WITH {Matched("1", Matches(search), query)} SELECT count(*)::int FROM (SELECT FROM matched LIMIT {Ranked}) AS counted";

    /// <summary>Matches per category, as if no category had been chosen: one index of the shelf each.</summary>
    private static string BrowsedFacets(ProductQuery query) => $"""
        SELECT c.id, c.slug, c.name, shelf.matches FROM category c CROSS JOIN LATERAL (
            SELECT count(*)::int AS matches FROM (
                SELECT FROM product p WHERE p.category_id = c.id AND {Filters(query, byCategory: false)} LIMIT {Counted}) AS counted) AS shelf
        WHERE shelf.matches > 0
        ORDER BY shelf.matches DESC, c.name
        """;

    /// <summary>The same of a search.</summary>
    private static string SearchFacets(ProductQuery query, SearchText search) => $"""
        WITH {Matched("p.category_id", Matches(search), query with { CategorySlugs = [] })}
        SELECT c.id, c.slug, c.name, shelf.matches FROM category c JOIN (
            SELECT counted.category_id, count(*)::int AS matches FROM (SELECT category_id FROM matched LIMIT {Counted}) AS counted
            GROUP BY counted.category_id) AS shelf ON shelf.category_id = c.id
        ORDER BY shelf.matches DESC, c.name
        """;

    /// <summary>
    /// What matches, row by row as it is needed. As a part of its own it is planned as if all of it were, by the index of words: for
    /// a few rows only, PostgreSQL would rather walk any other index until it met enough, and of a rare word there never are.
    /// </summary>
    private static string Matched(string columns, string matches, ProductQuery query, string name = "matched") =>
        $"{name} AS MATERIALIZED (SELECT {columns} FROM product p WHERE {matches} AND {Filters(query, byCategory: true)})";

    private static (string Direction, string Condition) Keyset(ProductQuery query, string sort, string id)
    {
        var (direction, beyond) = query.Sort.Descending != query.Page.Backward ? ("DESC", "<") : ("ASC", ">");
        var condition = query.Page.Cursor is null
            ? "true"
            : $"({sort}, {id}) {beyond} (CAST(@AfterKey AS {query.Sort.Type}), CAST(@AfterId AS uuid))";
        return (direction, condition);
    }

    private static string Matches(SearchText search) => search.IsSku ? "p.sku LIKE @Sku" : $"p.search @@ {TextQuery(search)}";

    private static string TextQuery(SearchText search) => search.Prefix.Length == 0
        ? "websearch_to_tsquery('english', @Search)"
        : $"(websearch_to_tsquery('english', @Search) || (websearch_to_tsquery('english', @Head) {(search.Either ? "||" : "&&")} CAST(@Prefix AS tsquery)))";

    private static string Filters(ProductQuery query, bool byCategory)
    {
        List<string> rules = ["NOT p.archived"];
        if (byCategory && query.CategorySlugs.Length == 1) rules.Add("p.category_id = @Shelf");
        if (byCategory && query.CategorySlugs.Length > 1) rules.Add("p.category_id = ANY(@Shelves)");
        if (query.MinPrice is not null) rules.Add("p.price_minor >= @MinPrice");
        if (query.MaxPrice is not null) rules.Add("p.price_minor <= @MaxPrice");
        if (query.InStock is not null) rules.Add("p.in_stock = @InStock");
        return string.Join(" AND ", rules);
    }

    private sealed record ListedProduct(
        Guid Id, string Sku, string Slug, string Name, string Description, Guid? CategoryId,
        long PriceMinor, string Currency, string? ImageUrl, bool Archived, DateTime CreatedAt, string SortKey)
    {
        public string Cursor => ServiceDefaults.Paging.Cursor.Write(SortKey, Id.ToString());

        public Product ToProduct() => new(Id, Sku, Slug, Name, Description, CategoryId, PriceMinor, Currency, ImageUrl, Archived, CreatedAt);
    }

    private sealed record Facet(Guid Id, string Slug, string Name, int Matches);
}
