using Commerce.Catalog.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.Gateway.Tests;

internal sealed class CheckoutTests : DoorFixture
{
    private const string Key = "0192f0c1-7f00-7000-8000-000000000001";

    private const string Checkout =
        """
        mutation($input: CheckoutInput!) {
          checkout(input: $input) {
            order { number status total { amount } payment { status last4 } }
            paymentAction { clientSecret redirectUrl }
            errors {
              __typename
              ... on Error { message }
              ... on ValidationError { field }
              ... on OutOfStockError { lines { product { name } problem requested available } }
              ... on PaymentDeclinedError { declineCode }
              ... on AmountNotAllowedError { minimum { amount } maximum { amount } }
              ... on PriceChangedError { total { amount currency } }
            }
          }
        }
        """;

    private static readonly Dictionary<string, object> Address = new()
    {
        ["name"] = "Ada",
        ["line1"] = "1 Main St",
        ["city"] = "London",
        ["postalCode"] = "N1",
        ["countryCode"] = "GB",
    };

    private static IEnumerable<TestCaseData<CheckoutResponse, string>> Problems()
    {
        yield return new(new() { EmptyCart = new() },
            "{'__typename':'EmptyCartError','message':'The cart is empty. Put something in it first.'}");
        yield return new(
            new() { PaymentDeclined = new() { DeclineCode = "insufficient_funds", Message = "Not enough money." } },
            "{'__typename':'PaymentDeclinedError','message':'Not enough money.','declineCode':'insufficient_funds'}");
        yield return new(
            new() { PaymentDeclined = new() },
            "{'__typename':'PaymentDeclinedError','message':'The payment was refused. Pay with another card.','declineCode':null}");
        yield return new(
            new() { PriceChanged = new() { Total = Some.Usd(31) } },
            "{'__typename':'PriceChangedError','message':'The total has changed. Look at it, and check out again.','total':{'amount':'31.00','currency':'USD'}}");
        yield return new(
            new() { AmountNotAllowed = new() { Minimum = Some.Usd(0.5m), Maximum = Some.Usd(999_999.99m) } },
            "{'__typename':'AmountNotAllowedError','message':'The total must be 0.50 USD to 999999.99 USD.','minimum':{'amount':'0.50'},'maximum':{'amount':'999999.99'}}");
        yield return new(
            new() { IdempotencyKeyReused = new() },
            "{'__typename':'IdempotencyKeyReusedError','message':'This idempotency key was used for another purchase. Take a new one.'}");
        yield return new(
            new() { CartChanged = new() },
            "{'__typename':'CartChangedError','message':'This cart was checked out before, or is being checked out now. Look at your orders.'}");
    }

    [Test]
    public async Task Checkout_that_succeeds_shows_the_order()
    {
        Shop.On<CheckoutRequest>(_ => new CheckoutResponse { Order = Some.Order() });
        var answer = await Door.AskAsync(Checkout, new { input = Input() });
        answer.Data().GetProperty("checkout").ToString().ShouldBe(
            """{"order":{"number":"CK-7F3K-2M9Q","status":"CONFIRMED","total":{"amount":"30.00"},"payment":{"status":"SUCCEEDED","last4":"4242"}},"paymentAction":null,"errors":null}""");
    }

    [Test]
    public async Task Checkout_passes_everything_on()
    {
        var (product, address) = (Some.Id(), Some.Id());
        Shop.On<CheckoutRequest>(_ => new CheckoutResponse { Order = Some.Order() });
        var input = Input(
            ("address", null),
            ("addressId", Some.Global("Address", address)),
            ("lines", new[] { new { productId = Some.Global("Product", product), quantity = 2 } }),
            ("email", "ada@example.com"),
            ("expectedTotal", new { amount = "30.00", currency = "USD" }));

        (await Door.AskAsync(Checkout, new { input })).Data();

        Shop.Asked<CheckoutRequest>().Single().ShouldBe(new CheckoutRequest
        {
            IdempotencyKey = Key,
            Lines = { new CheckoutLine { ProductId = product, Quantity = 2 } },
            Email = "ada@example.com",
            AddressId = address,
            ShippingOptionId = "standard",
            PaymentMethod = "pm_card_visa",
            ExpectedTotal = Some.Usd(30),
        });
    }

    [Test]
    public async Task Checkout_without_a_payment_method_passes_on_none()
    {
        Shop.On<CheckoutRequest>(_ => new CheckoutResponse { Order = Some.Order() });
        (await Door.AskAsync(Checkout, new { input = Input(("paymentMethod", null)) })).Data();
        Shop.Asked<CheckoutRequest>().Single().PaymentMethod.ShouldBe("");
    }

    [Test]
    public async Task Checkout_that_expects_a_currency_which_is_not_charged_names_it()
    {
        var input = Input(("expectedTotal", new { amount = "30.00", currency = "ABC" }));
        (await Door.AskAsync(Checkout, new { input }))["checkout.errors.0"]
            .ShouldBe("{'__typename':'ValidationError','message':'must be in a currency that can be charged','field':'expectedTotal.currency'}");
    }

    [TestCaseSource(nameof(Problems))]
    public async Task Checkout_that_fails_says_why_and_shows_the_order_if_there_is_one(CheckoutResponse problem, string error)
    {
        Shop.On<CheckoutRequest>(_ => problem);
        var answer = await Door.AskAsync(Checkout, new { input = Input() });
        answer.Data();
        answer["checkout.order"].ShouldBeNull();
        answer["checkout.errors"].ShouldBe($"[{error}]");

        problem.Order = Some.Order();
        (await Door.AskAsync(Checkout, new { input = Input() }))["checkout.order.number"].ShouldBe("CK-7F3K-2M9Q");
    }

    [Test]
    public async Task Checkout_of_more_than_there_is_names_the_products_that_are_short()
    {
        var (kettle, mug) = (Some.Product(name: "Kettle"), Some.Product(name: "Mug"));
        Answer(
            [kettle, mug],
            new() { ProductId = kettle.Id, Requested = 5, Available = 2, Problem = ShortLineProblem.TooFew },
            new() { ProductId = mug.Id, Requested = 1, Problem = ShortLineProblem.OutOfStock });
        var answer = await Door.AskAsync(Checkout, new { input = Input() });
        answer.Data();
        answer["checkout.errors"].ShouldBe(
            "[{'__typename':'OutOfStockError','message':'There are fewer than asked for.','lines':["
            + "{'product':{'name':'Kettle'},'problem':'TOO_FEW','requested':5,'available':2},"
            + "{'product':{'name':'Mug'},'problem':'OUT_OF_STOCK','requested':1,'available':0}]}]");
    }

    [Test]
    public async Task Checkout_of_what_is_not_sold_any_more_says_so_and_a_product_that_is_gone_takes_no_error_with_it()
    {
        var kettle = Some.Product(name: "Kettle");
        kettle.Archived = true;
        ShortLine[] gone =
        [
            new() { ProductId = kettle.Id, Requested = 5, Problem = ShortLineProblem.NotAvailable },
            new() { ProductId = Some.Id(), Requested = 1, Problem = ShortLineProblem.NotAvailable },
        ];
        Answer([kettle], gone);
        var answer = await Door.AskAsync(Checkout, new { input = Input() });
        answer.Data();
        answer["checkout.errors"].ShouldBe(
            "[{'__typename':'OutOfStockError','message':'This is not sold any more.','lines':["
            + "{'product':{'name':'Kettle'},'problem':'NOT_AVAILABLE','requested':5,'available':0},"
            + "{'product':{'name':'No longer sold'},'problem':'NOT_AVAILABLE','requested':1,'available':0}]}]");

        var few = new ShortLine
        {
            ProductId = kettle.Id, Requested = 2, Available = 1, Problem = ShortLineProblem.TooFew,
        };
        Answer([kettle], [.. gone, few]);
        (await Door.AskAsync(Checkout, new { input = Input() }))["checkout.errors.0.message"].ShouldBe(
            "Some of this is not sold any more, and of some there are fewer than asked for.");
    }

    [TestCase(0, "OUT_OF_STOCK")]
    [TestCase(2, "TOO_FEW")]
    public async Task Checkout_answered_by_an_Orders_that_gives_no_reason_has_the_one_that_its_numbers_tell(
        int available, string problem)
    {
        var kettle = Some.Product();
        Answer([kettle], new ShortLine { ProductId = kettle.Id, Requested = 5, Available = available });
        (await Door.AskAsync(Checkout, new { input = Input() }))["checkout.errors.0.lines.0.problem"].ShouldBe(problem);
    }

    [Test]
    public async Task Checkout_that_waits_for_the_customer_shows_the_order_and_what_to_do()
    {
        Shop.On<CheckoutRequest>(_ => new CheckoutResponse { Order = Some.Order(), PaymentAction = new() { ClientSecret = "pi_secret" } });
        var answer = await Door.AskAsync(Checkout, new { input = Input() });
        answer.Data();
        answer["checkout.paymentAction"].ShouldBe("{'clientSecret':'pi_secret','redirectUrl':null}");
        answer["checkout.order.number"].ShouldNotBeNull();
        answer["checkout.errors"].ShouldBeNull();
    }

    [Test]
    public async Task Checkout_answered_with_neither_order_nor_problem_is_an_error()
    {
        Shop.On<CheckoutRequest>(_ => new CheckoutResponse());
        (await Door.AskAsync(Checkout, new { input = Input() })).Errors.Single().Code.ShouldBe("INTERNAL");
    }

    [Test]
    public async Task Checkout_with_bad_input_names_the_fields_as_the_input_does()
    {
        Shop.On<CheckoutRequest>(_ => throw Fault.Invalid([new("address.postal_code", new("BAD", "is required")), new("lines[1].quantity", Problem.OutOfRange(1, 99))]));
        var answer = await Door.AskAsync(Checkout.Replace("... on ValidationError { field }", "... on ValidationError { field code params { name value } }", StringComparison.Ordinal), new { input = Input() });
        answer.Data();
        answer["checkout.errors.0.field"].ShouldBe("address.postalCode");
        answer["checkout.errors.1.field"].ShouldBe("lines[1].quantity");
        answer["checkout.errors.1.code"].ShouldBe("OUT_OF_RANGE");
        answer["checkout.errors.1.params"].ShouldBe("[{'name':'max','value':'99'},{'name':'min','value':'1'}]");
    }

    [Test]
    public async Task Checkout_to_an_address_that_is_not_the_callers_names_addressId()
    {
        Shop.On<CheckoutRequest>(_ => throw Fault.NotFound("address"));
        var answer = await Door.AskAsync(Checkout, new { input = Input(("address", null), ("addressId", Some.Global("Address", Some.Id()))) });
        answer.Data();
        answer["checkout.errors.0"].ShouldBe("{'__typename':'ValidationError','message':'is not one of your addresses','field':'addressId'}");
    }

    [Test]
    public async Task Checkout_with_two_addresses_names_the_field_beside_what_else_is_wrong()
    {
        // Orders hears of no address, so that it places no order.
        Shop.On<CheckoutRequest>(request => throw Fault.Invalid([new("address_id", Guid.TryParse(
            request.AddressId, out _) ? Problem.Taken : Problem.NotAnId), new("email", Problem.Required)]));
        var answer = await Door.AskAsync(
            Checkout, new { input = Input(("addressId", Some.Global("Address", Some.Id()))) });
        answer["checkout.errors"].ShouldBe(
            "[{'__typename':'ValidationError','message':'must not be given together with addressId','field':'address'},{'__typename':'ValidationError','message':'is required','field':'email'}]");
    }

    [TestCase(null, false)]
    [TestCase(0, true)]
    [TestCase(2, false)]
    public async Task Checkout_says_that_it_means_an_empty_list_of_lines(int? lines, bool says)
    {
        Shop.On<CheckoutRequest>(_ => new CheckoutResponse { Order = Some.Order() });
        var given = lines is { } count ? Enumerable.Range(0, count)
            .Select(_ => new { productId = Some.Global("Product", Some.Id()), quantity = 1 }) : null;
        (await Door.AskAsync(Checkout, new { input = Input(("lines", given)) })).Data();
        (Shop.Asked<CheckoutRequest>().Single().BuysLines, Shop.Asked<CheckoutRequest>().Single().Lines.Count)
            .ShouldBe((says, lines ?? 0));
    }

    [Test]
    public async Task Checkout_whose_outcome_is_not_known_is_a_top_level_error()
    {
        Shop.On<CheckoutRequest>(_ => throw new Fault(StatusCode.Unavailable, "UNAVAILABLE", "Try again."));
        var error = (await Door.AskAsync(Checkout, new { input = Input() })).Errors.Single();
        (error.Code, error.Path).ShouldBe(("SERVICE_UNAVAILABLE", "checkout"));
    }

    /// <summary>Of these lines there is too little; of their products the Catalog knows these.</summary>
    private void Answer(Product[] products, params ShortLine[] lines)
    {
        Shop.On<CheckoutRequest>(_ => new CheckoutResponse { OutOfStock = new() { Lines = { lines } } });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { products } });
    }

    private static Dictionary<string, object?> Input(params (string Field, object? Value)[] others)
    {
        var input = new Dictionary<string, object?>
        {
            ["idempotencyKey"] = Key,
            ["address"] = Address,
            ["shippingOptionId"] = "standard",
            ["paymentMethod"] = "pm_card_visa",
        };
        foreach (var (field, value) in others) input[field] = value;
        return input;
    }
}
