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

    /// <summary>Where the total ends without a search, which an index alone answers, and where facets do.</summary>
    public const int Counted = 10_000;

    /// <summary>
    /// PostgreSQL's settings on this service's connections. Which products are ranked must not depend on where a sequential scan
    /// happens to start; just-in-time compilation costs more than any statement here; and two swapped letters of five leave a fifth
    /// of the trigrams.
    /// </summary>
    public const string Session = "-c enable_seqscan=off -c jit=off -c pg_trgm.similarity_threshold=0.2";

    /// <summary>One page, where it stands, and the counts that were asked for.</summary>
    /// <param name="query">What was asked for.</param>
    /// <param name="search">What to look for; null browses.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<ProductPage> ListAsync(ProductQuery query, SearchText? search, CancellationToken cancel) => database.QueryManyAsync(
        string.Join(";\n", Statements(query, search)), Parameters(query, search), async results =>
        {
            var rows = (await results.ReadAsync<ListedProduct>()).ToList();
            var total = query.WithTotalCount ? await results.ReadSingleAsync<int>() : 0;
            var facets = query.WithFacets ? await results.ReadAsync<Facet>() : [];
            var (page, info) = query.Page.Cut(rows, row => row.Cursor);
            return new ProductPage(
                [.. page.Select(row => (row.ToProduct(), row.Cursor))], info, total,
                [.. facets.Select(row => (new Category(row.Id, row.Slug, row.Name, row.ProductCount), row.Matches))]);
        }, cancel);

    /// <summary>Whether any product on sale matches.</summary>
    public Task<bool> AnyAsync(SearchText search, CancellationToken cancel) => database.QuerySingleOrDefaultAsync<bool>(
        $"SELECT EXISTS (SELECT FROM product p WHERE NOT p.archived AND {Matches(search)})", Parameters(search), cancel);

    /// <summary>Words of the shop that look like those of a search which no product on sale has, nor begins with if half typed.</summary>
    public Task<IReadOnlyList<AlikeWord>> AlikeAsync(SearchText search, CancellationToken cancel)
    {
        const string sql = """
            SELECT typed.word AS typed, alike.word, alike.similarity
            FROM unnest(@Words, @Queries) AS typed (word, query) CROSS JOIN LATERAL (
                SELECT s.word, similarity(s.word, typed.word) AS similarity FROM search_word s
                WHERE s.word % typed.word ORDER BY 2 DESC, 1 LIMIT 20) AS alike
            WHERE numnode(websearch_to_tsquery('english', typed.word)) > 0
                AND NOT EXISTS (SELECT FROM product p WHERE NOT p.archived AND p.search @@ websearch_to_tsquery('english', typed.word))
                AND NOT EXISTS (SELECT FROM product p WHERE NOT p.archived AND p.search @@ CAST(typed.query AS tsquery))
            """;
        var words = search.Words().Select(word => word.Value.ToLowerInvariant()).Distinct().ToArray();
        return database.QueryAsync<AlikeWord>(sql, new { Words = words, Queries = words.Select(search.PrefixOf).ToArray() }, cancel);
    }

    /// <summary>The statements, of constant parts: only what was asked for, so that PostgreSQL can plan for it.</summary>
    internal static IReadOnlyList<string> Statements(ProductQuery query, SearchText? search)
    {
        List<string> statements = [search is not null && query.Sort == ProductSort.Relevance ? BestPage(query, search) : SortedPage(query, search)];
        if (query.WithTotalCount)
            statements.Add($"SELECT count(*)::int FROM (SELECT FROM product p WHERE {Rules(query, search)} LIMIT {(search is null ? Counted : Ranked)}) AS matched");
        if (query.WithFacets) statements.Add(search is null ? ShelfFacets(query) : SearchFacets(query, search));
        return statements;
    }

    /// <summary>The parameters of <see cref="Statements"/>.</summary>
    internal static object Parameters(ProductQuery query, SearchText? search) => new
    {
        Search = search?.Text,
        search?.Head,
        search?.Prefix,
        Sku = search?.Sku + "%",
        query.CategorySlugs,
        CategorySlug = query.CategorySlugs.FirstOrDefault(),
        MinPrice = query.MinPrice?.MinorUnits,
        MaxPrice = query.MaxPrice?.MinorUnits,
        query.InStock,
        query.Page.Limit,
        AfterKey = query.Page.Cursor?.Keys[0],
        AfterId = query.Page.Cursor?.Keys[1],
    };

    private static object Parameters(SearchText search) => new { Search = search.Text, search.Head, search.Prefix, Sku = search.Sku + "%" };

    /// <summary>A page in an order that an index has.</summary>
    private static string SortedPage(ProductQuery query, SearchText? search)
    {
        var sort = query.Sort.Expression;
        var (direction, keyset) = Keyset(query, "p.id");
        return $"""
            SELECT {CatalogStore.Columns}, ({sort})::text AS sort_key FROM product p
            WHERE {Rules(query, search)} AND {keyset}
            ORDER BY {sort} {direction}, p.id {direction} LIMIT @Limit
            """;
    }

    /// <summary>
    /// A page of the best matches. Ranking reads each match, and a common word has a great many: only so many are ranked, of those
    /// that have the words in their name first.
    /// </summary>
    private static string BestPage(ProductQuery query, SearchText search)
    {
        var rank = search.IsSku ? "(1.0 / length(p.sku))::real" : $"ts_rank(p.search, {TextQuery(search)})";
        var (direction, keyset) = Keyset(query, "id");
        string Candidates(string matches) =>
            $"(SELECT p.id, {rank} AS rank FROM product p WHERE {matches} AND {Filters(query, byCategory: true)} LIMIT {Ranked})";
        return $"""
            SELECT {CatalogStore.Columns}, best.rank::text AS sort_key FROM (
                SELECT id, rank FROM (
                    {(search.IsSku ? "" : $"{Candidates($"p.named @@ {TextQuery(search)}")} UNION")}
                    {Candidates(Matches(search))}) AS candidate
                WHERE {keyset} ORDER BY rank {direction}, id {direction} LIMIT @Limit) AS best
            JOIN product p ON p.id = best.id
            ORDER BY best.rank {direction}, best.id {direction}
            """;
    }

    /// <summary>Matches of a search per category, as if no category had been chosen.</summary>
    private static string SearchFacets(ProductQuery query, SearchText search) => $"""
        SELECT {CatalogStore.CategoryColumns}, shelf.matches FROM category c JOIN (
            SELECT matched.category_id, count(*)::int AS matches
            FROM (SELECT p.category_id FROM product p WHERE {Matches(search)} AND {Filters(query, byCategory: false)} LIMIT {Counted}) AS matched
            GROUP BY matched.category_id) AS shelf ON shelf.category_id = c.id
        ORDER BY shelf.matches DESC, c.name
        """;

    /// <summary>The same without a search: one index of the shelf each.</summary>
    private static string ShelfFacets(ProductQuery query) => $"""
        SELECT {CatalogStore.CategoryColumns}, shelf.matches FROM category c CROSS JOIN LATERAL (
            SELECT count(*)::int AS matches FROM (
                SELECT FROM product p WHERE p.category_id = c.id AND {Filters(query, byCategory: false)} LIMIT {Counted}) AS matched) AS shelf
        WHERE shelf.matches > 0
        ORDER BY shelf.matches DESC, c.name
        """;

    private static (string Direction, string Condition) Keyset(ProductQuery query, string id)
    {
        var (direction, beyond) = query.Sort.Descending != query.Page.Backward ? ("DESC", "<") : ("ASC", ">");
        var condition = query.Page.Cursor is null
            ? "true"
            : $"({query.Sort.Expression}, {id}) {beyond} (CAST(@AfterKey AS {query.Sort.Type}), CAST(@AfterId AS uuid))";
        return (direction, condition);
    }

    private static string Rules(ProductQuery query, SearchText? search) =>
        (search is null ? "" : Matches(search) + " AND ") + Filters(query, byCategory: true);

    private static string Matches(SearchText search) => search.IsSku ? "p.sku LIKE @Sku" : $"p.search @@ {TextQuery(search)}";

    private static string TextQuery(SearchText search) => search.Prefix.Length == 0
        ? "websearch_to_tsquery('english', @Search)"
        : $"(websearch_to_tsquery('english', @Search) || (websearch_to_tsquery('english', @Head) {(search.Either ? "||" : "&&")} CAST(@Prefix AS tsquery)))";

    private static string Filters(ProductQuery query, bool byCategory)
    {
        List<string> rules = ["NOT p.archived"];
        if (byCategory && query.CategorySlugs.Length == 1) rules.Add("p.category_id = (SELECT id FROM category WHERE slug = @CategorySlug)");
        if (byCategory && query.CategorySlugs.Length > 1) rules.Add("p.category_id IN (SELECT id FROM category WHERE slug = ANY(@CategorySlugs))");
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

    private sealed record Facet(Guid Id, string Slug, string Name, int ProductCount, int Matches);
}
