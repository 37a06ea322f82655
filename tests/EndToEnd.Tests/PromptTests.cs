using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>
/// Answers that wait until another service has heard: what they say can be read at once. Each is tried often in a row, so
/// that the pace of a relay would show; a slow machine may use up the half second that they wait now and then.
/// </summary>
internal sealed class PromptTests : ShopFixture
{
    private const int Times = 10;

    [Test]
    public async Task Cart_is_empty_when_the_checkout_says_CONFIRMED()
    {
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync("STA-NBK-A5D");
        var late = 0;
        for (var time = 0; time < Times; time++)
        {
            await guest.AddToCartAsync(product.Id, 1);
            (await guest.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
            if (!await IsEmptyAsync(guest)) late++;
            await EmptyAsync(guest);
        }

        late.ShouldBeLessThan(Times / 2);
    }

    [Test]
    public async Task Cart_is_empty_when_the_checkout_says_CONFIRMED_after_3DS()
    {
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync("STA-NBK-A5D");
        var late = 0;
        for (var time = 0; time < Times; time++)
        {
            await guest.AddToCartAsync(product.Id, 1);
            var key = Guid.NewGuid();
            var order = (await guest.CheckoutAsync(ThreeDSecure, key)).At("order");
            await Back.Gateway.ApproveAsync((await Back.IntentAsync(order)).Id, default);
            // This request confirms the order, or the payment gateway's webhook did a moment ago.
            (await guest.CheckoutAsync(ThreeDSecure, key)).At("order.status").GetString().ShouldBe("CONFIRMED");
            if (!await IsEmptyAsync(guest)) late++;
            await EmptyAsync(guest);
        }

        late.ShouldBeLessThan(Times / 2);
    }

    [Test]
    public async Task New_product_has_its_first_stock_in_the_answer()
    {
        const string create = """
            mutation($input: CreateProductInput!) {
              createProduct(input: $input) { product { available stock { onHand threshold } } errors { __typename } }
            }
            """;
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        var late = 0;
        for (var time = 0; time < Times; time++)
        {
            var created = await admin.AskAsync(create, new
            {
                input = new
                {
                    sku = $"PROMPT-{time}", name = $"Prompt {time}", description = "For a test.",
                    price = new { amount = "1.00", currency = "USD" }, initialStock = 10, lowStockThreshold = 4,
                },
            });
            var product = created.At("createProduct.product");
            if (product.At("available").ValueKind == JsonValueKind.Null) late++;
            else product.ToString().ShouldBe("""{"available":10,"stock":{"onHand":10,"threshold":4}}""");
        }

        late.ShouldBeLessThan(Times / 2);
    }

    [Test]
    public async Task Archived_product_is_found_by_an_admin_and_restored_and_bought()
    {
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync("KIT-BRD-OAK");
        var input = new { input = new { id = product.Id } };
        await admin.AskAsync("mutation($input: ArchiveProductInput!) { archiveProduct(input: $input) { product { id } } }", input);

        const string archived = "{ products(where: { archived: true }) { nodes { id available archived } } }";
        (await guest.PostAsync(archived)).At("errors")[0].At("extensions.code").GetString().ShouldBe("FORBIDDEN");
        var found = (await admin.AskAsync(archived)).At("products.nodes").EnumerateArray().ShouldHaveSingleItem();
        (found.At("id").GetString(), found.At("available").GetInt32()).ShouldBe((product.Id, 0));

        const string restore = """
            mutation($input: RestoreProductInput!) {
              restoreProduct(input: $input) { product { archived available } errors { __typename } }
            }
            """;
        (await guest.PostAsync(restore, input)).At("errors")[0].At("extensions.code").GetString().ShouldBe("FORBIDDEN");
        var restored = (await admin.AskAsync(restore, input)).At("restoreProduct.product");
        (restored.At("archived").GetBoolean(), restored.At("available").GetInt32()).ShouldBe((false, product.Available));
        (await guest.ProductAsync("KIT-BRD-OAK")).ShouldBe(product);
        (await guest.BuyAsync(product.Id)).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    private static async Task<bool> IsEmptyAsync(Visitor guest) =>
        (await guest.AskAsync("{ cart { totalQuantity } }")).At("cart.totalQuantity").GetInt32() == 0;

    private static Task EmptyAsync(Visitor guest) => Eventually.HoldsAsync(() => IsEmptyAsync(guest), "the cart to be emptied");
}

/// <summary>The same when Cart does not take events: stopped just before they arrive there.</summary>
internal sealed class CartAwayTests
{
    [Test]
    public async Task Checkout_does_not_wait_longer_than_half_a_second_and_a_checkout_of_lines_for_nothing()
    {
        await using var cart = await Relay.StartAsync();
        await using var shop = await OpenShop.StartAsync(ports => cart.ForwardTo(ports.Grpc("Cart")), [$"Services:Cart={cart.Address}"]);
        var guest = await shop.GuestAsync();
        var product = await guest.ProductAsync("STA-NBK-A5D");
        await guest.AddToCartAsync(product.Id, 2);
        var stop = cart.Before("Deliver");
        (await guest.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
        await stop.Arrived;
        // As it is.
        (await QuantityAsync(guest)).ShouldBe(2);
        (await guest.BuyAsync(product.Id)).At("order.status").GetString().ShouldBe("CONFIRMED");
        (await QuantityAsync(guest)).ShouldBe(2);
        stop.Release();
        await Eventually.HoldsAsync(async () => await QuantityAsync(guest) == 0, "the cart to be emptied");
    }

    private static async Task<int> QuantityAsync(Visitor guest) =>
        (await guest.AskAsync("{ cart { totalQuantity } }")).At("cart.totalQuantity").GetInt32();
}
