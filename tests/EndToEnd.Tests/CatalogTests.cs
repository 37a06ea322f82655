using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Finding products, and keeping them, through the front door (FA.1, R5.2).</summary>
internal sealed class CatalogTests
{
    private const string Create =
        "mutation($input: CreateProductInput!) { createProduct(input: $input) { product { id sku slug } errors { __typename ... on ValidationError { field } ... on SkuTakenError { sku } } } }";

    private OpenShop _shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _shop = await OpenShop.StartAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    [Test]
    public async Task Customer_finds_a_product_while_typing_and_after_mistyping()
    {
        var visitor = _shop.Visitor();
        foreach (var typed in (string[])["turn", "turntab", "turntable", "TURNTABLE", "AUD-TRN"])
        {
            var found = await SearchAsync(visitor, typed);
            found.At("nodes")[0].At("sku").GetString().ShouldBe("AUD-TRN-BLT", typed);
            found.At("correctedSearch").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        var corrected = await SearchAsync(visitor, "trutnable");
        corrected.At("correctedSearch").GetString().ShouldBe("turntable");
        corrected.At("nodes")[0].At("sku").GetString().ShouldBe("AUD-TRN-BLT");
        corrected.At("totalCount").GetInt32().ShouldBe(corrected.At("nodes").GetArrayLength());
        corrected.At("facets")[0].At("category.slug").GetString().ShouldBe("audio");
    }

    [Test]
    public async Task Product_that_an_admin_creates_is_found_and_bought()
    {
        var admin = await AdminAsync();
        var created = await admin.AskAsync(Create, new { input = New("E2E-HARP-1", "Concert Harp", stock: 3) });
        created.At("createProduct.product.slug").GetString().ShouldBe("concert-harp");
        var id = created.At("createProduct.product.id").GetString()!;

        var guest = await _shop.GuestAsync();
        await AvailableAsync(guest, "harp", 3);
        var order = (await guest.BuyAsync(id, 2)).At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        order.At("lines")[0].At("name").GetString().ShouldBe("Concert Harp");
        await AvailableAsync(guest, "harp", 1);
    }

    [Test]
    public async Task Archived_product_leaves_lists_and_stays_on_the_order()
    {
        var admin = await AdminAsync();
        var created = await admin.AskAsync(Create, new { input = New("E2E-LUTE-1", "Renaissance Lute", stock: 5) });
        var id = created.At("createProduct.product.id").GetString()!;
        var guest = await _shop.GuestAsync();
        await AvailableAsync(guest, "lute", 5);
        var order = (await guest.BuyAsync(id)).At("order");

        var archived = await admin.AskAsync(
            "mutation($input: ArchiveProductInput!) { archiveProduct(input: $input) { product { archived } errors { __typename } } }", new { input = new { id } });
        archived.At("archiveProduct.product.archived").GetBoolean().ShouldBeTrue();

        (await SearchAsync(guest, "lute")).At("totalCount").GetInt32().ShouldBe(0);
        (await SearchAsync(guest, "E2E-LUTE-1")).At("totalCount").GetInt32().ShouldBe(0);
        var kept = await guest.AskAsync(
            "query($order: ID!, $product: ID!) { orderById(id: $order) { lines { name product { name archived } } } productById(id: $product) { archived } }",
            new { order = order.At("id").GetString(), product = id });
        kept.At("orderById.lines")[0].At("product.archived").GetBoolean().ShouldBeTrue();
        kept.At("orderById.lines")[0].At("name").GetString().ShouldBe("Renaissance Lute");
        kept.At("productById.archived").GetBoolean().ShouldBeTrue();
    }

    [Test]
    public async Task Admin_changes_a_product_and_hears_of_everything_that_is_wrong_with_one()
    {
        var admin = await AdminAsync();
        var created = await admin.AskAsync(Create, new { input = New("E2E-DRUM-1", "Hand Drum", stock: 1) });
        var id = created.At("createProduct.product.id").GetString();
        var updated = await admin.AskAsync(
            "mutation($input: UpdateProductInput!) { updateProduct(input: $input) { product { name sku category { slug } price { amount } } errors { __typename } } }",
            new { input = new { id, name = "Frame Drum", slug = "frame-drum", categorySlug = "audio", price = new { amount = "59.90", currency = "USD" } } });
        updated.At("updateProduct.product").ToString().ShouldBe("""{"name":"Frame Drum","sku":"E2E-DRUM-1","category":{"slug":"audio"},"price":{"amount":"59.90"}}""");
        // A link from before the change leads to it too.
        (await admin.AskAsync("""{ productBySlug(slug: "hand-drum") { slug } }""")).At("productBySlug.slug").GetString().ShouldBe("frame-drum");

        (await ErrorsAsync(admin, New("e2e-drum-1", "Other", stock: 1))).At("__typename").GetString().ShouldBe("SkuTakenError");
        var bad = await admin.PostAsync(Create, new
        {
            input = new { sku = "no!", name = "", description = "", categorySlug = "nowhere", price = new { amount = "1.00", currency = "EUR" }, initialStock = -1 },
        });
        bad.At("data.createProduct.errors").EnumerateArray().Select(error => error.At("field").GetString())
            .ShouldBe(["sku", "name", "description", "price", "initialStock", "categorySlug"], ignoreOrder: true);
    }

    [Test]
    public async Task Nobody_but_an_admin_changes_the_catalog()
    {
        foreach (var (visitor, code) in new[] { (_shop.Visitor(), "UNAUTHENTICATED"), (await _shop.GuestAsync(), "FORBIDDEN") })
        {
            var answer = await visitor.PostAsync(Create, new { input = New("E2E-NO-1", "No", stock: 1) });
            answer.At("errors")[0].At("extensions.code").GetString().ShouldBe(code);
        }
    }

    private static object New(string sku, string name, int stock) => new
    {
        sku, name, description = "For a test.", price = new { amount = "49.50", currency = "USD" }, initialStock = stock, lowStockThreshold = 1,
    };

    private static async Task<JsonElement> SearchAsync(Visitor visitor, string typed) => (await visitor.AskAsync(
        "query($typed: String!) { products(search: $typed) { totalCount correctedSearch nodes { id sku available } facets { count category { slug } } } }",
        new { typed })).At("products");

    private static async Task<JsonElement> ErrorsAsync(Visitor admin, object input) =>
        (await admin.PostAsync(Create, new { input })).At("data.createProduct.errors")[0];

    private static Task AvailableAsync(Visitor visitor, string typed, int units) => Eventually.HoldsAsync(
        async () => (await SearchAsync(visitor, typed)).At("nodes")[0].At("available") is { ValueKind: JsonValueKind.Number } available && available.GetInt32() == units,
        $"{units} of \"{typed}\" to be available");

    private async Task<Visitor> AdminAsync()
    {
        var admin = _shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        return admin;
    }
}
