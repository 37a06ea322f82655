using System.Text.Json;
using Commerce.Catalog.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Client = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;

namespace CommerceKata.Catalog.Tests;

/// <summary>
/// What PostgreSQL does for a list of 100,000 products: every statement uses indexes, and reads a bounded number of rows, also
/// for a word that every product or every other one has.
/// </summary>
internal sealed class PlanTests
{
    private const int Products = 100_000;

    private TestService _service = null!;
    private Client _anyone = null!;
    private NpgsqlDataSource _source = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _service = await TestService.StartAsync(CatalogHost.Build, ("Catalog:Seed", "false"));
        _anyone = _service.Client<Client>(Who.Guest);
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_service.ConnectionString)
        {
            Options = ProductListStore.Session, CommandTimeout = 300, ApplicationName = "plans",
        });
        await using var open = await _source.OpenConnectionAsync();
        // Indexes last and words as they will be looked for: an import of as many takes longer than these tests.
        var indexes = (await open.QueryAsync<(string Name, string Definition)>(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'product' AND indexdef NOT LIKE '%UNIQUE%'")).AsList();
        string[] known = ["widget", "common", "uncommon", "hundredth", "thousandth"];
        await open.ExecuteAsync($"""
            {string.Concat(indexes.Select(index => $"DROP INDEX {index.Name};\n"))}
            ALTER TABLE product DISABLE TRIGGER USER;
            INSERT INTO category (id, slug, name) SELECT gen_random_uuid(), 'shelf-' || i, 'Shelf ' || i FROM generate_series(1, 20) i;
            INSERT INTO search_word (word, triples) VALUES {string.Join(", ", known.Select(word => $"('{word}', '{{{string.Join(',', Spelling.Triples(word))}}}')"))};
            INSERT INTO product (id, sku, slug, name, description, category_id, price_minor, currency, in_stock, archived, created_at, updated_at, words_version, named, search)
            SELECT gen_random_uuid(), 'PLAN-' || n, 'plan-' || n, name, description, shelves[1 + n / 7 % 20], 100 + n * 7919::bigint % 20000, 'USD',
                n % 10 <> 0, n % 50 = 0, now() - n * interval '1 second', now(), 1,
                setweight(to_tsvector('simple', name), 'A'), setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', description), 'D')
            FROM (SELECT n, 'Widget ' || n AS name, concat_ws(' ', 'made for tests', CASE WHEN n % 2 = 0 THEN 'common' ELSE 'uncommon' END,
                    CASE WHEN n % 100 = 1 THEN 'hundredth' END, CASE WHEN n % 1000 = 1 THEN 'thousandth' END) AS description
                FROM generate_series(1, {Products}) n) AS made, (SELECT array_agg(id ORDER BY slug) AS shelves FROM category) AS c;
            {string.Concat(indexes.Select(index => index.Definition + ";\n"))}
            ALTER TABLE product ENABLE TRIGGER USER;
            ANALYZE;
            """);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await _source.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Test]
    public async Task List_reads_a_bounded_number_of_rows_by_index(
        [Values("", "widget", "common", "thousandth", "commo", "common uncommon", "PLAN-12")] string search,
        [Values("", "category", "categories", "price", "in stock", "out of stock")] string filter)
    {
        foreach (var order in Enum.GetValues<ProductOrder>().Skip(1))
        {
            var request = new ListProductsRequest { Search = search, Order = order, WithTotalCount = true, WithFacets = true, Page = new() { First = 20 } };
            Narrow(request, filter);
            var first = await _anyone.ListProductsAsync(request);
            var cursor = first.PageInfo.EndCursor;
            foreach (var page in (PageRequest[])[request.Page, new() { First = 20, After = cursor }, new() { Last = 20, Before = cursor }, new() { Last = 20 }])
            {
                request.Page = page;
                var query = ProductQuery.Read(request, "USD", new());
                var text = search.Length == 0 ? null : SearchText.AsSku(search) ?? SearchText.Of(search);
                var shelves = await _service.Services.GetRequiredService<ProductListStore>().ShelvesAsync(query.CategorySlugs, CancellationToken.None);
                // A search's page has its total in it, except behind the last product.
                List<string> statements = [.. ProductListSql.Statements(query, text)];
                if (text is not null) statements.Insert(1, ProductListSql.TotalStatement(query, text));
                statements.Count.ShouldBe(3);
                foreach (var (at, statement) in statements.Index())
                {
                    int most = (at, text) switch
                    {
                        // Of a common word's matches, those are read that a filter leaves out.
                        (_, not null) when search.StartsWith("commo", StringComparison.Ordinal) && filter.Length > 0 => Products,
                        (0, null) => 1_000,
                        (0, _) => order == ProductOrder.Relevance ? 3 * ProductListSql.Ranked : 2 * ProductListSql.Sorted,
                        (1, null) => 2 * ProductListSql.Counted,
                        (1, _) => 3 * ProductListSql.Ranked,
                        // Of a browsed list, each shelf is counted.
                        (_, null) => Products,
                        _ => 2 * ProductListSql.Counted,
                    };
                    await CheckAsync(statement, ProductListSql.Parameters(query, text, shelves), most, $"{order} {page}");
                }
            }
        }
    }

    /// <summary>One in fifty is archived: neither an order nor a search reads others.</summary>
    [Test]
    public async Task List_of_archived_products_reads_those_alone(
        [Values("", "widget", "common", "PLAN-12")] string search)
    {
        foreach (var order in Enum.GetValues<ProductOrder>().Skip(1))
        {
            var request = new ListProductsRequest
            {
                Archived = true, Search = search, Order = order, WithTotalCount = true, WithFacets = true,
            };
            var query = ProductQuery.Read(request, "USD", new());
            var text = search.Length == 0 ? null : SearchText.AsSku(search) ?? SearchText.Of(search);
            var parameters = ProductListSql.Parameters(query, text, []);
            foreach (var statement in ProductListSql.Statements(query, text))
                await CheckAsync(statement, parameters, most: 3 * Products / 50, $"{order}");
        }
    }

    [TestCase("widget")]
    [TestCase("PLAN-1")]
    [TestCase("nosuchword")]
    public async Task Question_whether_anything_matches_reads_hardly_anything(string typed)
    {
        var text = SearchText.AsSku(typed) ?? SearchText.Of(typed);
        var statement = ProductListSql.AnyStatement(text, archived: false);
        await CheckAsync(statement, ProductListSql.Parameters(text), most: 10, typed);
    }

    [Test]
    public async Task Correction_reads_hardly_anything() =>
        await CheckAsync(
            ProductListSql.AlikeStatement(archived: false),
            new
            {
                Words = new[] { "widgte", "hundreth" },
                Queries = new[] { "'widgte'", "('hundreth' | 'hundreth':*)" },
                Triples = new[] { string.Join(' ', Spelling.Triples("widgte")), string.Join(' ', Spelling.Triples("hundreth")) },
            }, most: 10, "");

    [Test]
    public async Task Correction_works_among_as_many_products()
    {
        var response = await _anyone.ListProductsAsync(new() { Search = "hundreth", WithTotalCount = true });
        (response.CorrectedSearch, response.TotalCount).ShouldBe(("hundredth", 1_000));
    }

    [TestCase("", 10_000)]
    [TestCase("common", 1_000)]
    [TestCase("thousandth", 100)]
    public async Task Total_is_exact_up_to_where_it_ends(string search, int total)
    {
        var response = await _anyone.ListProductsAsync(new() { Search = search, WithTotalCount = true });
        response.TotalCount.ShouldBe(total);
    }

    [Test]
    public async Task Search_by_relevance_lists_as_many_as_it_ranks_each_once_and_in_order()
    {
        var walked = new List<(string Id, string Cursor)>();
        var page = new PageRequest { First = 50 };
        while (true)
        {
            var response = await _anyone.ListProductsAsync(new() { Search = "common", Page = page });
            walked.AddRange(response.Edges.Select(edge => (edge.Product.Id, edge.Cursor)));
            if (!response.PageInfo.HasNextPage) break;
            page.After = response.PageInfo.EndCursor;
        }

        walked.Count.ShouldBe(ProductListSql.Ranked);
        walked.Select(row => row.Id).Distinct().Count().ShouldBe(walked.Count);
    }

    private static void Narrow(ListProductsRequest request, string filter)
    {
        switch (filter)
        {
            case "category": request.CategorySlugs.Add("shelf-7"); break;
            case "categories": request.CategorySlugs.Add(["shelf-3", "shelf-12"]); break;
            case "price": (request.MinPrice, request.MaxPrice) = (new Money(2_000, "USD").ToProto(), new Money(12_000, "USD").ToProto()); break;
            case "in stock": request.InStock = true; break;
            case "out of stock": request.InStock = false; break;
        }
    }

    private async Task CheckAsync(string statement, object parameters, int most, string what)
    {
        await using var open = await _source.OpenConnectionAsync();
        var plan = await open.QuerySingleAsync<string>("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + statement, parameters);
        var nodes = Nodes(JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan")).ToList();
        nodes.ShouldNotContain(node => Text(node, "Node Type") == "Seq Scan" && Text(node, "Relation Name") == "product", $"{what}\n{statement}\n{plan}");
        var read = nodes.Where(node => Text(node, "Relation Name") == "product").Sum(node =>
            node.GetProperty("Actual Loops").GetDouble() * (node.GetProperty("Actual Rows").GetDouble() + Count(node, "Rows Removed by Filter") + Count(node, "Rows Removed by Index Recheck")));
        read.ShouldBeLessThanOrEqualTo(most, $"{what}\n{statement}\n{plan}");
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) => node.TryGetProperty("Plans", out var children)
        ? children.EnumerateArray().SelectMany(Nodes).Prepend(node)
        : [node];

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double Count(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
