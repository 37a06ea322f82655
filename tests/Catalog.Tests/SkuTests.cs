using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.TestKit;
using Dapper;
using Npgsql;

namespace CommerceKata.Catalog.Tests;

/// <summary>SKUs are kept as merchants write them, and compared without case.</summary>
internal sealed class SkuTests : CatalogFixture
{
    [TestCase("KIT-KNF-CHF")]
    [TestCase("abc-1")]
    [TestCase("Mug_350.ml/blue")]
    [TestCase("4006381333931")]
    [TestCase("A 1 b")]
    [TestCase("x")]
    [TestCase("a--b..c__d//e")]
    [TestCase("1234567890123456789012345678901234567890")]
    public void Sku_as_merchants_have_them_is_valid(string sku) => Sku.IsValid(sku).ShouldBeTrue();

    [TestCase("")]
    [TestCase(" a")]
    [TestCase("a ")]
    [TestCase("-a")]
    [TestCase("a-")]
    [TestCase("a/")]
    [TestCase(".")]
    [TestCase("a  b")]
    [TestCase("a\tb")]
    [TestCase("a\u00A0b")]
    [TestCase("a\n")]
    [TestCase("a+b")]
    [TestCase("Größe")]
    [TestCase("АБВ")]
    [TestCase("Ａ１")]
    [TestCase("٣")]
    [TestCase("K\u212A")]
    [TestCase("12345678901234567890123456789012345678901")]
    public void Sku_of_another_form_is_not_valid(string sku) => Sku.IsValid(sku).ShouldBeFalse();

    [TestCase("sku-low-1", "SKU-LOW-1")]
    [TestCase("Sku.Mixed/2 b", "sKU.mIXED/2 B")]
    [TestCase("sku_i_3", "SKU_I_3")]
    public async Task Sku_is_kept_as_written_and_taken_in_every_case(string sku, string other)
    {
        (await Admin.CreateProductAsync(NewProduct(sku))).Product.Sku.ShouldBe(sku);
        (await Admin.CreateProductAsync(NewProduct(other))).SkuTaken.Sku.ShouldBe(other);
    }

    [Test]
    public Task Sku_of_another_form_is_refused() => Admin.CreateProductAsync(NewProduct("a  b")).ShouldViolateAsync("sku");

    [Test]
    public async Task Migration_names_SKUs_that_clash_without_case_and_changes_nothing()
    {
        using var reader = new StreamReader(
            typeof(CatalogHost).Assembly.GetManifestResourceStream("Migrations/0006_skus_and_former_slugs.sql")!);
        var migration = await reader.ReadToEndAsync();
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var open = await source.OpenConnectionAsync();
        await using var transaction = await open.BeginTransactionAsync();
        await open.ExecuteAsync("DROP INDEX product_by_sku_without_case");
        foreach (var sku in new[] { "Clash-1", "CLASH-1", "clash-2", "CLASH-2", "clash-3" })
        {
            await open.ExecuteAsync("""
                INSERT INTO product (id, sku, slug, name, description, price_minor, currency, created_at, updated_at)
                VALUES (gen_random_uuid(), @sku, 'of-' || md5(@sku), 'Clash', 'Of SKUs.', 1, 'USD', now(), now())
                """, new { sku });
        }

        var error = await Should.ThrowAsync<PostgresException>(() => open.ExecuteAsync(migration));
        error.MessageText.ShouldBe("These SKUs differ only in case, and nothing was changed. Give all but one of each another SKU, and "
            + "migrate again: CLASH-1, Clash-1; CLASH-2, clash-2");
    }

    private static CreateProductRequest NewProduct(string sku) => new()
    {
        Sku = sku, Name = "For a SKU", Description = "For a test.", Price = new Money(1250, "USD").ToProto(),
    };
}
