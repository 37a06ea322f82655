using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Flow A through the front door (FA.1 to FA.6).</summary>
internal sealed class BuyingTests
{
    private OpenShop _shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _shop = await OpenShop.StartAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    [Test]
    public async Task Guest_buys_a_cart_and_stock_cart_and_email_follow()
    {
        var guest = await _shop.GuestAsync();
        var mug = await guest.ProductAsync("KIT-MIL-PEP");
        var knife = await guest.ProductAsync("KIT-KNF-PAR");
        await guest.AddToCartAsync(mug.Id, 2);
        var cart = await guest.AddToCartAsync(knife.Id, 1);
        cart.At("addToCart.cart.subtotal.amount").GetString().ShouldBe("134.00");

        var checkout = await guest.CheckoutAsync(shippingOptionId: "free");
        checkout.At("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        var order = checkout.At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        order.At("number").GetString()!.ShouldStartWith("CK-");
        order.At("total.amount").GetString().ShouldBe("134.00");
        order.At("payment.status").GetString().ShouldBe("SUCCEEDED");
        order.At("payment.last4").GetString().ShouldBe("4242");
        order.At("history").EnumerateArray().Select(each => each.At("status").GetString()).ShouldBe(["PENDING", "CONFIRMED"]);

        (await guest.ProductAsync("KIT-MIL-PEP")).Available.ShouldBe(mug.Available - 2);
        await Eventually.HoldsAsync(async () =>
        {
            var empty = await guest.AskAsync("{ cart { totalQuantity } }");
            return empty.At("cart") is { ValueKind: JsonValueKind.Null } || empty.At("cart.totalQuantity").GetInt32() == 0;
        }, "the cart to be emptied");
        await MailAsync(order.At("number").GetString()!);
    }

    [Test]
    public async Task Order_shows_to_its_owner_and_to_nobody_else()
    {
        var guest = await _shop.GuestAsync();
        var product = await guest.ProductAsync("STA-TPE-WSH");
        var bought = await guest.CheckoutAsync(lines: new[] { new { productId = product.Id, quantity = 1 } });
        var id = bought.At("order.id").GetString();
        const string query = "query($id: ID!) { orderById(id: $id) { number } node(id: $id) { id __typename } }";

        var own = await guest.AskAsync(query, new { id });
        own.At("orderById.number").GetString().ShouldBe(bought.At("order.number").GetString());
        own.At("node.__typename").GetString().ShouldBe("Order");

        var other = await (await _shop.GuestAsync()).PostAsync(query, new { id });
        other.At("data.orderById").ValueKind.ShouldBe(JsonValueKind.Null);
        other.At("data.node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task Customer_buys_with_the_saved_address_and_sees_the_order_in_their_account()
    {
        var customer = _shop.Visitor();
        await customer.LoginAsync("demo@commerce-kata.example", "demo-password");
        var me = await customer.AskAsync("{ me { email addresses { id isDefault } } }");
        var product = await customer.ProductAsync("BAG-TOT-CAN");
        await customer.AddToCartAsync(product.Id, 1);
        var checkout = await customer.CheckoutAsync(email: null, addressId: me.At("me.addresses")[0].At("id").GetString());
        checkout.At("order.status").GetString().ShouldBe("CONFIRMED");
        checkout.At("order.email").GetString().ShouldBe("demo@commerce-kata.example");

        var orders = await customer.AskAsync("{ me { orders(first: 5) { totalCount nodes { number } } } }");
        orders.At("me.orders.nodes")[0].At("number").GetString().ShouldBe(checkout.At("order.number").GetString());
    }

    [Test]
    public async Task Guest_who_registers_keeps_the_cart()
    {
        var guest = await _shop.GuestAsync();
        var product = await guest.ProductAsync("GRD-TWN-JUT");
        await guest.AddToCartAsync(product.Id, 3);
        var email = $"{Guid.NewGuid():N}@example.com";
        var registered = await guest.AskAsync(
            "mutation($input: RegisterInput!) { register(input: $input) { session { accessToken user { isGuest email } } errors { __typename } } }",
            new { input = new { email, password = "a long enough password" } });
        registered.At("register.session.user.isGuest").GetBoolean().ShouldBeFalse();
        guest.Token = registered.At("register.session.accessToken").GetString();
        (await guest.AskAsync("{ cart { totalQuantity } }")).At("cart.totalQuantity").GetInt32().ShouldBe(3);
    }

    [Test]
    public async Task Product_and_quantity_are_bought_at_once_and_the_cart_is_left_alone()
    {
        var guest = await _shop.GuestAsync();
        var twine = await guest.ProductAsync("GRD-TWN-JUT");
        var gloves = await guest.ProductAsync("GRD-GLV-LTH");
        await guest.AddToCartAsync(twine.Id, 1);
        var checkout = await guest.CheckoutAsync(lines: new[] { new { productId = gloves.Id, quantity = 2 } });
        checkout.At("order.status").GetString().ShouldBe("CONFIRMED");
        checkout.At("order.lines")[0].At("sku").GetString().ShouldBe("GRD-GLV-LTH");
        checkout.At("order.subtotal.amount").GetString().ShouldBe("46.00");
        await MailAsync(checkout.At("order.number").GetString()!);
        (await guest.AskAsync("{ cart { totalQuantity } }")).At("cart.totalQuantity").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task More_than_there_is_is_out_of_stock_and_nothing_is_taken()
    {
        var guest = await _shop.GuestAsync();
        var speakers = await guest.ProductAsync("AUD-SPK-BKS");
        var cable = await guest.ProductAsync("AUD-CBL-3M");
        var checkout = await guest.CheckoutAsync(lines: new[]
        {
            new { productId = speakers.Id, quantity = speakers.Available + 1 }, new { productId = cable.Id, quantity = 1 },
        }, shippingOptionId: "free");
        checkout.At("order.status").GetString().ShouldBe("OUT_OF_STOCK");
        var error = checkout.At("errors")[0];
        error.At("__typename").GetString().ShouldBe("OutOfStockError");
        error.At("lines")[0].At("product.sku").GetString().ShouldBe("AUD-SPK-BKS");
        error.At("lines")[0].At("available").GetInt32().ShouldBe(speakers.Available);
        (await guest.ProductAsync("AUD-CBL-3M")).Available.ShouldBe(cable.Available);
    }

    [TestCase("pm_card_chargeDeclined", "card_declined")]
    [TestCase("pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds")]
    public async Task Declined_card_gives_the_stock_back_and_the_same_cart_can_be_tried_again(string card, string code)
    {
        var guest = await _shop.GuestAsync();
        var bottle = await guest.ProductAsync("OUT-BTL-750");
        await guest.AddToCartAsync(bottle.Id, 1);
        var declined = await guest.CheckoutAsync(card);
        declined.At("order.status").GetString().ShouldBe("PAYMENT_FAILED");
        declined.At("errors")[0].At("__typename").GetString().ShouldBe("PaymentDeclinedError");
        declined.At("errors")[0].At("declineCode").GetString().ShouldBe(code);

        (await guest.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Same_key_twice_gives_the_same_order_and_with_another_input_is_refused()
    {
        var guest = await _shop.GuestAsync();
        var ink = await guest.ProductAsync("STA-INK-BLU");
        var key = Guid.NewGuid();
        var lines = new[] { new { productId = ink.Id, quantity = 1 } };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => guest.CheckoutAsync(key: key, lines: lines)));
        answers.Select(answer => answer.At("order.number").GetString()).Distinct().Count().ShouldBe(1);
        answers.ShouldAllBe(answer => answer.At("order.status").GetString() == "CONFIRMED");
        (await guest.ProductAsync("STA-INK-BLU")).Available.ShouldBe(ink.Available - 1);

        var other = await guest.CheckoutAsync("pm_card_mastercard", key, lines);
        other.At("errors")[0].At("__typename").GetString().ShouldBe("IdempotencyKeyReusedError");
        other.At("order").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Test]
    public async Task Empty_cart_and_bad_input_are_typed_errors()
    {
        var guest = await _shop.GuestAsync();
        (await guest.CheckoutAsync()).At("errors")[0].At("__typename").GetString().ShouldBe("EmptyCartError");
        var bad = await guest.CheckoutAsync(email: "nobody", address: new { name = "", line1 = "x", city = "x", postalCode = "", countryCode = "XX" });
        bad.At("errors").EnumerateArray().Select(error => error.At("field").GetString())
            .ShouldBe(["email", "address.name", "address.postalCode", "address.countryCode"], ignoreOrder: true);
    }

    private Task<string> MailAsync(string number) => Eventually.GetAsync(
        () => Task.FromResult(Directory.Exists(_shop.Shop.Mailbox)
            ? Directory.GetFiles(_shop.Shop.Mailbox, "*.eml").FirstOrDefault(file => File.ReadAllText(file).Contains(number, StringComparison.Ordinal))
            : null),
        $"the email of order {number}");
}
