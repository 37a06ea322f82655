using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

internal sealed class ProductAdminTests : DoorFixture
{
    private const string Errors =
        "errors { __typename ... on ValidationError { field message } ... on NotFoundError { id } ... on SkuTakenError { sku message } }";

    private const string Create = "mutation($input: CreateProductInput!) { createProduct(input: $input) { product { name sku } " + Errors + " } }";
    private const string Update = "mutation($input: UpdateProductInput!) { updateProduct(input: $input) { product { name } " + Errors + " } }";
    private const string Archive = "mutation($input: ArchiveProductInput!) { archiveProduct(input: $input) { product { archived } " + Errors + " } }";

    private const string Restore =
        "mutation($input: RestoreProductInput!) { restoreProduct(input: $input) { product { archived } "
        + Errors + " } }";

    private static readonly object Kettle = new { sku = "KET-1", name = "Kettle", description = "Boils.", price = new { amount = "12.50", currency = "USD" } };

    [Test]
    public async Task CreateProduct_passes_every_field_and_the_token_on()
    {
        var token = TestTokens.User(Who.Admin);
        Shop.On<CreateProductRequest>(_ => new CreateProductResponse { Product = Some.Product() });
        var answer = await Door.AskAsync(Create, new
        {
            input = new
            {
                sku = "KET-1", slug = "kettle", name = "Kettle", description = "Boils.", categorySlug = "kitchen",
                price = new { amount = "12.50", currency = "USD" }, imageUrl = "https://example.com/k.png", initialStock = 7, lowStockThreshold = 2,
            },
        }, token: token);
        answer.Data().GetProperty("createProduct").ToString().ShouldBe("""{"product":{"name":"Kettle","sku":"KET-1"},"errors":null}""");
        Shop.Asked<CreateProductRequest>().Single().ShouldBe(new CreateProductRequest
        {
            Sku = "KET-1", Slug = "kettle", Name = "Kettle", Description = "Boils.", CategorySlug = "kitchen", Price = Some.Usd(12.50m),
            ImageUrl = "https://example.com/k.png", InitialStock = 7, LowStockThreshold = 2,
        });
        Shop.Calls.Single().Token.ShouldBe("Bearer " + token);
    }

    [Test]
    public async Task CreateProduct_with_a_taken_SKU_is_a_SkuTakenError()
    {
        Shop.On<CreateProductRequest>(request => new CreateProductResponse { SkuTaken = new() { Sku = request.Sku } });
        var answer = await Door.AskAsync(Create, new { input = Kettle });
        answer["createProduct.errors"].ShouldBe("[{'__typename':'SkuTakenError','sku':'KET-1','message':'Another product has this SKU. Take another one, or change that product.'}]");
        answer["createProduct.product"].ShouldBeNull();
    }

    [Test]
    public async Task CreateProduct_with_the_SKU_of_an_archived_product_says_that_it_can_be_restored()
    {
        var taken = new SkuTaken { Sku = "KET-1", Archived = true };
        Shop.On<CreateProductRequest>(_ => new CreateProductResponse { SkuTaken = taken });
        (await Door.AskAsync(Create, new { input = Kettle }))["createProduct.errors"]!
            .ShouldContain("'message':'An archived product has this SKU. Restore that product, or take another SKU.'");
    }

    /// <summary>Inventory has not heard of it yet.</summary>
    [Test]
    public async Task CreateProduct_of_which_Inventory_knows_nothing_yet_shows_no_number()
    {
        const string create = """
            mutation($input: CreateProductInput!) {
              createProduct(input: $input) { product { available stock { onHand } } }
            }
            """;
        Shop.On<CreateProductRequest>(_ => new CreateProductResponse { Product = Some.Product() });
        Shop.On<BatchGetAvailabilityRequest>(_ => new BatchGetAvailabilityResponse());
        Shop.On<BatchGetStockRequest>(_ => new BatchGetStockResponse());
        (await Door.AskAsync(create, new { input = Kettle })).Data().ToString()
            .ShouldBe("""{"createProduct":{"product":{"available":null,"stock":null}}}""");
    }

    [Test]
    public async Task CreateProduct_with_bad_input_has_an_error_per_field_as_the_input_names_it()
    {
        Shop.On<CreateProductRequest>(_ => throw Fault.Invalid([new("image_url", new("BAD", "must be a web address")), new("category_slug", new("BAD", "is not a category"))]));
        var answer = await Door.AskAsync(Create, new { input = Kettle });
        answer["createProduct.errors"].ShouldBe(
            "[{'__typename':'ValidationError','field':'imageUrl','message':'must be a web address'},{'__typename':'ValidationError','field':'categorySlug','message':'is not a category'}]");
    }

    [Test]
    public async Task CreateProduct_at_a_price_that_the_currency_cannot_hold_names_the_field_beside_what_else_is_wrong()
    {
        // The Catalog hears of no amount either, so that it makes no product.
        Shop.On<CreateProductRequest>(request => throw Fault.Invalid([new("price", request.Price.CurrencyCode == "USD"
            ? Problem.Taken : Problem.NotAnAmount), new("sku", Problem.Required)]));
        var input = new { sku = "KET-1", name = "Kettle", description = "Boils.", price = new { amount = "0.001", currency = "USD" } };
        var answer = await Door.AskAsync(Create, new { input });
        answer["createProduct.errors"].ShouldBe(
            "[{'__typename':'ValidationError','field':'price.amount','message':'must be an amount of USD'},{'__typename':'ValidationError','field':'sku','message':'is required'}]");
    }

    [Test]
    public async Task UpdateProduct_passes_on_only_what_is_given()
    {
        var id = Some.Id();
        Shop.On<UpdateProductRequest>(_ => new UpdateProductResponse { Product = Some.Product(id, "Pot") });
        var answer = await Door.AskAsync(Update, new { input = new { id = Some.Global("Product", id), name = "Pot" } });
        answer["updateProduct.product.name"].ShouldBe("Pot");
        Shop.Asked<UpdateProductRequest>().Single().ShouldBe(new UpdateProductRequest { Id = id, Name = "Pot" });
    }

    [TestCase("new-pot", "new-pot")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public async Task UpdateProduct_passes_a_slug_on_and_none_is_one_that_the_Catalog_refuses(string? slug, string passed)
    {
        var id = Some.Id();
        Shop.On<UpdateProductRequest>(_ => new UpdateProductResponse { Product = Some.Product(id, "Pot") });
        (await Door.AskAsync(Update, new { input = new { id = Some.Global("Product", id), slug } })).Data();
        Shop.Asked<UpdateProductRequest>().Single().ShouldBe(new UpdateProductRequest { Id = id, Slug = passed });
    }

    [Test]
    public async Task UpdateProduct_with_a_slug_that_is_taken_is_a_ValidationError()
    {
        Shop.On<UpdateProductRequest>(_ => throw Fault.Invalid("slug", Problem.Taken));
        var input = new { id = Some.Global("Product", Some.Id()), slug = "pot" };
        (await Door.AskAsync(Update, new { input }))["updateProduct.errors"].ShouldBe(
            "[{'__typename':'ValidationError','field':'slug','message':'is taken'}]");
    }

    [TestCase("$input", "null")]
    [TestCase("{ id: $id, categorySlug: null, imageUrl: null }", "null")]
    [TestCase("{ id: $id, categorySlug: $none, imageUrl: $none }", "null")]
    [TestCase("{ id: $id, categorySlug: $absent, imageUrl: $absent }", "out")]
    [TestCase("{ id: $id }", "out")]
    [TestCase("{ id: $id, categorySlug: \"\", imageUrl: \"\" }", "blank")]
    public async Task UpdateProduct_clears_what_is_null_and_leaves_what_is_left_out(string input, string expected)
    {
        var id = Some.Id();
        Shop.On<UpdateProductRequest>(_ => new UpdateProductResponse { Product = Some.Product(id) });
        string[] variables = ["$input: UpdateProductInput!", "$id: ID!", "$none: String", "$absent: String"];
        var declared = string.Join(
            ", ", variables.Where(variable => input.Contains(variable.Split(':')[0], StringComparison.Ordinal)));
        (await Door.AskAsync($"mutation({declared}) {{ updateProduct(input: {input}) {{ product {{ name }} {Errors} }} }}", new Dictionary<string, object?>
        {
            ["id"] = Some.Global("Product", id),
            ["none"] = null,
            ["input"] = new Dictionary<string, object?>
            {
                ["id"] = Some.Global(
                "Product", id), ["categorySlug"] = null, ["imageUrl"] = null
            },
        })).Data();
        Shop.Asked<UpdateProductRequest>().Single().ShouldBe(expected switch
        {
            "null" => new UpdateProductRequest { Id = id, CategorySlug = "", ImageUrl = "" },
            // The Catalog knows no such category, and calls no such thing a web address.
            "blank" => new UpdateProductRequest { Id = id, CategorySlug = " ", ImageUrl = " " },
            _ => new UpdateProductRequest { Id = id },
        });
    }

    [Test]
    public async Task UpdateProduct_does_not_clear_what_a_product_needs()
    {
        Shop.On<UpdateProductRequest>(request => throw Fault.Invalid([
            new("name", Problem.Required), new("price", request.Price is null ? Problem.Taken : Problem.NotAnAmount)]));
        var input = new Dictionary<string, object?>
        {
            ["id"] = Some.Global(
            "Product", Some.Id()), ["name"] = null, ["price"] = null
        };
        (await Door.AskAsync(Update, new { input }))["updateProduct.errors"].ShouldBe(
            "[{'__typename':'ValidationError','field':'price','message':'is required'},{'__typename':'ValidationError','field':'name','message':'is required'}]");
    }

    [Test]
    public async Task ArchiveProduct_archives()
    {
        var id = Some.Id();
        var archived = Some.Product(id);
        archived.Archived = true;
        Shop.On<ArchiveProductRequest>(_ => new ArchiveProductResponse { Product = archived });
        var answer = await Door.AskAsync(Archive, new { input = new { id = Some.Global("Product", id) } });
        answer["archiveProduct.product.archived"].ShouldBe("true");
        Shop.Asked<ArchiveProductRequest>().Single().Id.ShouldBe(id);
    }

    [Test]
    public async Task RestoreProduct_restores()
    {
        var id = Some.Id();
        Shop.On<RestoreProductRequest>(_ => new RestoreProductResponse { Product = Some.Product(id) });
        var answer = await Door.AskAsync(Restore, new { input = new { id = Some.Global("Product", id) } });
        answer["restoreProduct.product.archived"].ShouldBe("false");
        Shop.Asked<RestoreProductRequest>().Single().Id.ShouldBe(id);
    }

    [Test]
    public async Task Change_of_a_product_that_is_not_there_is_a_NotFoundError_with_the_id_as_given()
    {
        var id = Some.Global("Product", Some.Id());
        Shop.On<UpdateProductRequest>(_ => throw Fault.NotFound("product"));
        Shop.On<ArchiveProductRequest>(_ => throw Fault.NotFound("product"));
        Shop.On<RestoreProductRequest>(_ => throw Fault.NotFound("product"));
        (await Door.AskAsync(Update, new { input = new { id } }))["updateProduct.errors"].ShouldBe($"[{{'__typename':'NotFoundError','id':'{id}'}}]");
        (await Door.AskAsync(Archive, new { input = new { id } }))["archiveProduct.errors"].ShouldBe($"[{{'__typename':'NotFoundError','id':'{id}'}}]");
        (await Door.AskAsync(Restore, new { input = new { id } }))["restoreProduct.errors"]
            .ShouldBe($"[{{'__typename':'NotFoundError','id':'{id}'}}]");
    }

    [Test]
    public async Task Change_by_somebody_else_is_FORBIDDEN()
    {
        Shop.On<ArchiveProductRequest>(_ => throw Fault.Forbidden());
        var answer = await Door.AskAsync(Archive, new { input = new { id = Some.Global("Product", Some.Id()) } });
        var error = answer.Errors.Single();
        (error.Code, error.Path).ShouldBe(("FORBIDDEN", "archiveProduct"));
        Shop.Calls.Count.ShouldBe(1);
    }
}
