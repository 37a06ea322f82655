using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Gateway.Tests;

/// <summary>
/// How many calls a query makes depends on what it asks, never on how many rows there are. Not in the table: users,
/// addresses, carts, returns and emails by <c>nodes(ids:)</c>, which their services answer one by one; 100 at most.
/// </summary>
internal sealed class CallCountTests : DoorFixture
{
    private const string ProductFields = "name available stock { onHand } category { name productCount }";

    private static readonly string[] OfProducts = ["BatchGetAvailability", "BatchGetCategories", "BatchGetStock"];

    /// <summary>What is asked, and each call that it makes.</summary>
    private static readonly TestCaseData[] Queries =
    [
        Case("products", $"{{ products(first: 50) {{ nodes {{ {ProductFields} }} edges {{ node {{ {ProductFields} }} }} facets {{ category {{ name }} count }} }} }}", ["ListProducts", .. OfProducts]),
        Case("one product under many names", string.Concat("{ ", string.Concat(Enumerable.Range(0, 10).Select(i => $"p{i}: node(id: \"PRODUCT{i}\") {{ ... on Product {{ {ProductFields} }} }} ")), "}"), ["BatchGetProducts", .. OfProducts]),
        Case("categories", "{ categories { name productCount } }", ["ListCategories"]),
        Case(
            "cart",
            "{ cart { totalQuantity subtotal { amount } lines { problem leftOut unitPrice { amount } lineTotal { amount }"
                + $" product {{ {ProductFields} }} }} }} }}",
            // What can be sold, and what this session can buy, which its own unpaid order may hold.
            ["GetCart", "BatchGetProducts", "BatchGetAvailability", .. OfProducts]),
        Case(
            "problems of a cart", "{ cart { lines { problem } } }",
            ["GetCart", "BatchGetProducts", "BatchGetAvailability"]),
        Case("my orders", $"{{ me {{ addresses {{ city }} orders(first: 50) {{ nodes {{ number returns {{ status }} lines {{ name product {{ {ProductFields} }} }} }} }} }} }}", ["GetUser", "ListAddresses", "ListOrders", "BatchGetProducts", .. OfProducts]),
        Case("all orders", "{ orders(first: 50) { nodes { number lines { product { name } } history { status } } } }", ["ListOrders", "BatchGetProducts"]),
        Case("returns", "{ returns(first: 50) { nodes { status order { number lines { product { name } } } lines { orderLine { name product { name } } } } } }", ["ListReturns", "BatchGetOrders", "BatchGetProducts"]),
        Case("low stock", $"{{ lowStock(first: 50) {{ nodes {{ available product {{ {ProductFields} }} }} }} }}", ["ListLowStock", "BatchGetProducts", .. OfProducts]),
        Case("purchase orders", $"{{ purchaseOrders(first: 50) {{ nodes {{ status product {{ {ProductFields} }} }} }} }}", ["ListPurchaseOrders", "BatchGetProducts", .. OfProducts]),
        Case("emails", "{ emails(first: 50) { nodes { subject status } } }", ["ListEmails"]),
        Case("nodes", $"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on Product {{ {ProductFields} }} ... on Order {{ number lines {{ product {{ name }} }} }} ... on Stock {{ onHand }} ... on PurchaseOrder {{ status }} ... on Category {{ name }} }} }}",
            ["BatchGetProducts", "BatchGetOrders", "BatchGetStock", "BatchGetPurchaseOrders", "BatchGetCategories", .. OfProducts]),
    ];

    [TestCaseSource(nameof(Queries))]
    public async Task Query_makes_as_many_calls_for_many_rows_as_for_one(string query, string[] calls)
    {
        foreach (var rows in new[] { 1, 3, 20 })
        {
            var before = Shop.Calls.Count;
            var ids = Fill(rows);
            var document = Enumerable.Range(0, 10).Aggregate(query, (text, i) => text.Replace($"PRODUCT{i}", ids[i % rows], StringComparison.Ordinal));
            var answer = await Door.AskAsync(document, new { ids }, TestTokens.User(Who.Admin));
            answer.Data();
            Shop.Calls.Skip(before).Select(call => call.Request.GetType().Name[..^"Request".Length]).Order().ShouldBe(calls.Order(), $"{rows} rows");
        }
    }

    /// <summary>So many rows everywhere, each of another product in another category.</summary>
    private string[] Fill(int rows)
    {
        var products = Enumerable.Range(0, rows).Select(_ => Some.Product(categoryId: Some.Id())).ToList();
        var orders = products.Select(product =>
        {
            var order = Some.Order();
            order.Lines[0].ProductId = product.Id;
            return order;
        }).ToList();
        var returns = orders.Select(order => new Return
        {
            Id = Some.Id(), OrderId = order.Id, Status = ReturnStatus.Requested, Lines = { new ReturnLine { OrderLineId = order.Lines[0].Id, Quantity = 1 } },
            RequestedAt = Timestamp.FromDateTime(Some.Noon),
        }).ToList();
        for (var i = 0; i < rows; i++) orders[i].Returns.Add(returns[i]);
        var categories = products.Select(product => new Category { Id = product.CategoryId, Slug = "c", Name = "C", ProductCount = 1 }).ToList();

        Shop.On<ListProductsRequest>(_ => new ListProductsResponse
        {
            Edges = { products.Select(product => new ProductEdge { Cursor = product.Id, Product = product }) }, PageInfo = new(),
            Facets = { categories.Select(category => new CategoryFacet { Category = category, Count = 1 }) },
        });
        Shop.On<BatchGetProductsRequest>(request => new BatchGetProductsResponse { Products = { request.Ids.Select(id => products.SingleOrDefault(product => product.Id == id) ?? Some.Product(id)) } });
        Shop.On<ListCategoriesRequest>(_ => new ListCategoriesResponse { Categories = { categories } });
        Shop.On<BatchGetCategoriesRequest>(request => new BatchGetCategoriesResponse { Categories = { request.Ids.Select(id => new Category { Id = id, Slug = "c", Name = "C", ProductCount = 1 }) } });
        Shop.On<BatchGetAvailabilityRequest>(request => new BatchGetAvailabilityResponse { Availability = { request.ProductIds.Select(id => new Availability { ProductId = id, Available = 1 }) } });
        Shop.On<BatchGetStockRequest>(request => new BatchGetStockResponse { Stock = { request.ProductIds.Select(id => new Stock { ProductId = id, OnHand = 1 }) } });
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart([.. products.Select(product => (product.Id, 1))]) });
        Shop.On<GetUserRequest>(request => new GetUserResponse { User = new(Some.User()) { Id = request.Id } });
        Shop.On<ListAddressesRequest>(_ => new ListAddressesResponse { Addresses = { products.Select(_ => new SavedAddress { Id = Some.Id(), Address = new() { City = "London" } }) } });
        Shop.On<ListOrdersRequest>(_ => new ListOrdersResponse { Edges = { orders.Select(order => new OrderEdge { Cursor = order.Id, Order = order }) }, PageInfo = new() });
        Shop.On<BatchGetOrdersRequest>(request => new BatchGetOrdersResponse { Orders = { orders.Where(order => request.Ids.Contains(order.Id)) } });
        Shop.On<ListReturnsRequest>(_ => new ListReturnsResponse { Edges = { returns.Select(one => new ReturnEdge { Cursor = one.Id, Return = one }) }, PageInfo = new() });
        Shop.On<ListLowStockRequest>(_ => new ListLowStockResponse { Edges = { products.Select(product => new StockEdge { Cursor = product.Id, Stock = new() { ProductId = product.Id } }) }, PageInfo = new() });
        Shop.On<ListPurchaseOrdersRequest>(_ => new ListPurchaseOrdersResponse
        {
            Edges = { products.Select(product => new PurchaseOrderEdge { Cursor = product.Id, PurchaseOrder = PurchaseOrder(Some.Id(), product.Id) }) }, PageInfo = new(),
        });
        Shop.On<BatchGetPurchaseOrdersRequest>(request => new BatchGetPurchaseOrdersResponse { PurchaseOrders = { request.Ids.Select(id => PurchaseOrder(id, Some.Id())) } });
        Shop.On<ListEmailsRequest>(_ => new ListEmailsResponse
        {
            Edges = { products.Select(_ => new EmailEdge { Cursor = "c", Email = new() { Id = Some.Id(), Subject = "s", Status = EmailStatus.Sent } }) }, PageInfo = new(),
        });
        return
        [
            .. products.Select(product => Some.Global("Product", product.Id)), .. orders.Select(order => Some.Global("Order", order.Id)),
            .. products.Select(_ => Some.Global("Stock", Some.Id())), .. products.Select(_ => Some.Global("PurchaseOrder", Some.Id())), .. products.Select(_ => Some.Global("Category", Some.Id())),
        ];
    }

    private static PurchaseOrder PurchaseOrder(string id, string product) => new()
    {
        Id = id, ProductId = product, Status = PurchaseOrderStatus.Placed, Quantity = 1, CreatedAt = Timestamp.FromDateTime(Some.Noon),
    };

    private static TestCaseData Case(string name, string query, string[] calls) => new TestCaseData(query, calls).SetArgDisplayNames(name);
}
