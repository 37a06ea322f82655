using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Orders.V1;
using Address = Commerce.Identity.V1.Address;

namespace CommerceKata.Gateway.Tests;

internal sealed class NodeTests : DoorFixture
{
    private const string Node = "query($id: ID!) { node(id: $id) { __typename id } }";
    private const string Nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

    [TestCase("Product")]
    [TestCase("Category")]
    [TestCase("User")]
    [TestCase("Address")]
    [TestCase("Cart")]
    [TestCase("Order")]
    [TestCase("Stock")]
    [TestCase("PurchaseOrder")]
    [TestCase("Return")]
    public async Task Node_finds_an_object_of_every_type_by_its_id(string type)
    {
        var id = Some.Id();
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { Some.Product(id) } });
        Shop.On<BatchGetCategoriesRequest>(_ => new BatchGetCategoriesResponse { Categories = { new Category { Id = id } } });
        Shop.On<GetUserRequest>(request => new GetUserResponse { User = new User { Id = request.Id } });
        Shop.On<GetAddressRequest>(request => new GetAddressResponse { Address = new SavedAddress { Id = request.Id, Address = new Address() } });
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = new Cart { Id = id } });
        Shop.On<BatchGetOrdersRequest>(request => new BatchGetOrdersResponse { Orders = { Some.Order(request.Ids[0]) } });
        Shop.On<BatchGetStockRequest>(request => new BatchGetStockResponse { Stock = { new Stock { ProductId = request.ProductIds[0] } } });
        Shop.On<BatchGetPurchaseOrdersRequest>(request => new BatchGetPurchaseOrdersResponse { PurchaseOrders = { new PurchaseOrder { Id = request.Ids[0] } } });
        Shop.On<GetReturnRequest>(request => new GetReturnResponse { Return = new Return { Id = request.Id } });

        var answer = await Door.AskAsync(Node, new { id = Some.Global(type, id) });

        answer.Data().GetProperty("node").ToString().ShouldBe($$"""{"__typename":"{{type}}","id":"{{Some.Global(type, id)}}"}""");
    }

    [Test]
    public async Task Node_that_is_not_there_or_not_the_callers_is_null()
    {
        Shop.On<BatchGetOrdersRequest>(_ => new BatchGetOrdersResponse());
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart() });
        (await Door.AskAsync(Node, new { id = Some.Global("Order", Some.Id()) })).Data().ToString().ShouldBe("""{"node":null}""");
        (await Door.AskAsync(Node, new { id = Some.Global("Cart", Some.Id()) })).Data().ToString().ShouldBe("""{"node":null}""");
    }

    [TestCase("nonsense")]
    [TestCase("RXJyb3I6MDE5MmYwYzEtN2YwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx")]
    public async Task Node_of_an_id_that_is_none_is_INVALID_INPUT(string id) =>
        (await Door.AskAsync(Node, new { id })).Errors.Single().Code.ShouldBe("INVALID_INPUT");

    [Test]
    public async Task Nodes_are_in_the_order_asked_for_with_each_failure_in_its_place_and_one_call_per_type()
    {
        var (kettle, mug) = (Some.Product(), Some.Product());
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { kettle, mug } });
        string[] ids = [Some.Global("Product", mug.Id), "nonsense", Some.Global("Product", kettle.Id), Some.Global("Product", Some.Id())];

        var answer = await Door.AskAsync(Nodes, new { ids });

        answer["nodes.0.id"].ShouldBe(ids[0]);
        answer["nodes.1"].ShouldBeNull();
        answer["nodes.2.id"].ShouldBe(ids[2]);
        answer["nodes.3"].ShouldBeNull();
        answer.Errors.Select(error => (error.Path, error.Message))
            .ShouldBe([("nodes.1", "ids[1] must be the id of an object of this shop")]);
        Shop.Calls.Count.ShouldBe(1);
    }

    [Test]
    public async Task Nodes_of_too_many_ids_is_INVALID_INPUT()
    {
        var answer = await Door.AskAsync(Nodes, new { ids = Enumerable.Repeat(Some.Global("Order", Some.Id()), 101) });
        answer.Errors.Single().Message.ShouldBe("ids must be 100 at most");
        Shop.Calls.ShouldBeEmpty();
    }
}
