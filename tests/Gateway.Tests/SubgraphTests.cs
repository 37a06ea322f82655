using System.Net;
using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

/// <summary>Each subgraph served alone finds entities for another gateway, however many there are in one call.</summary>
internal sealed class SubgraphTests : DoorFixture
{
    private const string Entities = "query($all: [_Any!]!) { _entities(representations: $all) { __typename ... on Product { id } } }";

    [TestCase("catalog", "Product", "name")]
    [TestCase("catalog", "Category", "name")]
    [TestCase("inventory", "Stock", "onHand")]
    [TestCase("inventory", "PurchaseOrder", "quantity")]
    [TestCase("orders", "Order", "number")]
    public async Task Entities_of_the_owner_are_found_in_one_call_by_key_and_by_lookup(string subgraph, string type, string field)
    {
        Answer();
        var ids = Enumerable.Range(0, 40).Select(_ => Some.Global(type, Some.Id())).ToList();

        var byKey = await AskAsync(
            subgraph, $"query($all: [_Any!]!) {{ _entities(representations: $all) {{ ... on {type} {{ id {field} }} }} }}", new { all = ids.Select(id => new { __typename = type, id }) });
        var calls = Shop.Calls.Count;
        var lookup = new Federation.Lookup(type).Many;
        var byIds = await AskAsync(subgraph, $"query($ids: [ID!]!) {{ {lookup}(ids: $ids) {{ id {field} }} }}", new { ids });

        byKey.Data().GetProperty("_entities").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldBe(ids);
        byIds.Data().GetProperty(lookup).EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldBe(ids);
        calls.ShouldBe(1);
        Shop.Calls.Count.ShouldBe(2);
    }

    [Test]
    public async Task Fields_that_Inventory_adds_to_products_cost_two_calls_for_any_number()
    {
        Answer();
        var ids = Enumerable.Range(0, 40).Select(_ => Some.Global("Product", Some.Id())).ToList();

        var answer = await AskAsync(
            "inventory", "query($all: [_Any!]!) { _entities(representations: $all) { ... on Product { id available } } }", new { all = ids.Select(id => new { __typename = "Product", id }) });

        answer["_entities.39.available"].ShouldBe("7");
        Shop.Calls.Select(call => call.Request.GetType()).ShouldBe([typeof(BatchGetProductsRequest), typeof(BatchGetAvailabilityRequest)]);
    }

    [Test]
    public async Task Fields_that_Orders_adds_to_a_user_ask_Orders_alone()
    {
        Shop.On<ListOrdersRequest>(_ => new ListOrdersResponse { PageInfo = new(), TotalCount = 3 });
        var id = Some.Id();

        var answer = await AskAsync("orders", "query($id: ID!) { userById(id: $id) { id orders { totalCount } } }", new { id = Some.Global("User", id) });

        answer["userById.orders.totalCount"].ShouldBe("3");
        Shop.Calls.Select(call => call.Request).ShouldBe([new ListOrdersRequest { UserId = id, Page = new() }]);
    }

    [Test]
    public async Task Product_of_another_subgraph_is_no_more_than_its_key_and_costs_no_call()
    {
        var cart = Some.Cart((Some.Id(), 1), (Some.Id(), 2));
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = cart });

        var answer = await AskAsync("cart", "{ cart { lines { product { __typename id } } } }");

        answer["cart.lines.1.product.id"].ShouldBe(Some.Global("Product", cart.Lines[1].ProductId));
        Shop.Calls.Count.ShouldBe(1);
        (await AskAsync("cart", "{ cart { lines { product { name } } } }")).Errors.Single().Code.ShouldBe("FIELDS_ON_CORRECT_TYPE");
    }

    [Test]
    public async Task Node_of_an_object_that_is_not_there_is_null_and_of_one_that_is_has_its_type()
    {
        var there = Some.Product();
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { there } });
        string[] ids = [Some.Global("Product", there.Id), Some.Global("Product", Some.Id())];

        var answer = await AskAsync("shared", "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids });

        answer.Data().ToString().ShouldBe($$"""{"nodes":[{"__typename":"Product","id":"{{ids[0]}}"},null]}""");
    }

    [Test]
    public async Task Representation_that_names_nothing_here_is_an_error_in_its_own_place()
    {
        var there = Some.Product();
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { there } });
        object[] all =
        [
            new { __typename = "Product", id = Some.Global("Product", there.Id) },
            new { __typename = "Order", id = Some.Global("Order", Some.Id()) },
            new { __typename = "Product", id = Some.Global("Category", Some.Id()) },
            new { __typename = "Product" },
            "nonsense",
            new { __typename = "Product", id = Some.Global("Product", Some.Id()) },
        ];

        var answer = await AskAsync("catalog", Entities, new { all });

        answer["_entities.0.id"].ShouldBe(Some.Global("Product", there.Id));
        answer["_entities.5"].ShouldBeNull();
        answer.Errors.Select(error => (error.Path, error.Code)).ShouldBe(
            Enumerable.Range(1, 4).Select(index => ($"_entities.{index}", "INVALID_INPUT")), ignoreOrder: true);
    }

    [Test]
    public async Task Entities_that_cost_a_call_each_are_limited_as_nodes_are()
    {
        var all = Enumerable.Repeat(new { __typename = "User", id = Some.Global("User", Some.Id()) }, 101);
        var answer = await AskAsync("identity", "query($all: [_Any!]!) { _entities(representations: $all) { __typename } }", new { all });
        answer.Errors.Single().Code.ShouldBe("INVALID_INPUT");
        Shop.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Token_travels_on_and_the_service_refuses()
    {
        Shop.On<GetUserRequest>(_ => throw Fault.Forbidden());
        var token = TestTokens.For(Who.Guest);
        var answer = await AskAsync("identity", "query($id: ID!) { userById(id: $id) { id } }", new { id = Some.Global("User", Some.Id()) }, token);
        answer.Errors.Single().Code.ShouldBe("FORBIDDEN");
        Shop.Calls.Single().Token.ShouldBe("Bearer " + token);
    }

    [Test]
    public async Task Composition_reads_the_same_sdl_with_GET_and_from_the_service_field()
    {
        var sdl = await Door.Http.GetStringAsync("/subgraphs/inventory/graphql?sdl");
        sdl.ShouldContain("type Product implements Node @key(fields: \"id\") {");
        sdl.ShouldContain("type PageInfo @shareable {");
        sdl.ShouldNotContain("ById");
        (await AskAsync("inventory", "{ _service { sdl } }"))["_service.sdl"].ShouldBe(sdl);
        (await Door.Http.GetStringAsync("/subgraphs/cart/graphql?sdl")).ShouldContain("type Product implements Node @key(fields: \"id\", resolvable: false) {");
    }

    [Test]
    public async Task Subgraph_that_there_is_not_is_404() =>
        (await Door.Http.GetAsync("/subgraphs/billing/graphql?query={__typename}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Test]
    public async Task Subgraphs_are_not_served_in_production_unless_set_and_keep_their_schema_to_themselves()
    {
        await using (var closed = await TestDoor.StartAsync("environment=Production"))
        {
            (await closed.Http.GetAsync("/subgraphs/catalog/graphql?query={__typename}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        await using var open = await TestDoor.StartAsync("environment=Production", "Federation:Subgraphs=true");
        (await open.Http.GetAsync("/subgraphs/catalog/graphql?query={__typename}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await open.Http.GetAsync("/subgraphs/catalog/graphql?sdl")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await open.AskAsync("{ _service { sdl } }", path: "/subgraphs/catalog/graphql")).Errors.Single().Code.ShouldBe("NOT_FOUND");
    }

    private void Answer()
    {
        Shop.On<BatchGetProductsRequest>(request => new BatchGetProductsResponse { Products = { request.Ids.Select(id => Some.Product(id)) } });
        Shop.On<BatchGetCategoriesRequest>(request => new BatchGetCategoriesResponse { Categories = { request.Ids.Select(id => new Category { Id = id, Name = "Kitchen" }) } });
        Shop.On<BatchGetStockRequest>(request => new BatchGetStockResponse { Stock = { request.ProductIds.Select(id => new Stock { ProductId = id }) } });
        Shop.On<BatchGetPurchaseOrdersRequest>(request => new BatchGetPurchaseOrdersResponse { PurchaseOrders = { request.Ids.Select(id => new PurchaseOrder { Id = id }) } });
        Shop.On<BatchGetOrdersRequest>(request => new BatchGetOrdersResponse { Orders = { request.Ids.Select(id => Some.Order(id)) } });
        Shop.On<BatchGetAvailabilityRequest>(request => new BatchGetAvailabilityResponse
        {
            Availability = { request.ProductIds.Select(id => new Availability { ProductId = id, Available = 7 }) },
        });
    }

    private Task<Answer> AskAsync(string subgraph, string query, object? variables = null, string? token = null) =>
        Door.AskAsync(query, variables, token, $"/subgraphs/{subgraph}/graphql");
}
