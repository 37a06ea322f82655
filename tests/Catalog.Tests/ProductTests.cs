using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.TestKit;
using Grpc.Core;
using Npgsql;
using GoogleMoney = Google.Type.Money;

namespace CommerceKata.Catalog.Tests;

internal sealed class ProductTests : CatalogFixture
{
    [Test]
    public async Task Get_by_id_and_by_slug_give_the_same_product()
    {
        var listed = (await Anyone.ListProductsAsync(new())).Edges[0].Product;
        (await Anyone.GetProductAsync(new() { Id = listed.Id })).Product.ShouldBe(listed);
        (await Anyone.GetProductAsync(new() { Slug = listed.Slug })).Product.ShouldBe(listed);
        (await Anyone.BatchGetProductsAsync(new() { Ids = { listed.Id } })).Products.Single().ShouldBe(listed);
        (await Anyone.BatchGetCategoriesAsync(new() { Ids = { listed.CategoryId } })).Categories.Single().ShouldBe(listed.Category);
    }

    [Test]
    public async Task Get_of_what_is_not_there_is_NOT_FOUND_and_of_no_key_is_refused()
    {
        await Anyone.GetProductAsync(new() { Id = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
        await Anyone.GetProductAsync(new() { Slug = "no-such-slug" }).ShouldFailAsync(StatusCode.NotFound);
        await Anyone.GetProductAsync(new()).ShouldViolateAsync("key");
        await Anyone.GetProductAsync(new() { Id = "1; DROP TABLE product" }).ShouldViolateAsync("id");
    }

    [Test]
    public async Task Get_many_leaves_out_what_is_unknown()
    {
        var known = (await Anyone.ListProductsAsync(new())).Edges.Take(3).Select(edge => edge.Product.Id).ToList();
        var response = await Anyone.BatchGetProductsAsync(new() { Ids = { known.Concat(known).Append(Guid.NewGuid().ToString()) } });
        response.Products.Select(product => product.Id).ShouldBe(known, ignoreOrder: true);
    }

    [Test]
    public async Task Create_puts_a_product_on_sale_and_tells_Inventory_in_the_same_transaction()
    {
        var created = (await Admin.CreateProductAsync(NewProduct("NEW-1", "Tin Mug, Größe L"))).Product;
        created.Slug.ShouldBe("tin-mug-grosse-l");
        (await Anyone.GetProductAsync(new() { Id = created.Id })).Product.Price.ShouldBe(new Money(1250, "USD").ToProto());

        // Nobody answers as Inventory here: the event waits in the outbox.
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var query = source.CreateCommand("SELECT payload FROM outbox WHERE aggregateid = $1 AND destination = 'Inventory'");
        query.Parameters.Add(new() { Value = created.Id });
        var payload = (byte[])(await query.ExecuteScalarAsync())!;
        ProductCreated.Parser.ParseFrom(payload).InitialStock.ShouldBe(7);
    }

    [Test]
    public async Task Create_with_a_taken_sku_says_so_and_with_a_taken_name_finds_another_slug()
    {
        await Admin.CreateProductAsync(NewProduct("TWICE-1", "Same Name"));
        (await Admin.CreateProductAsync(NewProduct("TWICE-1", "Other Name"))).SkuTaken.Sku.ShouldBe("TWICE-1");
        (await Admin.CreateProductAsync(NewProduct("TWICE-2", "Same Name"))).Product.Slug.ShouldBe("same-name-2");
    }

    [Test]
    public async Task Create_with_bad_input_names_every_field()
    {
        var request = new CreateProductRequest
        {
            Sku = "double  space", Slug = "Not A Slug", Price = new GoogleMoney { CurrencyCode = "USD", Units = -1 }, ImageUrl = "javascript:alert(1)",
            InitialStock = -1, LowStockThreshold = 2_000_000,
        };
        await Admin.CreateProductAsync(request)
            .ShouldViolateAsync("sku", "slug", "name", "description", "price", "image_url", "initial_stock", "low_stock_threshold");
        var elsewhere = NewProduct("NO-CATEGORY", "Nowhere");
        elsewhere.CategorySlug = "no-such-category";
        await Admin.CreateProductAsync(elsewhere).ShouldViolateAsync("category_slug");
        await Admin.UpdateProductAsync(new() { Id = Guid.NewGuid().ToString(), Name = "", CategorySlug = "no-such-category" })
            .ShouldViolateAsync("name", "category_slug");
    }

    [Test]
    public async Task Update_changes_only_what_is_set()
    {
        var before = (await Admin.CreateProductAsync(NewProduct("UPD-1", "Before"))).Product;
        var after = (await Admin.UpdateProductAsync(new() { Id = before.Id, Name = "After" })).Product;
        before.Name = "After";
        after.ShouldBe(before);
        await Admin.UpdateProductAsync(new() { Id = Guid.NewGuid().ToString(), Name = "x" }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Archive_takes_a_product_off_lists_but_not_out_of_reach()
    {
        var product = (await Admin.CreateProductAsync(NewProduct("ARC-1", "Xylophone"))).Product;
        (await Anyone.ListProductsAsync(new() { Search = "xylophone" })).Edges.Count.ShouldBe(1);
        (await Admin.ArchiveProductAsync(new() { Id = product.Id })).Product.Archived.ShouldBeTrue();
        (await Anyone.ListProductsAsync(new() { Search = "xylophone" })).Edges.ShouldBeEmpty();
        (await Anyone.GetProductAsync(new() { Id = product.Id })).Product.Archived.ShouldBeTrue();
    }

    private static CreateProductRequest NewProduct(string sku, string name) => new()
    {
        Sku = sku, Name = name, Description = "For a test.", CategorySlug = "kitchen", Price = new Money(1250, "USD").ToProto(),
        InitialStock = 7, LowStockThreshold = 2,
    };
}
