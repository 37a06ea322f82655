namespace CommerceKata.Catalog;

/// <summary>All SQL of the product list, put together from constant parts. Why it is as it is: docs/adr/0009.</summary>
internal static class ProductListSql
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

    /// <summary>Words that are ready to compare: see <see cref="SearchParser"/>.</summary>
    private const string TextQuery = "CAST(@Query AS tsquery)";

    /// <summary>Orders names as people do, in every database.</summary>
    private const string ByName = """ c.name COLLATE "und-x-icu" """;

    private const string OnSale = "NOT p.archived";

    /// <summary>Those that an admin may restore.</summary>
    private const string OffSale = "p.archived";

    /// <summary>
    /// Words of the shop that look like those typed words that no listed product has.
    /// </summary>
    public static string AlikeStatement(bool archived) => $"""
        SELECT typed.word AS typed, alike.word, alike.similarity
        FROM unnest(@Words, @Queries, @Triples) AS typed (word, query, triples) CROSS JOIN LATERAL (
            SELECT s.word, (shared.count::real / (cardinality(s.triples) + cardinality(t.triples) - shared.count))::real AS similarity
            FROM (SELECT string_to_array(typed.triples, ' ') AS triples) AS t
            JOIN search_word s ON s.triples && t.triples AND abs(length(s.word) - length(typed.word)) <= 2
            CROSS JOIN LATERAL (SELECT count(*) FROM unnest(s.triples) AS one WHERE one = ANY(t.triples)) AS shared
            ORDER BY 2 DESC, 1 LIMIT 20) AS alike
        WHERE NOT EXISTS (
            WITH known AS MATERIALIZED (
                SELECT FROM product p WHERE {Listed(archived)} AND p.search @@ CAST(typed.query AS tsquery))
            SELECT FROM known)
        """;

    /// <summary>
    /// The statements, of constant parts: only what was asked for, so that PostgreSQL can plan for it. A search's page has its total in
    /// each row, since both come of the same matches.
    /// </summary>
    public static IReadOnlyList<string> Statements(ProductQuery query, SearchText? search)
    {
        List<string> statements = [search is null ? BrowsedPage(query) : query.Sort == ProductSort.Relevance ? BestPage(query, search) : SortedPage(query, search)];
        if (query.WithTotalCount && search is null) statements.Add(BrowsedTotal(query));
        if (query.WithFacets) statements.Add(search is null ? BrowsedFacets(query) : SearchFacets(query, search));
        return statements;
    }

    /// <summary>The total of a search whose page is empty only because it lies behind the last product.</summary>
    public static string TotalStatement(ProductQuery query, SearchText search) =>
        $"WITH {Matched("1", search, Matches(search), query)} SELECT count(*)::int FROM (SELECT FROM matched LIMIT {Ranked}) AS counted";

    /// <summary>The parameters of <see cref="Statements"/>.</summary>
    public static object Parameters(ProductQuery query, SearchText? search, Guid[] shelves) => new
    {
        search?.Query,
        Sku = BeginningOf(search?.Sku),
        Shelves = shelves,
        Shelf = shelves.FirstOrDefault(),
        MinPrice = query.MinPrice?.MinorUnits,
        MaxPrice = query.MaxPrice?.MinorUnits,
        query.InStock,
        query.Page.Limit,
        AfterKey = query.Page.Cursor?.Keys[0],
        AfterId = query.Page.Cursor?.Keys[1],
    };

    /// <summary>Whether any listed product matches.</summary>
    public static string AnyStatement(SearchText search, bool archived) => $"""
        WITH matched AS MATERIALIZED (SELECT FROM product p WHERE {Listed(archived)} AND {Matches(search)})
        SELECT EXISTS (SELECT FROM matched)
        """;

    /// <summary>The parameters of <see cref="AnyStatement"/>.</summary>
    public static object Parameters(SearchText search) => new { search.Query, Sku = BeginningOf(search.Sku) };

    /// <summary>A page in an order that an index has.</summary>
    private static string BrowsedPage(ProductQuery query)
    {
        var sort = query.Sort.Expression;
        var (direction, keyset) = Keyset(query, sort, "p.id");
        return $"""
            SELECT {CatalogStore.Columns}, ({sort})::text AS sort_key, 0 AS total FROM product p {CatalogStore.WithCategory}
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
            WITH {Matched($"p.id, {sort} AS sort_key", search, Matches(search), query)},
            few AS MATERIALIZED (SELECT id, sort_key FROM matched LIMIT {Sorted} + 1),
            page AS (
                (SELECT id, sort_key FROM few WHERE (SELECT count(*) FROM few) <= {Sorted} AND {fewKeyset}
                    ORDER BY sort_key {direction}, id {direction} LIMIT @Limit)
                UNION ALL
                (SELECT p.id, {sort} FROM product p
                    WHERE (SELECT count(*) FROM few) > {Sorted} AND {Matches(search)} AND {Filters(query, byCategory: true)} AND {keyset}
                    ORDER BY {sort} {direction}, p.id {direction} LIMIT @Limit))
            SELECT {CatalogStore.Columns}, page.sort_key::text AS sort_key, {Total(query)} AS total FROM page JOIN product p ON p.id = page.id {CatalogStore.WithCategory}
            ORDER BY page.sort_key {direction}, page.id {direction}
            """;
    }

    /// <summary>
    /// A page of the best matches. Ranking reads each match, and a common word has a great many: only so many are ranked. Where that
    /// leaves some out, those that have the words in their name are ranked first of all.
    /// </summary>
    private static string BestPage(ProductQuery query, SearchText search)
    {
        var rank = search.IsSku ? "(1.0 / length(p.sku))::real" : $"ts_rank(p.search, {TextQuery})";
        var (direction, keyset) = Keyset(query, "rank", "id");
        return $"""
            WITH {Matched($"p.id, {rank} AS rank", search, Matches(search), query)},
            few AS MATERIALIZED (SELECT id, rank FROM matched LIMIT {Ranked}),
            {(search.IsSku ? "" : Matched($"p.id, {rank} AS rank", search, $"p.named @@ {TextQuery}", query, "named") + ",")}
            best AS (
                SELECT id, rank FROM ({(search.IsSku ? "" : $"(SELECT id, rank FROM named WHERE (SELECT count(*) FROM few) = {Ranked} LIMIT {Ranked}) UNION ")}SELECT id, rank FROM few) AS candidate
                WHERE {keyset} ORDER BY rank {direction}, id {direction} LIMIT @Limit)
            SELECT {CatalogStore.Columns}, best.rank::text AS sort_key, {Total(query)} AS total FROM best JOIN product p ON p.id = best.id {CatalogStore.WithCategory}
            ORDER BY best.rank {direction}, best.id {direction}
            """;
    }

    private static string Total(ProductQuery query) => query.WithTotalCount ? $"LEAST((SELECT count(*) FROM few), {Ranked})::int" : "0";

    private static string BrowsedTotal(ProductQuery query) =>
        $"SELECT count(*)::int FROM (SELECT FROM product p WHERE {Filters(query, byCategory: true)} LIMIT {Counted}) AS counted";

    /// <summary>Matches per category, as if no category had been chosen: one index of the shelf each.</summary>
    private static string BrowsedFacets(ProductQuery query) => $"""
        SELECT c.id, c.slug, c.name, shelf.matches FROM category c CROSS JOIN LATERAL (
            SELECT count(*)::int AS matches FROM (
                SELECT FROM product p WHERE p.category_id = c.id AND {Filters(query, byCategory: false)} LIMIT {Counted}) AS counted) AS shelf
        WHERE shelf.matches > 0
        ORDER BY shelf.matches DESC, {ByName}
        """;

    /// <summary>The same of a search.</summary>
    private static string SearchFacets(ProductQuery query, SearchText search) => $"""
        WITH {Matched("p.category_id", search, Matches(search), query with { CategorySlugs = [] })}
        SELECT c.id, c.slug, c.name, shelf.matches FROM category c JOIN (
            SELECT counted.category_id, count(*)::int AS matches FROM (SELECT category_id FROM matched LIMIT {Counted}) AS counted
            GROUP BY counted.category_id) AS shelf ON shelf.category_id = c.id
        ORDER BY shelf.matches DESC, {ByName}
        """;

    /// <summary>
    /// What matches, row by row as it is needed. As a part of its own it is planned as if all of it were, by the index of words: for
    /// a few rows only, PostgreSQL would rather walk any other index until it met enough, and where it is wrong about how many there are,
    /// it never does. It knows how many products have one word; there it may choose, and saves reading the list of a common one.
    /// </summary>
    private static string Matched(string columns, SearchText search, string matches, ProductQuery query, string name = "matched")
    {
        var filters = Filters(query, byCategory: true);
        var fence = search.IsOneWord && filters == OnSale ? "NOT MATERIALIZED" : "MATERIALIZED";
        return $"{name} AS {fence} (SELECT {columns} FROM product p WHERE {matches} AND {filters})";
    }

    private static (string Direction, string Condition) Keyset(ProductQuery query, string sort, string id)
    {
        var (direction, beyond) = query.Sort.Descending != query.Page.Backward ? ("DESC", "<") : ("ASC", ">");
        var condition = query.Page.Cursor is null
            ? "true"
            : $"({sort}, {id}) {beyond} (CAST(@AfterKey AS {query.Sort.Type}), CAST(@AfterId AS uuid))";
        return (direction, condition);
    }

    private static string Matches(SearchText search) => search switch
    {
        { IsSku: true } => """upper(p.sku COLLATE "C") LIKE @Sku""",
        { InNames: true } => $"p.named @@ {TextQuery}",
        _ => $"p.search @@ {TextQuery}",
    };

    /// <summary>A pattern of LIKE, which gives some characters of a SKU a meaning of their own.</summary>
    private static string BeginningOf(string? sku) => (sku ?? "").Replace("_", @"\_", StringComparison.Ordinal) + "%";

    private static string Listed(bool archived) => archived ? OffSale : OnSale;

    private static string Filters(ProductQuery query, bool byCategory)
    {
        List<string> rules = [Listed(query.Archived)];
        if (byCategory && query.CategorySlugs.Length == 1) rules.Add("p.category_id = @Shelf");
        if (byCategory && query.CategorySlugs.Length > 1) rules.Add("p.category_id = ANY(@Shelves)");
        if (query.MinPrice is not null) rules.Add("p.price_minor >= @MinPrice");
        if (query.MaxPrice is not null) rules.Add("p.price_minor <= @MaxPrice");
        if (query.InStock is not null) rules.Add("p.in_stock = @InStock");
        return string.Join(" AND ", rules);
    }
}
