using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Totals at and beyond the bounds of a charge, refusals for good, and prices that are too much.</summary>
internal sealed class AmountTests() : ShopFixture("Shipping:StandardPrice=0", "Shipping:FreeFrom=0")
{
    private const string Create = "/v1/payment_intents";

    private Visitor _admin = null!;

    [OneTimeSetUp]
    public async Task LoginAsync()
    {
        _admin = Shop.Visitor();
        await _admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
    }

    [TestCase("0.10", 1)]
    [TestCase("0.49", 1)]
    [TestCase("500000.00", 2)]
    [TestCase("10101.02", 99)]
    public async Task Total_that_cannot_be_charged_is_refused_before_anything_is_written(string price, int quantity)
    {
        var (guest, product) = (await Shop.GuestAsync(), await ProductAsync(price));
        var answer = await guest.BuyAsync(product, quantity);
        answer.At("order").ValueKind.ShouldBe(JsonValueKind.Null);
        var error = answer.At("errors")[0];
        error.At("__typename").GetString().ShouldBe("AmountNotAllowedError");
        error.At("message").GetString().ShouldBe("The total must be 0.50 USD to 999999.99 USD.");
        (error.At("minimum.amount").GetString(), error.At("minimum.currency").GetString(),
            error.At("maximum.amount").GetString()).ShouldBe(("0.50", "USD", "999999.99"));
        (await guest.AskAsync("{ me { orders { totalCount } } }")).At("me.orders.totalCount").GetInt32().ShouldBe(0);
        (await AvailableAsync(guest, product)).ShouldBe(100);
    }

    [TestCase("0.50", 1)]
    [TestCase("999999.99", 1)]
    [TestCase("10101.01", 99)]
    public async Task Total_at_the_bounds_is_charged(string price, int quantity) =>
        (await (await Shop.GuestAsync()).BuyAsync(await ProductAsync(price), quantity)).At("order.status").GetString()
            .ShouldBe("CONFIRMED");

    [Test]
    public async Task Total_of_nothing_needs_no_payment_method_and_any_other_does()
    {
        var (guest, gift, ware) = (await Shop.GuestAsync(), await ProductAsync("0.00"), await ProductAsync("7.00"));
        var order = (await guest.CheckoutAsync(paymentMethod: null, lines: Line(gift))).At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        (await Back.IntentsAsync(order)).ShouldBeEmpty();

        foreach (var method in (string?[])[null, ""])
        {
            var refused = (await guest.CheckoutAsync(paymentMethod: method, lines: Line(ware))).At("errors")[0];
            (refused.At("__typename").GetString(), refused.At("field").GetString(), refused.At("message").GetString())
                .ShouldBe(("ValidationError", "paymentMethod", "is required"));
        }

        (await guest.AskAsync("{ me { orders { totalCount } } }")).At("me.orders.totalCount").GetInt32().ShouldBe(1);
    }

    [TestCase(400, Create)]
    [TestCase(400, "/v1/payment_intents/*/confirm")]
    [TestCase(404, "/v1/payment_intents/*/confirm")]
    public async Task Payment_that_the_gateway_refuses_for_good_ends_the_order_and_gives_the_stock_back(
        int status, string path)
    {
        var (guest, product, key) = (await Shop.GuestAsync(), await ProductAsync("7.00"), Guid.NewGuid());
        await Back.Gateway.InjectAsync(new(FaultKind.Error, "POST", path, Times: 1, Status: status), default);
        var answer = await guest.BuyAsync(product, 3, key: key);
        answer.At("order.status").GetString().ShouldBe("PAYMENT_FAILED");
        var error = answer.At("errors")[0];
        (error.At("__typename").GetString(), error.At("message").GetString())
            .ShouldBe(("PaymentDeclinedError", "This payment could not be made."));
        (await AvailableAsync(guest, product)).ShouldBe(100);
        (await guest.BuyAsync(product, 3, key: key)).At("order.status").GetString().ShouldBe("PAYMENT_FAILED");
        (await guest.BuyAsync(product, 3)).At("order.status").GetString().ShouldBe("CONFIRMED");
        await Back.SettledAsync(answer.At("order"));
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(429)]
    public async Task Gateway_that_does_not_let_us_in_leaves_the_order_as_it_is(int status)
    {
        var (guest, product, key) = (await Shop.GuestAsync(), await ProductAsync("7.00"), Guid.NewGuid());
        await Back.Gateway.InjectAsync(new(FaultKind.Error, "POST", Create, Status: status), default);
        var refused = await Should.ThrowAsync<InvalidOperationException>(guest.BuyAsync(product, key: key));
        refused.Message.ShouldContain("SERVICE_UNAVAILABLE");
        var order = (await guest.AskAsync("{ me { orders { nodes { id number status } } } }")).At("me.orders.nodes")[0];
        order.At("status").GetString().ShouldBe("PENDING");
        await Back.CalmAsync();
        await guest.ReachedAsync(order, "CONFIRMED");
        (await Back.IntentAsync(order)).Charges.ShouldHaveSingleItem().Paid.ShouldBeTrue();
    }

    [TestCase("1000000000000", "price")]
    [TestCase("10000000000", "price")]
    [TestCase("0.001", "price.amount")]
    public async Task Price_that_is_too_much_or_has_too_many_digits_names_the_field(string amount, string field)
    {
        var (_, errors) = await CreateAsync($"\"{amount}\"");
        (errors[0].At("__typename").GetString(), errors[0].At("field").GetString())
            .ShouldBe(("ValidationError", field));
    }

    [TestCase("\"12.4999999999999999999999999999999\"")]
    [TestCase("12.4999999999999999999999999999999")]
    [TestCase("12.5000000000000000000000000000001")]
    public async Task Amount_with_more_digits_than_a_number_holds_is_refused_and_not_rounded(string literal)
    {
        var id = await ProductAsync("3.00");
        var price = $"price: {{ amount: {literal}, currency: \"USD\" }}";
        const string byVariable = """
            mutation($id: ID!, $amount: Decimal!) {
              updateProduct(input: { id: $id, price: { amount: $amount, currency: "USD" } }) { errors { __typename } }
            }
            """;
        foreach (var (query, variables) in new (string, object?)[]
        {
            ($"mutation {{ updateProduct(input: {{ id: \"{id}\", {price} }}) {{ errors {{ __typename }} }} }}", null),
            (byVariable, JsonDocument.Parse($$"""{ "id": "{{id}}", "amount": {{literal}} }""").RootElement),
        })
        {
            var answer = await _admin.PostAsync(query, variables);
            answer.TryGetProperty("errors", out _).ShouldBeTrue($"{answer}");
        }

        (await PriceAsync(_admin, id)).ShouldBe("3.00");
    }

    [TestCase(100_000_000_000_000)]
    [TestCase(long.MaxValue)]
    public async Task Line_with_a_price_of_long_ago_that_is_too_much_leaves_the_rest_of_the_cart_readable(long minor)
    {
        var (guest, dear, ware) = (await Shop.GuestAsync(), await ProductAsync("8.00"), await ProductAsync("7.00"));
        await guest.AddToCartAsync(ware, 2);
        await guest.AddToCartAsync(dear, 99);
        await Back.SetPriceAsync(dear, minor);
        // The front door hears of it a moment later.
        await Eventually.HoldsAsync(async () => (await PriceAsync(guest, dear)) != "8.00", "the price to be another");

        var cart = (await guest.AskAsync(
            "{ cart { subtotal { amount } lines { quantity unitPrice { amount } lineTotal { amount } } } }"))
            .At("cart");
        cart.At("subtotal.amount").GetString().ShouldBe("14.00");
        cart.At("lines").GetArrayLength().ShouldBe(2);
        (await guest.AskAsync(
            "query($address: AddressInput!) { shippingOptions(address: $address) { id } }",
            new { address = Visitor.Address }))
            .At("shippingOptions").GetArrayLength().ShouldBeGreaterThan(0);
        var refused = (await guest.CheckoutAsync()).At("errors")[0];
        refused.At("__typename").GetString().ShouldBe("OutOfStockError");
        (await guest.BuyAsync(dear)).At("errors")[0].At("__typename").GetString().ShouldBe("ValidationError");
        (await guest.BuyAsync(ware)).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    private static async Task<string?> PriceAsync(Visitor guest, string id) =>
        (await guest.AskAsync("query($id: ID!) { productById(id: $id) { price { amount } } }", new { id }))
            .At("productById.price.amount").GetString();

    private static object Line(string productId) => new[] { new { productId, quantity = 1 } };

    private static async Task<int> AvailableAsync(Visitor guest, string id) =>
        (await guest.AskAsync("query($id: ID!) { productById(id: $id) { available } }", new { id }))
            .At("productById.available").GetInt32();

    /// <summary>A new product at a price, once a hundred of it are in stock.</summary>
    private async Task<string> ProductAsync(string price)
    {
        var (product, errors) = await CreateAsync($"\"{price}\"");
        errors.ValueKind.ShouldBe(JsonValueKind.Null, $"{errors}");
        var id = product.At("id").GetString()!;
        await Eventually.HoldsAsync(async () => await AvailableAsync(_admin, id) == 100, "the product to be in stock");
        return id;
    }

    private async Task<(JsonElement Product, JsonElement Errors)> CreateAsync(string amount)
    {
        var sku = $"AMT-{Guid.NewGuid().ToString("N")[..12].ToUpperInvariant()}";
        var payload = (await _admin.PostAsync($$"""
            mutation($sku: String!) {
              createProduct(input: {
                sku: $sku, name: "A ware", description: "For a test.", initialStock: 100,
                price: { amount: {{amount}}, currency: "USD" }
              }) { product { id } errors { __typename ... on ValidationError { field message } } }
            }
            """, new { sku })).At("data.createProduct");
        return (payload.At("product"), payload.At("errors"));
    }
}
