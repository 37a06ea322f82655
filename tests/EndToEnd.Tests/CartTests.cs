using System.Text.Json;
using Commerce.Catalog.V1;
using CommerceKata.EndToEnd.Tests.Authorization;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>The cart through the front door (R3.1, FA.2).</summary>
internal sealed class CartTests : ShopFixture
{
    private const string Fields = "cart { version subtotal { amount } lines { id quantity unitPrice { amount } product { sku available archived } } } errors { __typename }";

    [Test]
    public async Task Two_tabs_lose_no_update_of_each_other()
    {
        var shopper = await Shop.GuestAsync();
        var (one, two) = (await shopper.ProductAsync("STA-TPE-WSH"), await shopper.ProductAsync("KIT-KNF-PAR"));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => shopper.AddToCartAsync(n % 2 == 0 ? one.Id : two.Id, 1)));
        var seen = (await shopper.AskAsync($"{{ {Fields.Split(" errors")[0]} }}")).At("cart");
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

        var cart = (await shopper.AskAsync($"{{ {Fields.Split(" errors")[0]} }}")).At("cart");
        var line = cart.At("lines")[1];
        line.At("unitPrice.amount").GetString().ShouldBe("11.00");
        (line.At("product.archived").GetBoolean(), line.At("product.available").GetInt32()).ShouldBe((true, 0));
        var refused = (await shopper.CheckoutAsync()).At("errors")[0];
        refused.At("__typename").GetString().ShouldBe("OutOfStockError");
        refused.At("lines")[0].At("product.sku").GetString().ShouldBe("GONE-1");

        await SetAsync(shopper, line.At("id").GetString(), 0, null);
        (await shopper.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    private static async Task<JsonElement> SetAsync(Visitor shopper, string? lineId, int quantity, int? expectedVersion) => (await shopper.PostAsync(
        $$"""mutation($input: SetCartLineQuantityInput!) { setCartLineQuantity(input: $input) { {{Fields}} } }""",
        new { input = new { lineId, quantity, expectedVersion } })).At("data.setCartLineQuantity");

    private async Task<string> NewProductAsync(string sku, int price) => (await WithCatalogAsync(catalog => catalog.CreateProductAsync(new()
    {
        Sku = sku, Name = "Gone", Description = "Soon.", Price = new() { CurrencyCode = "USD", Units = price }, InitialStock = 5,
    }).ResponseAsync)).Product.Id;

    private async Task<T> WithCatalogAsync<T>(Func<CatalogService.CatalogServiceClient, Task<T>> work)
    {
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        using var office = new Caller(Shop.Shop, admin.Token);
        return await work(office.Client<CatalogService.CatalogServiceClient>("Catalog"));
    }
}
