using System.Text.Json;
using Commerce.Catalog.V1;
using CommerceKata.EndToEnd.Tests.Authorization;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>
/// The cart through the front door (R3.1, FA.2). The machine may be busy, and the first calls of a process are slow:
/// Cart gives Inventory more time than it usually does.
/// </summary>
internal sealed class CartTests() : ShopFixture("Cart:StockPatience=00:00:05")
{
    private const string Seen =
        """
        cart {
          version totalQuantity subtotal { amount }
          lines { id quantity problem leftOut unitPrice { amount } product { sku available archived } }
        }
        """;

    private const string Fields =
        $$"""
        {{Seen}}
        errors { __typename ... on OutOfStockError { lines { problem requested available product { sku } } } }
        """;

    [Test]
    public async Task Two_tabs_lose_no_update_of_each_other()
    {
        var shopper = await Shop.GuestAsync();
        var (one, two) = (await shopper.ProductAsync("STA-TPE-WSH"), await shopper.ProductAsync("KIT-KNF-PAR"));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => shopper.AddToCartAsync(n % 2 == 0 ? one.Id : two.Id, 1)));
        var seen = await CartAsync(shopper);
        seen.At("lines").EnumerateArray().Select(line => line.At("quantity").GetInt32()).ShouldBe([3, 3]);

        var line = seen.At("lines")[0].At("id").GetString();
        var version = seen.At("version").GetInt32();
        (await SetAsync(shopper, line, 5, version)).At("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        var late = await SetAsync(shopper, line, 1, version);
        late.At("errors")[0].At("__typename").GetString().ShouldBe("CartChangedError");
        late.At("cart.lines")[0].At("quantity").GetInt32().ShouldBe(5);

        await SetAsync(shopper, line, 0, null);
        (await SetAsync(shopper, line, 2, null)).At("errors")[0].At("__typename").GetString().ShouldBe("NotFoundError");
    }

    [Test]
    public async Task Price_is_the_one_of_now_and_an_archived_product_stays_until_it_is_removed_but_cannot_be_bought()
    {
        var shopper = await Shop.GuestAsync();
        var (kept, gone) = (await shopper.ProductAsync("KIT-MIL-PEP"), await NewProductAsync("GONE-1", 9));
        await shopper.AddToCartAsync(kept.Id, 1);
        await shopper.AddToCartAsync(Things.Global("Product", gone), 2);

        await WithCatalogAsync(catalog => catalog.UpdateProductAsync(new() { Id = gone, Price = new() { CurrencyCode = "USD", Units = 11 } }).ResponseAsync);
        await WithCatalogAsync(catalog => catalog.ArchiveProductAsync(new() { Id = gone }).ResponseAsync);

        var cart = await CartAsync(shopper);
        var line = cart.At("lines")[1];
        line.At("unitPrice.amount").GetString().ShouldBe("11.00");
        (cart.At("subtotal.amount").GetString(), cart.At("totalQuantity").GetInt32()).ShouldBe(("46.00", 3));
        (line.At("product.archived").GetBoolean(), line.At("product.available").GetInt32()).ShouldBe((true, 0));
        var refused = (await shopper.CheckoutAsync()).At("errors")[0];
        refused.At("__typename").GetString().ShouldBe("OutOfStockError");
        Short(refused).ShouldBe([("GONE-1", "NOT_AVAILABLE", 2, 0)]);

        await SetAsync(shopper, line.At("id").GetString(), 0, null);
        (await shopper.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task More_than_there_is_does_not_come_into_the_cart_and_fewer_always_do()
    {
        var shopper = await Shop.GuestAsync();
        var product = Things.Global("Product", await NewProductAsync("FEW-1", 2, stock: 33));
        var refused = await AddAsync(shopper, product, 99);
        Short(refused.At("errors")[0]).ShouldBe([("FEW-1", "TOO_FEW", 99, 33)]);
        refused.At("cart").ValueKind.ShouldBe(JsonValueKind.Null);

        var cart = (await AddAsync(shopper, product, 30)).At("cart");
        var more = await AddAsync(shopper, product, 4);
        Short(more.At("errors")[0]).ShouldBe([("FEW-1", "TOO_FEW", 34, 33)]);
        more.At("cart").ToString().ShouldBe(cart.ToString());
        var line = cart.At("lines")[0].At("id").GetString();
        Short((await SetAsync(shopper, line, 34, null)).At("errors")[0]).ShouldBe([("FEW-1", "TOO_FEW", 34, 33)]);
        (await SetAsync(shopper, line, 33, null)).At("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (await SetAsync(shopper, line, 7, null)).At("cart.lines")[0].At("quantity").GetInt32().ShouldBe(7);
    }

    [Test]
    public async Task Line_says_what_happened_to_it_and_the_checkout_names_all_that_have_a_problem()
    {
        var shopper = await Shop.GuestAsync();
        string[] skus = ["LINE-FINE", "LINE-FEW", "LINE-NONE", "LINE-GONE"];
        var ids = new List<string>();
        foreach (var sku in skus)
        {
            ids.Add(await NewProductAsync(sku, 2, stock: 5));
            await AddAsync(shopper, Things.Global("Product", ids[^1]), 3);
        }

        Problems(await CartAsync(shopper)).ShouldBe([null, null, null, null]);
        var other = await Shop.GuestAsync();
        foreach (var (id, units) in new[] { (ids[1], 4), (ids[2], 5) })
        {
            var bought = await other.BuyAsync(Things.Global("Product", id), units);
            bought.At("order.status").GetString().ShouldBe("CONFIRMED");
        }

        await WithCatalogAsync(catalog => catalog.ArchiveProductAsync(new() { Id = ids[3] }).ResponseAsync);

        var cart = await CartAsync(shopper);
        Problems(cart).ShouldBe([null, "TOO_FEW", "OUT_OF_STOCK", "NOT_AVAILABLE"]);
        (cart.At("subtotal.amount").GetString(), cart.At("totalQuantity").GetInt32()).ShouldBe(("18.00", 12));
        Short((await shopper.CheckoutAsync()).At("errors")[0]).ShouldBe(
            [("LINE-FEW", "TOO_FEW", 3, 1), ("LINE-NONE", "OUT_OF_STOCK", 3, 0), ("LINE-GONE", "NOT_AVAILABLE", 3, 0)]);

        await SetAsync(shopper, cart.At("lines")[3].At("id").GetString(), 0, null);
        Short((await shopper.CheckoutAsync()).At("errors")[0]).ShouldBe(
            [("LINE-FEW", "TOO_FEW", 3, 1), ("LINE-NONE", "OUT_OF_STOCK", 3, 0)], ignoreOrder: true);
        await SetAsync(shopper, cart.At("lines")[2].At("id").GetString(), 0, null);
        await SetAsync(shopper, cart.At("lines")[1].At("id").GetString(), 1, null);
        Problems(await CartAsync(shopper)).ShouldBe([null, null]);
        (await shopper.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Cart_that_is_merged_at_login_says_what_was_left_out()
    {
        var many = Things.Global("Product", await NewProductAsync("MERGE-MANY", 2, stock: 500));
        var few = Things.Global("Product", await NewProductAsync("MERGE-FEW", 2, stock: 33));
        var input = new { email = $"{Guid.NewGuid():N}@example.com", password = "a long enough password" };
        var customer = Shop.Visitor();
        await customer.AskAsync(
            "mutation($input: RegisterInput!) { register(input: $input) { errors { __typename } } }", new { input });
        await customer.LoginAsync(input.email, input.password);
        await AddAsync(customer, many, 60);
        await AddAsync(customer, few, 20);

        var guest = await Shop.GuestAsync();
        await AddAsync(guest, many, 60);
        await AddAsync(guest, few, 30);
        await guest.LoginAsync(input.email, input.password);

        var cart = await CartAsync(guest);
        cart.At("lines").EnumerateArray()
            .Select(line => (line.At("quantity").GetInt32(), line.At("leftOut").GetInt32()))
            .ShouldBe([(99, 21), (33, 17)]);
        Problems(cart).ShouldBe([null, null]);
        var changed = await SetAsync(guest, cart.At("lines")[0].At("id").GetString(), 98, null);
        changed.At("cart.lines")[0].At("leftOut").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task<JsonElement> CartAsync(Visitor shopper) =>
        (await shopper.AskAsync($"{{ {Seen} }}")).At("cart");

    private static IEnumerable<string?> Problems(JsonElement cart) =>
        cart.At("lines").EnumerateArray().Select(line => line.At("problem").GetString());

    private static IEnumerable<(string? Sku, string? Problem, int Requested, int Available)> Short(JsonElement error)
    {
        error.At("__typename").GetString().ShouldBe("OutOfStockError");
        return error.At("lines").EnumerateArray().Select(line => (
            line.At("product.sku").GetString(), line.At("problem").GetString(),
            line.At("requested").GetInt32(), line.At("available").GetInt32()));
    }

    private static async Task<JsonElement> AddAsync(Visitor shopper, string productId, int quantity)
    {
        var answer = await shopper.PostAsync(
            $$"""mutation($input: AddToCartInput!) { addToCart(input: $input) { {{Fields}} } }""",
            new { input = new { productId, quantity } });
        return answer.At("data.addToCart");
    }

    private static async Task<JsonElement> SetAsync(Visitor shopper, string? lineId, int quantity, int? expectedVersion) => (await shopper.PostAsync(
        $$"""mutation($input: SetCartLineQuantityInput!) { setCartLineQuantity(input: $input) { {{Fields}} } }""",
        new { input = new { lineId, quantity, expectedVersion } })).At("data.setCartLineQuantity");

    /// <summary>A new product, once Inventory has heard of it.</summary>
    private async Task<string> NewProductAsync(string sku, int price, int stock = 5)
    {
        var created = await WithCatalogAsync(catalog => catalog.CreateProductAsync(new()
        {
            Sku = sku,
            Name = "Gone",
            Description = "Soon.",
            Price = new() { CurrencyCode = "USD", Units = price },
            InitialStock = stock,
        }).ResponseAsync);
        await Eventually.HoldsAsync(
            async () => (await Shop.Visitor().ProductAsync(sku)).Available == stock, $"{sku} to be in stock");
        return created.Product.Id;
    }

    private async Task<T> WithCatalogAsync<T>(Func<CatalogService.CatalogServiceClient, Task<T>> work)
    {
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        using var office = new Caller(Shop.Shop, admin.Token);
        return await work(office.Client<CatalogService.CatalogServiceClient>("Catalog"));
    }
}
