using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.TestKit;
using Grpc.Core;
using Dapper;
using Npgsql;
using ProtoProduct = Commerce.Catalog.V1.Product;

namespace CommerceKata.Catalog.Tests;

/// <summary>A slug can be changed, and the ones before it still lead to the product.</summary>
internal sealed class FormerSlugTests : CatalogFixture
{
    [Test]
    public async Task Product_is_found_by_every_slug_that_it_had_and_answers_with_the_present_one()
    {
        var product = await CreateAsync("FS-1", "Old Lamp");
        foreach (var slug in new[] { "new-lamp", "newer-lamp", "newest-lamp" })
        {
            product.Slug = slug;
            (await ChangeAsync(product, slug)).ShouldBe(product);
            // Read from memory the second time: after the next change neither may be the one from before.
            foreach (var known in new[] { "old-lamp", "new-lamp", slug, "old-lamp", "new-lamp", slug })
                (await FindAsync(known)).ShouldBe(product, known);
        }

        await Anyone.GetProductAsync(new() { Slug = "no-lamp" }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Change_of_a_slug_to_itself_keeps_nothing()
    {
        var product = await CreateAsync("FS-2", "Still Lamp");
        (await ChangeAsync(product, "still-lamp")).ShouldBe(product);
        (await FormerAsync(product)).ShouldBeEmpty();
    }

    [Test]
    public async Task Former_slug_of_another_product_is_taken()
    {
        var product = await CreateAsync("FS-3", "First Chair");
        await ChangeAsync(product, "second-chair");
        var other = await CreateAsync("FS-4", "Other Chair");
        foreach (var slug in new[] { "first-chair", "second-chair" })
        {
            await Admin.UpdateProductAsync(new() { Id = other.Id, Slug = slug }).ShouldViolateAsync("slug");
            var given = NewProduct("FS-5", "Given Chair");
            given.Slug = slug;
            await Admin.CreateProductAsync(given).ShouldViolateAsync("slug");
        }

        // One that is made from a name steps aside, as it does for a present one.
        (await CreateAsync("FS-6", "First Chair")).Slug.ShouldBe("first-chair-2");
        (await FindAsync("first-chair")).Id.ShouldBe(product.Id);
        (await FindAsync("other-chair")).ShouldBe(other);
    }

    [Test]
    public async Task Product_takes_its_own_former_slug_back()
    {
        var product = await CreateAsync("FS-7", "There Table");
        await ChangeAsync(product, "away-table");
        (await ChangeAsync(product, "there-table")).Slug.ShouldBe("there-table");
        (await FormerAsync(product)).ShouldBe(["away-table"]);
        (await FindAsync("away-table")).Slug.ShouldBe("there-table");
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("Lamp")]
    [TestCase("old lamp")]
    [TestCase("lampa-żółta")]
    [TestCase("ランプ")]
    [TestCase("lamp\0")]
    [TestCase("-lamp")]
    public async Task Slug_of_another_form_is_refused_with_all_else_that_is_wrong(string slug) =>
        await Admin.UpdateProductAsync(new() { Id = Guid.NewGuid().ToString(), Slug = slug, Name = "" }).ShouldViolateAsync("slug", "name");

    [Test]
    public async Task Slug_of_no_product_cannot_be_changed() => await Admin
        .UpdateProductAsync(new() { Id = Guid.NewGuid().ToString(), Slug = "nothing-there" }).ShouldFailAsync(StatusCode.NotFound);

    /// <summary>Whoever writes past this service keeps the rule too: it is the database's.</summary>
    [Test]
    public async Task Slug_that_is_being_changed_leads_to_one_product_whoever_is_first()
    {
        var product = await CreateAsync("FS-8", "Raced Stool");
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var first = await source.OpenConnectionAsync();
        await using var transaction = await first.BeginTransactionAsync();
        await first.ExecuteAsync("UPDATE product SET slug = 'raced-away' WHERE id = @Id", new { Id = Guid.Parse(product.Id) });
        var given = NewProduct("FS-9", "Late Stool");
        given.Slug = "raced-stool";
        var late = Admin.CreateProductAsync(given);
        await Eventually.HoldsAsync(
            async () => await WaitingAsync(source), "the second one to wait for the first", TimeSpan.FromSeconds(10));
        await transaction.CommitAsync();
        await late.ShouldViolateAsync("slug");
        (await Admin.CreateProductAsync(NewProduct("FS-9", "Late Stool"))).Product.Slug.ShouldBe("late-stool");
    }

    private static async Task<bool> WaitingAsync(NpgsqlDataSource source)
    {
        await using var open = await source.OpenConnectionAsync();
        return await open.ExecuteScalarAsync<bool>("""
            SELECT EXISTS (SELECT FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO product%')
            """);
    }

    private async Task<IReadOnlyList<string>> FormerAsync(ProtoProduct product)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var open = await source.OpenConnectionAsync();
        const string sql = "SELECT slug FROM product_slug WHERE product_id = @Id ORDER BY slug";
        return (await open.QueryAsync<string>(sql, new { Id = Guid.Parse(product.Id) })).AsList();
    }

    private async Task<ProtoProduct> FindAsync(string slug) => (await Anyone.GetProductAsync(new() { Slug = slug })).Product;

    private async Task<ProtoProduct> ChangeAsync(ProtoProduct product, string slug) =>
        (await Admin.UpdateProductAsync(new() { Id = product.Id, Slug = slug })).Product;

    private async Task<ProtoProduct> CreateAsync(string sku, string name) => (await Admin.CreateProductAsync(NewProduct(sku, name))).Product;

    private static CreateProductRequest NewProduct(string sku, string name) => new()
    {
        Sku = sku, Name = name, Description = "For a test.", CategorySlug = "kitchen", Price = new Money(1250, "USD").ToProto(),
    };
}
