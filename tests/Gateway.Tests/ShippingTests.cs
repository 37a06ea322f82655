using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Shipping.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Tests;

internal sealed class ShippingTests : DoorFixture
{
    private const string Options =
        """
        query($lines: [CheckoutLineInput!]) {
          shippingOptions(
            address: { name: "Ada", line1: "1 Main St", city: "London", postalCode: "N1", countryCode: "GB" }
            lines: $lines
          ) { id name price { amount currency } estimatedDaysMin estimatedDaysMax }
        }
        """;

    private readonly Product _kettle = Some.Product(price: 12.50m);
    private readonly Product _mug = Some.Product(price: 4);

    [SetUp]
    public void Answer()
    {
        _mug.Archived = false;
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { _kettle, _mug } });
        Shop.On<QuoteRequest>(_ => new QuoteResponse
        {
            Options = { new ShippingOption { Id = "standard", Name = "Standard", Price = Some.Usd(5), EstimatedDaysMin = 2, EstimatedDaysMax = 4 } },
        });
    }

    [Test]
    public async Task ShippingOptions_are_quoted_for_the_cart()
    {
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((_kettle.Id, 2), (_mug.Id, 3)) });
        var answer = await Door.AskAsync(Options);
        answer.Data().GetProperty("shippingOptions").ToString().ShouldBe(
            """[{"id":"standard","name":"Standard","price":{"amount":"5.00","currency":"USD"},"estimatedDaysMin":2,"estimatedDaysMax":4}]""");
        Shop.Asked<QuoteRequest>().Single().ShouldBe(Quote(Some.Usd(37), 5));
    }

    [Test]
    public async Task ShippingOptions_of_lines_leave_the_cart_alone()
    {
        var lines = new[] { new { productId = Some.Global("Product", _mug.Id), quantity = 2 }, new { productId = Some.Global("Product", _mug.Id), quantity = 1 } };
        (await Door.AskAsync(Options, new { lines })).Data();
        Shop.Asked<QuoteRequest>().Single().ShouldBe(Quote(Some.Usd(12), 3));
        Shop.Asked<GetCartRequest>().ShouldBeEmpty();
    }

    [Test]
    public async Task ShippingOptions_of_nothing_are_none()
    {
        Shop.On<GetCartRequest>(_ => new GetCartResponse());
        (await Door.AskAsync(Options)).Data().ToString().ShouldBe("""{"shippingOptions":[]}""");
        Shop.Asked<QuoteRequest>().ShouldBeEmpty();
    }

    [Test]
    public async Task ShippingOptions_of_an_unknown_product_name_the_line()
    {
        Shop.On<QuoteRequest>(request => throw Fault.Invalid([new("units", request.Units == 0
            ? Problem.OutOfRange(1, 9) : Problem.Taken), new("subtotal", Problem.Required)]));
        var lines = new[] { new { productId = Some.Global("Product", _mug.Id), quantity = 2 }, new { productId = Some.Global("Product", Some.Id()), quantity = 1 } };
        (await Door.AskAsync(Options, new { lines })).Errors.Single().Message.ShouldBe("lines[1].productId is not a product");
    }

    [Test]
    public async Task ShippingOptions_of_a_cart_leave_out_what_is_not_sold_any_more()
    {
        _mug.Archived = true;
        var cart = Some.Cart((Some.Id(), 4), (_mug.Id, 3), (_kettle.Id, 2));
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = cart });
        (await Door.AskAsync(Options)).Data().GetProperty("shippingOptions").GetArrayLength().ShouldBe(1);
        Shop.Asked<QuoteRequest>().Single().ShouldBe(Quote(Some.Usd(25), 2));
    }

    [Test]
    public async Task ShippingOptions_of_a_cart_of_which_nothing_is_sold_any_more_are_none()
    {
        _mug.Archived = true;
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((Some.Id(), 4), (_mug.Id, 3)) });
        (await Door.AskAsync(Options)).Data().ToString().ShouldBe("""{"shippingOptions":[]}""");
        Shop.Asked<QuoteRequest>().ShouldBeEmpty();
    }

    [Test]
    public async Task ShippingOptions_of_lines_that_cannot_be_bought_name_each_of_them()
    {
        _mug.Archived = true;
        var lines = new[] { Some.Id(), _kettle.Id, _mug.Id }
            .Select(id => new { productId = Some.Global("Product", id), quantity = 1 });
        // What cannot be quoted is asked for all the same, so that Shipping names what it finds wrong.
        Shop.On<QuoteRequest>(_ => throw Fault.Invalid([new("subtotal", Problem.Required), new("units", Problem.OutOfRange(1, 9))]));
        (await Door.AskAsync(Options, new { lines })).Errors.Single().Message.ShouldBe(
            "lines[0].productId is not a product; lines[2].productId is not a product on sale");
    }

    [Test]
    public async Task ShippingOptions_for_a_country_that_is_none_names_the_field()
    {
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((_kettle.Id, 1)) });
        Shop.On<QuoteRequest>(_ => throw Fault.Invalid("country_code", new("BAD", "must be a country")));
        var error = (await Door.AskAsync(Options)).Errors.Single();
        (error.Code, error.Message).ShouldBe(("INVALID_INPUT", "address.countryCode must be a country"));
    }

    private static QuoteRequest Quote(Google.Type.Money subtotal, int units) => new()
    {
        CountryCode = "GB",
        Subtotal = subtotal,
        Units = units,
        Address = new() { Name = "Ada", Line1 = "1 Main St", City = "London", PostalCode = "N1", CountryCode = "GB" },
    };
}
