using CommerceKata.Catalog.Words;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Catalog.Tests;

/// <summary>Products that were there before, or that a version before writes, are found like all others (issue 15).</summary>
internal sealed class WordIndexTests : CatalogFixture
{
    private Database Database => Service.Services.GetRequiredService<Database>();

    [Test]
    public async Task Product_that_a_version_before_writes_is_found_by_its_words()
    {
        // Its INSERT and UPDATE name neither "search" nor "words_version".
        var id = Guid.CreateVersion7();
        await RunAsync(
            """
            INSERT INTO product (id, sku, slug, name, description, price_minor, currency, created_at, updated_at)
            VALUES (@id, 'OLD-BOOTS', 'old-boots', 'САПОГИ кожаные', 'Written by a version before.', 900, 'USD', now(), now())
            """, id);
        await FoundAsync("сапоги");
        await RunAsync("UPDATE product SET name = 'Łyżka' WHERE id = @id", id);
        await FoundAsync("lyzka");
        (await IsFoundAsync("сапоги")).ShouldBeFalse();
    }

    [Test]
    public async Task Change_of_a_name_is_found_at_once_and_the_old_name_is_not()
    {
        var created = (await Admin.CreateProductAsync(new()
        {
            Sku = "WORDS-CHANGED", Name = "Zeppelin", Description = "For a test.", Price = new Money(900, "USD").ToProto(),
        })).Product;
        (await IsFoundAsync("zeppelin")).ShouldBeTrue();
        await Admin.UpdateProductAsync(new() { Id = created.Id, Name = "Dirižablis" });
        (await IsFoundAsync("dirizablis")).ShouldBeTrue();
        (await IsFoundAsync("zeppelin")).ShouldBeFalse();
    }

    [Test]
    public async Task Words_of_products_that_were_there_are_made_in_batches_until_all_have_theirs()
    {
        const string fill = """
            INSERT INTO product (id, sku, slug, name, description, price_minor, currency, created_at, updated_at)
            SELECT gen_random_uuid(), 'B-' || n, 'b-' || n, 'Ёлка ' || n, 'One of many.', 900, 'USD', now(), now() FROM generate_series(1, 1200) n
            """;
        const string done = "SELECT count(*) FROM product WHERE words_version = 1 AND search @@ 'елка'::tsquery AND named @@ 'елка'::tsquery";
        await using var service = await TestService.StartAsync(CatalogHost.Build, ("Catalog:Seed", "false"));
        var database = service.Services.GetRequiredService<Database>();
        await database.ExecuteAsync(fill, null, default);
        var index = service.Services.GetRequiredService<WordIndex>();
        // The service's own worker takes its part: no batch is larger than it may be, and in the end all are done.
        while (await index.RunBatchAsync(default) is > 0 and var count) count.ShouldBeLessThanOrEqualTo(500);
        await Eventually.HoldsAsync(async () => await database.QuerySingleOrDefaultAsync<long>(done, null, default) == 1200, "all to have their words");
        const string known = "SELECT count(*) FROM search_word WHERE word = 'ёлка' AND triples IS NOT NULL";
        (await database.QuerySingleOrDefaultAsync<long>(known, null, default)).ShouldBe(1);
    }

    private async Task FoundAsync(string typed) => await Eventually.HoldsAsync(() => IsFoundAsync(typed), $"{typed} to be found");

    private async Task<bool> IsFoundAsync(string typed)
    {
        var answer = await Anyone.ListProductsAsync(new() { Search = typed });
        return answer.CorrectedSearch.Length == 0 && answer.Edges.Count > 0;
    }

    private Task<int> RunAsync(string sql, Guid id) => Database.ExecuteAsync(sql, new { id }, default);
}
