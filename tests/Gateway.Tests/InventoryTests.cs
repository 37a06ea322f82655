using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Gateway.Tests;

internal sealed class InventoryTests : DoorFixture
{
    private const string Place =
        "mutation($input: PlacePurchaseOrderInput!) { placePurchaseOrder(input: $input) { purchaseOrder { status } errors { __typename ... on Error { message } ... on ValidationError { field } ... on WrongStateError { status } } } }";

    private const string Receive =
        "mutation($input: ReceiveGoodsInput!) { receiveGoods(input: $input) { purchaseOrder { status received } errors { __typename ... on ValidationError { field message } ... on WrongStateError { status } ... on NotFoundError { id } } } }";

    [TestCase(1)]
    [TestCase(50)]
    public async Task Stock_of_products_takes_one_call_however_many_there_are(int rows)
    {
        Shop.On<ListProductsRequest>(request => new ListProductsResponse
        {
            Edges = { Enumerable.Range(0, request.Page.First).Select(_ => new ProductEdge { Product = Some.Product() }) },
            PageInfo = new(),
        });
        Shop.On<BatchGetStockRequest>(request => new BatchGetStockResponse { Stock = { request.ProductIds.Select(AStock) } });
        var answer = await Door.AskAsync("query($first: Int) { products(first: $first) { nodes { stock { onHand reserved available damaged threshold } } } }", new { first = rows });
        answer.Data();
        answer[$"products.nodes.{rows - 1}.stock"].ShouldBe("{'onHand':9,'reserved':5,'available':4,'damaged':1,'threshold':6}");
        Shop.Calls.Count.ShouldBe(2);
    }

    [Test]
    public async Task Stock_of_a_product_is_an_error_in_its_place_for_whoever_may_not_see_it()
    {
        Shop.On<GetProductRequest>(_ => new GetProductResponse { Product = Some.Product() });
        Shop.On<BatchGetStockRequest>(_ => throw Fault.Forbidden());
        var answer = await Door.AskAsync("{ productBySlug(slug: \"kettle\") { name stock { onHand } } }");
        answer["productBySlug.name"].ShouldBe("Kettle");
        answer["productBySlug.stock"].ShouldBeNull();
        (answer.Errors.Single().Code, answer.Errors.Single().Path).ShouldBe(("FORBIDDEN", "productBySlug.stock"));
    }

    [Test]
    public async Task LowStock_is_a_page_with_the_products_in_one_call()
    {
        var (kettle, mug) = (Some.Product(name: "Kettle"), Some.Product(name: "Mug"));
        Shop.On<ListLowStockRequest>(_ => new ListLowStockResponse
        {
            Edges = { new StockEdge { Cursor = "c1", Stock = AStock(kettle.Id) }, new StockEdge { Cursor = "c2", Stock = AStock(mug.Id) } },
            PageInfo = new() { HasNextPage = true, EndCursor = "c2" },
            TotalCount = 7,
        });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { kettle, mug } });
        var answer = await Door.AskAsync(
            "{ lowStock(first: 2, after: \"c0\") { totalCount nodes { id available product { name } } edges { cursor node { onHand } } pageInfo { hasNextPage endCursor } } }");
        answer.Data();
        answer["lowStock.nodes.1"].ShouldBe($"{{'id':'{Some.Global("Stock", mug.Id)}','available':4,'product':{{'name':'Mug'}}}}");
        answer["lowStock.edges.0"].ShouldBe("{'cursor':'c1','node':{'onHand':9}}");
        answer["lowStock.pageInfo"].ShouldBe("{'hasNextPage':true,'endCursor':'c2'}");
        Shop.Asked<ListLowStockRequest>().Single().Page.ShouldBe(new PageRequest { First = 2, After = "c0" });
        Shop.Calls.Count.ShouldBe(2);
    }

    [Test]
    public async Task PurchaseOrders_pass_the_states_on_and_show_what_the_supplier_said()
    {
        var product = Some.Product();
        Shop.On<ListPurchaseOrdersRequest>(_ => new ListPurchaseOrdersResponse
        {
            Edges = { new PurchaseOrderEdge { Cursor = "c1", PurchaseOrder = AnOrder(product.Id, PurchaseOrderStatus.PartiallyReceived) } },
            PageInfo = new(),
            TotalCount = 1,
        });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { product } });
        var answer = await Door.AskAsync(
            "{ purchaseOrders(status: [SUGGESTED, PARTIALLY_RECEIVED]) { totalCount nodes { status quantity received createdAt confirmedAt expectedAt product { name } } edges { cursor } } }");
        answer.Data();
        answer["purchaseOrders.nodes.0"].ShouldBe(
            "{'status':'PARTIALLY_RECEIVED','quantity':10,'received':4,'createdAt':'2026-01-02T12:00:00Z','confirmedAt':'2026-01-02T12:00:00Z','expectedAt':null,'product':{'name':'Kettle'}}");
        Shop.Asked<ListPurchaseOrdersRequest>().Single().Statuses.ShouldBe([PurchaseOrderStatus.Suggested, PurchaseOrderStatus.PartiallyReceived]);
    }

    [Test]
    public async Task Threshold_and_count_are_changed_and_refusals_name_the_field()
    {
        var product = Some.Id();
        var id = Some.Global("Product", product);
        const string threshold = "mutation($id: ID!) { setStockThreshold(input: { productId: $id, threshold: 6 }) { stock { threshold } errors { __typename ... on NotFoundError { id } } } }";
        const string adjust = "mutation($id: ID!) { adjustStock(input: { productId: $id, delta: -3, reason: \"broken\" }) { stock { onHand } errors { __typename ... on ValidationError { field } } } }";
        Shop.On<SetThresholdRequest>(request => new SetThresholdResponse { Stock = AStock(request.ProductId) });
        Shop.On<AdjustStockRequest>(request => new AdjustStockResponse { Stock = AStock(request.ProductId) });
        (await Door.AskAsync(threshold, new { id }))["setStockThreshold"].ShouldBe("{'stock':{'threshold':6},'errors':null}");
        (await Door.AskAsync(adjust, new { id }))["adjustStock"].ShouldBe("{'stock':{'onHand':9},'errors':null}");
        Shop.Asked<SetThresholdRequest>().Single().ShouldBe(new() { ProductId = product, Threshold = 6 });
        Shop.Asked<AdjustStockRequest>().Single().ShouldBe(new() { ProductId = product, Delta = -3, Reason = "broken" });

        Shop.On<SetThresholdRequest>(_ => throw Fault.NotFound("product"));
        Shop.On<AdjustStockRequest>(_ => throw Fault.Invalid("delta", new("BAD", "would leave fewer units than are reserved")));
        (await Door.AskAsync(threshold, new { id }))["setStockThreshold.errors"].ShouldBe($"[{{'__typename':'NotFoundError','id':'{id}'}}]");
        (await Door.AskAsync(adjust, new { id }))["adjustStock.errors"].ShouldBe("[{'__typename':'ValidationError','field':'delta'}]");
    }

    [Test]
    public async Task PlacePurchaseOrder_places_a_suggested_or_a_new_one()
    {
        var (order, product) = (Some.Id(), Some.Id());
        Shop.On<PlacePurchaseOrderRequest>(_ => new PlacePurchaseOrderResponse { PurchaseOrder = AnOrder(product, PurchaseOrderStatus.Placed) });
        var suggested = new { purchaseOrderId = Some.Global("PurchaseOrder", order), quantity = (int?)null };
        (await PlaceAsync(suggested)).ShouldBe("{'purchaseOrder':{'status':'PLACED'},'errors':null}");
        (await PlaceAsync(new { productId = Some.Global("Product", product), quantity = 12 })).ShouldBe("{'purchaseOrder':{'status':'PLACED'},'errors':null}");
        (await PlaceAsync(suggested with { quantity = 7 })).ShouldContain("'status':'PLACED'");
        Shop.Asked<PlacePurchaseOrderRequest>().ShouldBe(
        [
            new() { PurchaseOrderId = order }, new() { Line = new() { ProductId = product, Quantity = 12 } },
            new() { PurchaseOrderId = order, Quantity = 7 },
        ]);

        Shop.On<PlacePurchaseOrderRequest>(_ => new PlacePurchaseOrderResponse { WrongState = new() { Status = "CANCELLED" } });
        (await PlaceAsync(suggested)).ShouldBe(
            "{'purchaseOrder':null,'errors':[{'__typename':'WrongStateError','message':'This purchase order was cancelled. Place another one.','status':'CANCELLED'}]}");
    }

    [Test]
    public async Task PlacePurchaseOrder_with_bad_input_names_the_field()
    {
        var (order, product) = (Some.Global("PurchaseOrder", Some.Id()), Some.Global("Product", Some.Id()));
        Shop.On<PlacePurchaseOrderRequest>(_ => throw Fault.Invalid("line.quantity", new("BAD", "must be 1 to 1000000")));
        (await PlaceAsync(new { })).ShouldContain("'field':'productId'");
        (await PlaceAsync(new { purchaseOrderId = order, productId = product })).ShouldContain("'field':'productId'");
        (await PlaceAsync(new { purchaseOrderId = order, quantity = 0 })).ShouldContain("'field':'quantity'");
        (await PlaceAsync(new { productId = product })).ShouldContain("'message':'is required with productId','field':'quantity'");
        (await PlaceAsync(new { productId = product, quantity = 0 })).ShouldContain("'message':'must be 1 to 1000000','field':'quantity'");
        (await PlaceAsync(new { purchaseOrderId = product })).ShouldContain("'field':'purchaseOrderId'");
    }

    [Test]
    public async Task ReceiveGoods_passes_the_receipt_on_and_makes_one_up_where_there_is_none()
    {
        var (order, receipt) = (Some.Id(), Guid.CreateVersion7());
        var purchaseOrderId = Some.Global("PurchaseOrder", order);
        Shop.On<ReceiveGoodsRequest>(_ => new ReceiveGoodsResponse { PurchaseOrder = AnOrder(Some.Id(), PurchaseOrderStatus.PartiallyReceived) });
        (await ReceiveAsync(new { purchaseOrderId, quantity = 4, receiptId = receipt })).ShouldBe(
            "{'purchaseOrder':{'status':'PARTIALLY_RECEIVED','received':4},'errors':null}");
        await ReceiveAsync(new { purchaseOrderId, quantity = 4 });
        await ReceiveAsync(new { purchaseOrderId, quantity = 4 });
        var asked = Shop.Asked<ReceiveGoodsRequest>();
        asked[0].ShouldBe(new() { PurchaseOrderId = order, Quantity = 4, ReceiptId = receipt.ToString() });
        asked.Select(request => Guid.Parse(request.ReceiptId)).ShouldBeUnique();
    }

    [Test]
    public async Task ReceiveGoods_shows_why_it_cannot_be()
    {
        var input = new { purchaseOrderId = Some.Global("PurchaseOrder", Some.Id()), quantity = 4 };
        Shop.On<ReceiveGoodsRequest>(_ => new ReceiveGoodsResponse { WrongState = new() { Status = "SUGGESTED" } });
        (await ReceiveAsync(input)).ShouldBe("{'purchaseOrder':null,'errors':[{'__typename':'WrongStateError','status':'SUGGESTED'}]}");
        Shop.On<ReceiveGoodsRequest>(_ => throw Fault.Invalid("quantity", new("BAD", "must be 3 at most: no more are open")));
        (await ReceiveAsync(input)).ShouldContain("{'__typename':'ValidationError','field':'quantity','message':'must be 3 at most: no more are open'}");
        Shop.On<ReceiveGoodsRequest>(_ => throw Fault.NotFound("purchase order"));
        (await ReceiveAsync(input)).ShouldContain($"{{'__typename':'NotFoundError','id':'{input.purchaseOrderId}'}}");
    }

    private async Task<string> PlaceAsync(object input) => (await Door.AskAsync(Place, new { input }))["placePurchaseOrder"]!;

    private async Task<string> ReceiveAsync(object input) => (await Door.AskAsync(Receive, new { input }))["receiveGoods"]!;

    private static Stock AStock(string productId) => new() { ProductId = productId, OnHand = 9, Reserved = 5, Damaged = 1, Threshold = 6 };

    private static PurchaseOrder AnOrder(string productId, PurchaseOrderStatus status) => new()
    {
        Id = Some.Id(), ProductId = productId, Status = status, Quantity = 10, Received = 4,
        CreatedAt = Timestamp.FromDateTime(Some.Noon), ConfirmedAt = Timestamp.FromDateTime(Some.Noon),
    };
}
