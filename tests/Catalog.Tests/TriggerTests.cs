using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CommerceKata.Catalog.Tests;

/// <summary>The triggers of <c>product</c> forget no column, those of later migrations included.</summary>
[NonParallelizable]
internal sealed class TriggerTests : CatalogFixture
{
    /// <summary>A change of these alone is told to nobody, since nobody is shown them.</summary>
    private static readonly string[] NotCounted = ["stock_version", "updated_at"];

    private Database Database => Service.Services.GetRequiredService<Database>();

    [TestCase("stock_version = stock_version + 1, updated_at = now()", 0)]
    [TestCase("name = name", 0)]
    [TestCase("in_stock = NOT in_stock", 1)]
    [TestCase("price_minor = price_minor + 1", 1)]
    public async Task Change_is_told_once_if_anybody_is_shown_it(string change, int times) =>
        (await TellsAsync(await NewProductAsync(), change, change)).ShouldBe(times);

    [Test]
    public async Task Change_of_every_column_is_told_unless_it_is_named_here()
    {
        await Database.ExecuteAsync("ALTER TABLE product ADD later json DEFAULT '1', ADD last int", null, default);
        var columns = await ColumnsAsync();
        columns.Select(column => column.Name).ShouldContain("later");
        foreach (var column in columns)
        {
            var times = NotCounted.Contains(column.Name) ? 0 : 1;
            (await TellsAsync(await NewProductAsync(), Changed(column))).ShouldBe(times, column.Name);
        }

        await Database.ExecuteAsync("ALTER TABLE product DROP later, DROP last", null, default);
    }

    [TestCase("sku = (SELECT max(sku) FROM product)", 1)]
    [TestCase("sku = (SELECT min(sku) FROM product)", 1)]
    [TestCase("false", 0)]
    public async Task Change_of_many_is_told_if_it_counts_for_one_of_them(string counts, int times)
    {
        var dearer = $"price_minor = price_minor + CASE WHEN {counts} THEN 1 ELSE 0 END";
        (await TellsAsync(null, $"stock_version = stock_version + 1, {dearer}")).ShouldBe(times);
    }

    /// <summary>The searched text, and the words that mistyped ones are corrected to, whichever column changed.</summary>
    [Test]
    public async Task What_is_found_of_a_changed_product_is_what_is_found_of_a_new_one()
    {
        foreach (var column in await ColumnsAsync())
        {
            // What the triggers make themselves.
            if (column.Name is "search" or "named") continue;
            var (kept, fresh) = await FoundAsync(await NewProductAsync(), column);
            fresh.ShouldBe(kept, column.Name);
        }
    }

    /// <summary>What is found of a product that was changed, and once it was removed and inserted as it was.</summary>
    private async Task<(Found Kept, Found Fresh)> FoundAsync(Guid id, Column column)
    {
        const string found = """
            SELECT search::text, named::text, (SELECT count(*)::int FROM search_word) AS words
            FROM product WHERE sku = @Sku
            """;
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var change = $"UPDATE product SET {Changed(column)} WHERE id = @id RETURNING sku";
        var sku = await connection.ExecuteScalarAsync<string>(change, new { id });
        var kept = await connection.QuerySingleAsync<Found>(found, new { Sku = sku });
        await connection.ExecuteAsync("""
            CREATE TEMP TABLE changed ON COMMIT DROP AS SELECT * FROM product WHERE sku = @Sku;
            DELETE FROM product WHERE sku = @Sku;
            INSERT INTO product SELECT * FROM changed
            """, new { Sku = sku });
        return (kept, await connection.QuerySingleAsync<Found>(found, new { Sku = sku }));
    }

    /// <summary>How often a transaction with these changes of a product, or of all, tells of a change.</summary>
    private async Task<int> TellsAsync(Guid? id, params string[] changes)
    {
        var heard = new List<string>();
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var writer = await source.OpenConnectionAsync();
        await using var listener = await source.OpenConnectionAsync();
        // Only of this test's own: others write too.
        listener.Notification += (_, news) => heard.AddRange(news.PID == writer.ProcessID ? [news.Payload] : []);
        await listener.ExecuteAsync("LISTEN catalog_changed");
        await using (var transaction = await writer.BeginTransactionAsync())
        {
            foreach (var change in changes)
                await writer.ExecuteAsync($"UPDATE product SET {change} WHERE id = COALESCE(@id, id)", new { id });
            await transaction.CommitAsync();
        }

        // Notifications come in the order of their commits.
        await writer.ExecuteAsync("SELECT pg_notify('catalog_changed', 'end')");
        while (!heard.Contains("end")) await listener.WaitAsync();
        return heard.Count(payload => payload.Length == 0);
    }

    private Task<IReadOnlyList<Column>> ColumnsAsync() => Database.QueryAsync<Column>("""
        SELECT column_name AS name, data_type AS type FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = 'product' ORDER BY ordinal_position
        """, null, default);

    /// <summary>SQL that gives the column another value.</summary>
    private static string Changed(Column column) => $"{column.Name} = " + (column switch
    {
        { Name: "category_id" } => "(SELECT id FROM category WHERE slug = 'garden')",
        { Name: "currency" } => "'EUR'",
        { Type: "uuid" } => "gen_random_uuid()",
        { Type: "text" } => $"COALESCE({column.Name}, '') || ' unheardof'",
        { Type: "bigint" or "integer" } => $"COALESCE({column.Name}, 0) + 1",
        { Type: "boolean" } => $"NOT {column.Name}",
        { Type: "timestamp with time zone" } => $"{column.Name} + interval '1 second'",
        { Type: "tsvector" } => $"{column.Name} || 'unheardof:1'",
        { Type: "json" or "jsonb" } => "'{\"unheard\": \"of\"}'",
        _ => throw new NotSupportedException($"Say here how {column.Name}, a {column.Type}, is changed."),
    });

    private async Task<Guid> NewProductAsync() => Guid.Parse((await Admin.CreateProductAsync(new()
    {
        Sku = $"TR-{Guid.NewGuid():N}".ToUpperInvariant()[..20], Name = "Told", Description = "For a test.",
        CategorySlug = "kitchen", Price = new Money(1250, "USD").ToProto(),
    })).Product.Id);

    private sealed record Column(string Name, string Type);

    private sealed record Found(string Search, string Named, int Words);
}
