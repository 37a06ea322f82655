using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using Commerce.Shipping.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Tests;

/// <summary>
/// What is empty is not what is left out: it never stands for everything. EndToEnd.Tests tries every input of the
/// schema.
/// </summary>
internal sealed class EmptyInputTests : DoorFixture
{
    private const string Address =
        "{ name: \"Ada\", line1: \"1 Main St\", city: \"London\", postalCode: \"N1\", countryCode: \"GB\" }";

    [TestCase("orders(status: [])", "status")]
    [TestCase("returns(status: [])", "status")]
    [TestCase("purchaseOrders(status: [])", "status")]
    [TestCase("emails(status: [])", "status")]
    public async Task Empty_filter_is_refused_and_no_service_is_asked(string query, string field)
    {
        var error = (await Door.AskAsync($"{{ {query} {{ totalCount }} }}")).Errors.Single();
        (error.Code, error.Message).ShouldBe(("INVALID_INPUT", $"{field} must not be empty; leave it out instead"));
        Shop.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Filter_that_is_null_is_left_out()
    {
        Shop.On<ListOrdersRequest>(_ => new ListOrdersResponse { PageInfo = new() });
        Shop.On<ListReturnsRequest>(_ => new ListReturnsResponse { PageInfo = new() });
        Shop.On<ListPurchaseOrdersRequest>(_ => new ListPurchaseOrdersResponse { PageInfo = new() });
        Shop.On<ListEmailsRequest>(_ => new ListEmailsResponse { PageInfo = new() });
        Shop.On<ListProductsRequest>(_ => new ListProductsResponse { PageInfo = new() });
        (await Door.AskAsync(
            """
            { orders(status: null) { totalCount } returns(status: null) { totalCount } purchaseOrders(status: null) { totalCount } emails(status: null) { totalCount }
              products(search: null, where: { categorySlugs: null, minPrice: null }, order: null, first: null, after: null) { totalCount } }
            """)).Data();
        Shop.Asked<ListProductsRequest>().Single()
            .ShouldBe(new ListProductsRequest { Page = new(), WithTotalCount = true });
    }

    [Test]
    public async Task Empty_texts_and_lists_of_a_search_go_to_the_Catalog_as_what_it_refuses()
    {
        Shop.On<ListProductsRequest>(request => throw Fault.Invalid(
            [new("search", Problem.Empty), new("category_slugs[0]", Problem.NotFound("a category")), new(
                "after", Problem.Taken), new("min_price", Problem.NotAnAmount)]));
        var error = (await Door.AskAsync("{ products(search: \"\", where: { categorySlugs: [], minPrice: \"0.001\" }, after: \"\") { totalCount } }")).Errors.Single();
        error.Message.ShouldBe(
            "where.minPrice must be an amount of USD; where.categorySlugs must not be empty; leave it out instead; search must not be empty; leave it out instead; after is taken");
        var asked = Shop.Asked<ListProductsRequest>().Single();
        (asked.Search, asked.Page.After, asked.CategorySlugs.Single(), asked.MinPrice.CurrencyCode)
            .ShouldBe((" ", " ", "?", "?"));
    }

    [Test]
    public async Task Category_that_there_is_not_is_named_where_the_client_wrote_it()
    {
        Shop.On<ListProductsRequest>(_ => throw Fault.Invalid("category_slugs[1]", Problem.NotFound("a category")));
        var error = (await Door.AskAsync(
            "{ products(where: { categorySlugs: [\"tea\", \"nonsense\"] }) { totalCount } }")).Errors.Single();
        error.Message.ShouldBe("where.categorySlugs[1] is not a category");
        error.Error.GetProperty("extensions").GetProperty("violations")[0].GetProperty("code").GetString()
            .ShouldBe("NOT_FOUND");
    }

    [Test]
    public async Task ShippingOptions_of_an_empty_list_of_lines_are_not_those_of_the_cart()
    {
        Shop.On<QuoteRequest>(request =>
            throw Fault.Invalid([new("units", Problem.OutOfRange(1, 9)), new("country_code", Problem.NotACountry)]));
        var error = (await Door.AskAsync(
            $"{{ shippingOptions(address: {Address}, lines: []) {{ id }} }}")).Errors.Single();
        error.Message.ShouldBe("lines must not be empty; leave it out instead; address.countryCode must be the two-letter code of a country, in capitals: US");
        Shop.Asked<GetCartRequest>().ShouldBeEmpty();
    }

    [Test]
    public async Task Everything_wrong_with_lines_is_named_together()
    {
        Shop.On<QuoteRequest>(
            _ => throw Fault.Invalid([new("units", Problem.OutOfRange(1, 9)), new("subtotal", Problem.Required)]));
        var lines = new object[] { new { productId = "nonsense", quantity = 1 },
            new { productId = Some.Global("Order", Some.Id()), quantity = 0 } };
        var error = (await Door.AskAsync($"query($lines: [CheckoutLineInput!]) {{ shippingOptions(address: {Address}, lines: $lines) {{ id }} }}", new { lines })).Errors.Single();
        error.Message.ShouldBe("lines[0].productId must be the id of a product; lines[1].productId must be the id of a product; lines[1].quantity must be 1 to 99");
    }
}
