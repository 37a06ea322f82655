using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.Telemetry.Tests;

/// <summary>
/// A day in the shop, through the front door: a guest looks around, registers and buys, twice with one key; an admin ships it,
/// takes it back and refunds it, and restocks what ran low.
/// </summary>
internal sealed class Scenario(string frontDoor, Func<Task> settled)
{
    /// <summary>So many of the product are bought, of one line.</summary>
    public const int Quantity = 2;

    private readonly FrontDoor _customer = new(frontDoor);
    private readonly FrontDoor _admin = new(frontDoor);

    /// <summary>What the order came to, in cents.</summary>
    public long TotalMinor { get; private set; }

    /// <summary>What was given back, in cents.</summary>
    public long RefundMinor { get; private set; }

    public async Task RunAsync(string adminEmail, string adminPassword)
    {
        var product = await LookAroundAsync();
        await BuyAsync(product);
        await settled();
        _admin.Token = (await _admin.AskAsync(
            "mutation Login($input: LoginInput!) { login(input: $input) { session { accessToken } } }", new { input = new { email = adminEmail, password = adminPassword } }, default))
            .At("login.session.accessToken").GetString();
        await RestockAsync(product);
        await SendBackAsync(await ShipAsync());
        await settled();
    }

    private async Task<string> LookAroundAsync()
    {
        _customer.Token = (await AskAsync("mutation { startGuestSession { session { accessToken } } }")).At("startGuestSession.session.accessToken").GetString();
        (await AskAsync("{ products(search: \"zzqxj\") { totalCount } }")).At("products.totalCount").GetInt32().ShouldBe(0);
        await AskAsync("query Browse { products(search: \"jute\") { nodes { id available } } }");
        return (await AskAsync("{ productBySlug(slug: \"jute-twine-100-m\") { id } }")).At("productBySlug.id").GetString()!;
    }

    private async Task BuyAsync(string product)
    {
        await AskAsync(
            "mutation Add($input: AddToCartInput!) { addToCart(input: $input) { cart { totalQuantity } errors { __typename } } }",
            new { input = new { productId = product, quantity = Quantity } });
        var email = $"telemetry-{Guid.NewGuid():N}@example.com";
        _customer.Token = (await AskAsync(
            "mutation($input: RegisterInput!) { register(input: $input) { session { accessToken } } }", new { input = new { email, password = "a-long-password-1" } }))
            .At("register.session.accessToken").GetString();
        var input = new
        {
            idempotencyKey = Guid.NewGuid(),
            email,
            address = new { name = "Ada Lovelace", line1 = "12 Analytical Way", city = "Portland", region = "OR", postalCode = "97201", countryCode = "US" },
            shippingOptionId = "standard",
            paymentMethod = "pm_card_visa",
        };
        const string checkout = "mutation Buy($input: CheckoutInput!) { checkout(input: $input) { order { id status total { amount } lines { id } } errors { __typename } } }";
        var order = (await AskAsync(checkout, new { input })).At("checkout.order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        TotalMinor = Minor(order.At("total.amount"));
        // The answer got lost, for all that the client knows.
        (await AskAsync(checkout, new { input })).At("checkout.order.id").GetString().ShouldBe(order.At("id").GetString());
    }

    private async Task RestockAsync(string product)
    {
        var placed = await AdminAsync(
            "mutation($input: PlacePurchaseOrderInput!) { placePurchaseOrder(input: $input) { purchaseOrder { id } errors { __typename } } }",
            new { input = new { productId = product, quantity = 5 } });
        var received = await AdminAsync(
            "mutation($input: ReceiveGoodsInput!) { receiveGoods(input: $input) { purchaseOrder { status } errors { __typename } } }",
            new { input = new { purchaseOrderId = placed.At("placePurchaseOrder.purchaseOrder.id").GetString(), quantity = 5, receiptId = Guid.NewGuid() } });
        received.At("receiveGoods.purchaseOrder.status").GetString().ShouldBe("RECEIVED");
        // And it runs low: nearly all of it is broken.
        var stock = await AdminAsync("{ productBySlug(slug: \"jute-twine-100-m\") { available } }");
        await AdminAsync(
            "mutation($input: AdjustStockInput!) { adjustStock(input: $input) { stock { onHand } errors { __typename } } }",
            new { input = new { productId = product, delta = 1 - stock.At("productBySlug.available").GetInt32(), reason = "a flood in the store" } });
    }

    private async Task<(string Order, string Line)> ShipAsync()
    {
        var order = (await AskAsync("{ me { orders(first: 1) { nodes { id lines { id } } } } }")).At("me.orders.nodes")[0];
        var id = order.At("id").GetString()!;
        await AdminAsync("mutation($input: MarkShippedInput!) { markShipped(input: $input) { order { status } } }", new { input = new { orderId = id, trackingNumber = "1Z999" } });
        await AdminAsync("mutation($input: MarkDeliveredInput!) { markDelivered(input: $input) { order { status } } }", new { input = new { orderId = id } });
        return (id, order.At("lines")[0].At("id").GetString()!);
    }

    private async Task SendBackAsync((string Order, string Line) bought)
    {
        var asked = (await AskAsync(
            "mutation($input: RequestReturnInput!) { requestReturn(input: $input) { return { id } errors { __typename } } }",
            new { input = new { orderId = bought.Order, lines = new[] { new { orderLineId = bought.Line, quantity = 1 } } } })).At("requestReturn.return.id").GetString();
        await AdminAsync(
            "mutation($input: InspectReturnInput!) { inspectReturn(input: $input) { return { id } errors { __typename } } }",
            new { input = new { returnId = asked, approved = true, lines = new[] { new { orderLineId = bought.Line, sellable = 1, damaged = 0 } } } });
        await Eventually.HoldsAsync(async () =>
        {
            var now = (await AskAsync("query($id: ID!) { node(id: $id) { ... on Return { status refund { amount } } } }", new { id = asked })).At("node");
            if (now.At("status").GetString() != "REFUNDED") return false;
            RefundMinor = Minor(now.At("refund.amount"));
            return true;
        }, "the refund");
    }

    private Task<JsonElement> AskAsync(string query, object? variables = null) => _customer.AskAsync(query, variables, CancellationToken.None);

    private Task<JsonElement> AdminAsync(string query, object? variables = null) => _admin.AskAsync(query, variables, CancellationToken.None);

    private static long Minor(JsonElement amount) => (long)(decimal.Parse(amount.GetString()!, System.Globalization.CultureInfo.InvariantCulture) * 100);
}
