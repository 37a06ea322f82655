using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Another gateway, made of the subgraphs alone, gives what the front door gives.</summary>
internal sealed class FederationTests : ShopFixture
{
    private const string Page = "nodes { id name price { amount currency } category { name slug productCount } available } pageInfo { hasNextPage endCursor } totalCount";

    private static readonly NodeScript Node = new("federation");

    private readonly string _address = $"http://127.0.0.1:{FreePort.Take()}/graphql";
    private Process _gateway = null!;
    private JsonElement _composed;
    private string _guest = null!;
    private string _admin = null!;
    private JsonElement _order;

    [OneTimeSetUp]
    public async Task ComposeAsync()
    {
        await Node.InstallAsync();
        string[] subgraphs = ["shared", "catalog", "inventory", "identity", "cart", "shipping", "orders", "notifications"];
        _gateway = Node.Start("node", ["gateway.mjs", Shop.Shop.GraphQL, new Uri(_address).Port.ToString(CultureInfo.InvariantCulture), .. subgraphs]);
        var line = await _gateway.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        _composed = JsonDocument.Parse(line.ShouldNotBeNull(line is null ? await _gateway.StandardError.ReadToEndAsync() : null)).RootElement;

        var guest = await Shop.GuestAsync();
        await guest.AddToCartAsync((await guest.ProductAsync("STA-TPE-WSH")).Id, 3);
        _order = (await guest.BuyAsync((await guest.ProductAsync("STA-TPE-WSH")).Id, 2)).At("order");
        _guest = guest.Token!;
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        _admin = admin.Token!;
        var productId = (await admin.ProductAsync("STA-TPE-WSH")).Id;
        await admin.AskAsync("mutation($input: SetStockThresholdInput!) { setStockThreshold(input: $input) { errors { __typename } } }", new { input = new { productId, threshold = 1_000_000 } });
        await admin.AskAsync("mutation($input: PlacePurchaseOrderInput!) { placePurchaseOrder(input: $input) { errors { __typename } } }", new { input = new { productId, quantity = 5 } });
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _gateway?.Kill();
        _gateway?.Dispose();
    }

    [Test]
    public void Composed_schema_is_the_front_doors_but_that_what_a_subgraph_adds_may_be_null()
    {
        // What things cost is the front door's own affair: its directives are in no subgraph.
        Texts(_composed.At("lost")).ShouldBe(["User.orders changed type from OrderConnection! to OrderConnection.", "cost was removed.", "listSize was removed."]);
        Texts(_composed.At("gained")).ShouldBeEmpty();
    }

    [TestCase("{ products(first: 12, where: { categorySlugs: [\"kitchen\"] }) { " + Page + " } }")]
    [TestCase("{ products(search: \"coffee\", first: 5) { edges { cursor node { id name available } } facets { count category { name } } } categories { id name } }")]
    [TestCase("{ productBySlug(slug: \"pepper-mill-beech\") { __typename id name available } missing: productBySlug(slug: \"no-such-thing\") { id } }")]
    [TestCase("{ productBySlug(slug: \"pepper-mill-beech\") { name stock { onHand } } }")]
    [TestCase("{ orderById(id: \"nonsense\") { number } categories { name } }")]
    [TestCase("{ me { email } cart { version } }")]
    [TestCase("{ lowStock { nodes { id } } }")]
    public Task Anonymous_query_is_answered_the_same(string query) => SameAsync(query, null);

    [TestCase("{ cart { version totalQuantity subtotal { amount } lines { id quantity unitPrice { amount } lineTotal { amount } product { id name available category { name } } } } }")]
    [TestCase("{ me { isGuest role addresses { id } orders(first: 5) { totalCount nodes { number total { amount } lines { name product { name available imageUrl } } payment { last4 } history { status note } } } } }")]
    [TestCase("{ shippingOptions(address: { name: \"A\", line1: \"1\", city: \"P\", region: \"OR\", postalCode: \"97201\", countryCode: \"US\" }) { id price { amount } } }")]
    [TestCase("{ orders { nodes { id } } }")]
    public Task Guests_query_is_answered_the_same(string query) => SameAsync(query, _guest);

    [TestCase("{ lowStock(first: 5) { nodes { available threshold product { sku name stock { onHand } } } totalCount } }")]
    [TestCase("{ purchaseOrders(first: 5) { nodes { status quantity product { name available } } } orders(first: 3) { nodes { number email lines { product { sku } } } } }")]
    [TestCase("{ products(first: 20) { nodes { sku available stock { onHand reserved product { sku } } } } }")]
    public Task Admins_query_is_answered_the_same(string query) => SameAsync(query, _admin);

    [Test]
    public async Task Order_and_nodes_by_their_ids_are_answered_the_same()
    {
        var order = _order.At("id").GetString();
        var product = (await Shop.Visitor().ProductAsync("STA-TPE-WSH")).Id;
        await SameAsync("query($order: ID!) { orderById(id: $order) { number status lines { sku product { name available category { slug } } } returns { id } } }", _guest, new { order });
        await SameAsync(
            "query($order: ID!, $product: ID!) { node(id: $order) { id ... on Order { number } } nodes(ids: [$product, \"nonsense\", $order]) { __typename id ... on Product { name available } } }",
            _guest, new { order, product });
        await SameAsync("query($order: ID!) { node(id: $order) { ... on Order { number } } }", (await Shop.GuestAsync()).Token, new { order });
    }

    [Test]
    public async Task Purchase_through_the_other_gateway_is_one_at_the_front_door()
    {
        var guest = await Shop.GuestAsync();
        var other = new FrontDoor(_address) { Token = guest.Token };
        var (product, _, available) = await guest.ProductAsync("STA-TPE-WSH");
        var added = await other.AskAsync(
            "mutation($input: AddToCartInput!) { addToCart(input: $input) { cart { totalQuantity lines { product { name available } } } errors { __typename } } }",
            new { input = new { productId = product, quantity = 2 } }, default);
        added.At("addToCart.cart.lines")[0].At("product.available").GetInt32().ShouldBe(available);
        var bought = await other.AskAsync(
            "mutation($input: CheckoutInput!) { checkout(input: $input) { order { id number status lines { quantity product { sku } } } errors { __typename ... on Error { message } } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), email = "ada@example.com", address = Visitor.Address, shippingOptionId = "standard", paymentMethod = "pm_card_visa" } }, default);
        bought.At("checkout.order.lines")[0].At("product.sku").GetString().ShouldBe("STA-TPE-WSH");
        (await guest.OrderAsync(bought.At("checkout.order"))).At("status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Order_is_followed_through_the_other_gateway()
    {
        var guest = Shop.Visitor();
        guest.Token = _guest;
        var first = await guest.FirstEventAsync(
            "subscription($id: ID!) { orderChanged(id: $id) { status lines { product { name available } } } }", new { id = _order.At("id").GetString() }, _address);
        first.At("data.orderChanged.status").GetString().ShouldBe("CONFIRMED");
        first.At("data.orderChanged.lines")[0].At("product.available").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Test]
    public Task Refusal_of_a_mutation_is_answered_the_same() => SameAsync(
        "mutation { addToCart(input: { productId: \"nonsense\", quantity: 1 }) { cart { id } errors { __typename ... on Error { message } ... on ValidationError { field } } } }", _guest);

    [Test]
    public async Task Subgraph_gives_no_more_of_an_entity_than_the_front_door()
    {
        var id = _order.At("id").GetString();
        var stranger = await Shop.GuestAsync();
        foreach (var token in new[] { null, stranger.Token })
        {
            var orders = new FrontDoor(new Uri(new Uri(Shop.Shop.GraphQL), "/subgraphs/orders/graphql").ToString()) { Token = token };
            var byKey = await orders.PostAsync(
                "query($all: [_Any!]!) { _entities(representations: $all) { ... on Order { number } } }",
                new { all = new[] { new { __typename = "Order", id } } }, default);
            byKey.ToString().ShouldNotContain(_order.At("number").GetString()!);
            var byIds = await orders.PostAsync("query($id: ID!) { ordersById(ids: [$id]) { number } }", new { id }, default);
            byIds.ToString().ShouldNotContain(_order.At("number").GetString()!);
        }
    }

    /// <summary>Asks both, and compares data, and the paths and codes of errors.</summary>
    private async Task SameAsync(string query, string? token, object? variables = null)
    {
        var ours = await new FrontDoor(Shop.Shop.GraphQL) { Token = token }.PostAsync(query, variables, default);
        var theirs = await new FrontDoor(_address) { Token = token }.PostAsync(query, variables, default);
        ours.ToString().ShouldNotContain("\"nodes\":[]", Case.Sensitive, "a page of nothing says nothing");
        JsonElement.DeepEquals(theirs.At("data"), ours.At("data")).ShouldBeTrue($"{theirs}\nnot\n{ours}");
        Failures(theirs).ShouldBe(Failures(ours), ignoreOrder: true, theirs.ToString());
    }

    private static List<string> Failures(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => $"{error.At("path")} {error.At("extensions.code")}")]
        : [];

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetString()!)];
}
