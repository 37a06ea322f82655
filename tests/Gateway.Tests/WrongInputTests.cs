using Commerce.Cart.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.Gateway.Tests;

/// <summary>
/// Ids that are none are named together with what the service finds, and the service gets nothing that it could act on.
/// </summary>
internal sealed class WrongInputTests : DoorFixture
{
    private const string Errors =
        "errors { __typename ... on ValidationError { field message } ... on NotFoundError { id } }";

    private static readonly object Postal =
        new { name = "", line1 = "1 Main St", city = "London", postalCode = "N1", countryCode = "GB" };

    [Test]
    public async Task AddToCart_names_product_and_quantity()
    {
        Shop.On<AddLineRequest>(request => throw Fault.Invalid(
            [new("product_id", NotAnId(request.ProductId)), new("quantity", Problem.OutOfRange(1, 99))]));
        var answer = await Door.AskAsync(
            $"mutation {{ addToCart(input: {{ productId: \"nonsense\", quantity: 0 }}) {{ {Errors} }} }}");
        Fields(answer, "addToCart").ShouldBe(["productId must be the id of a product", "quantity must be 1 to 99"]);
    }

    [Test]
    public async Task SaveAddress_names_id_and_address()
    {
        Shop.On<SaveAddressRequest>(
            request => throw Fault.Invalid([new("id", NotAnId(request.Id)), new("address.name", Problem.Required)]));
        var answer = await Door.AskAsync($"mutation($input: SaveAddressInput!) {{ saveAddress(input: $input) {{ {Errors} }} }}", new { input = new { id = "", address = Postal } });
        Fields(answer, "saveAddress").ShouldBe(["id must be the id of an address", "address.name is required"]);
    }

    [Test]
    public async Task RequestReturn_names_every_id()
    {
        Shop.On<RequestReturnRequest>(request => throw Fault.Invalid(
            [new("order_id", NotAnId(request.OrderId)), .. request.Lines.Select((line, i) => new Violation(
                $"lines[{i}].order_line_id", NotAnId(line.OrderLineId))), new("reason", Problem.TooLong(500))]));
        var answer = await Door.AskAsync(
            $"mutation {{ requestReturn(input: {{ orderId: \"x\", reason: \"…\", lines: [{{ orderLineId: \"y\", quantity: 1 }}, {{ orderLineId: \"z\", quantity: 1 }}] }}) {{ {Errors} }} }}");
        Fields(answer, "requestReturn").ShouldBe(
            ["orderId must be the id of an order", "lines[0].orderLineId must be the id of an order line",
                "lines[1].orderLineId must be the id of an order line", "reason must have at most 500 characters"]);
    }

    [Test]
    public async Task InspectReturn_names_every_id()
    {
        Shop.On<InspectReturnRequest>(_ => throw Fault.Invalid([new("return_id", Problem.NotAnId), new(
            "lines[0].order_line_id", Problem.NotAnId), new("lines[0].sellable", Problem.OutOfRange(0, 99))]));
        var answer = await Door.AskAsync(
            $"mutation {{ inspectReturn(input: {{ returnId: \"x\", approved: true, lines: [{{ orderLineId: \"y\", sellable: -1, damaged: 0 }}] }}) {{ {Errors} }} }}");
        Fields(answer, "inspectReturn").ShouldBe(["returnId must be the id of a return",
            "lines[0].orderLineId must be the id of an order line", "lines[0].sellable must be 0 to 99"]);
    }

    [TestCase("{ }", "productId is required without purchaseOrderId", "quantity is required with productId")]
    [TestCase("{ purchaseOrderId: null, productId: null, quantity: null }",
        "productId is required without purchaseOrderId", "quantity is required with productId")]
    [TestCase("{ productId: \"x\", quantity: 0 }", "productId must be the id of a product", "quantity must be 1 to 9")]
    [TestCase("{ purchaseOrderId: \"\" }", "purchaseOrderId must be the id of a purchase order")]
    public async Task PlacePurchaseOrder_names_what_is_missing_and_what_is_wrong(string input, params string[] expected)
    {
        Shop.On<PlacePurchaseOrderRequest>(request => request.Line is { } line
            ? throw Fault.Invalid(
                [new("line.product_id", NotAnId(line.ProductId)), new("line.quantity", Problem.OutOfRange(1, 9))])
            : throw Fault.Invalid("purchase_order_id", NotAnId(request.PurchaseOrderId)));
        Fields(await Door.AskAsync($"mutation {{ placePurchaseOrder(input: {input}) {{ {Errors} }} }}"),
            "placePurchaseOrder").ShouldBe(expected);
    }

    [Test]
    public async Task Service_that_is_away_or_finds_nothing_does_not_hide_what_is_wrong_here(
        [Values(StatusCode.Unavailable, StatusCode.NotFound, StatusCode.Internal)] StatusCode status)
    {
        Shop.On<AddLineRequest>(_ => throw new Fault(status, "X", "X"));
        Fields(await Door.AskAsync($"mutation {{ addToCart(input: {{ productId: \"nonsense\" }}) {{ {Errors} }} }}"),
            "addToCart").ShouldBe(["productId must be the id of a product"]);
    }

    [Test]
    public async Task Caller_who_may_not_do_it_hears_that_first()
    {
        Shop.On<AdjustStockRequest>(_ => throw Fault.Forbidden());
        (await Door.AskAsync($"mutation {{ adjustStock(input: {{ productId: \"nonsense\", delta: 1, reason: \"x\" }}) {{ {Errors} }} }}")).Errors.Single().Code.ShouldBe("FORBIDDEN");
    }

    /// <summary>As services find it.</summary>
    private static Problem NotAnId(string id) => Guid.TryParse(id, out _) ? throw new InvalidOperationException(
        "A UUID, of what is none.") : id.Length == 0 ? Problem.Required : Problem.NotAnId;

    private static IEnumerable<string> Fields(Answer answer, string mutation) =>
        answer.Data().GetProperty(mutation).GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("field")} {error.GetProperty("message")}");
}
