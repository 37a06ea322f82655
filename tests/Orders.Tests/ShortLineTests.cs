using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Client = Commerce.Orders.V1.OrdersService.OrdersServiceClient;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders.Tests;

/// <summary>
/// A checkout of what cannot be bought as it stands names every line that has a problem, with its reason.
/// </summary>
internal sealed class ShortLineTests
{
    private FakeNeighbours _shop = null!;
    private TestService _orders = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _shop = await FakeNeighbours.StartAsync();
        var nobody = $"http://127.0.0.1:{FreePort.Take()}";
        _orders = await TestService.StartAsync(OrdersHost.Build, [
            .. FakeNeighbours.Names.Select(name => ($"Services:{name}", _shop.Address)),
            ("Services:Billing", nobody), ("Services:Notifications", nobody)]);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _orders.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task Cart_with_lines_of_every_problem_names_all_of_them_in_its_order_and_places_nothing()
    {
        var (few, fine, none) = (_shop.Sells(2), _shop.Sells(9), _shop.Sells(0));
        var archived = _shop.Sells(9, archived: true);
        var gone = Guid.CreateVersion7().ToString();
        _shop.Cart.AddRange([(few, 3), (gone, 4), (fine, 9), (archived, 1), (none, 5)]);
        var client = Guest();

        var answer = await client.CheckoutAsync(Request());

        answer.OutOfStock.Lines.ShouldBe(
        [
            Short(few, 3, 2, ShortLineProblem.TooFew), Gone(gone, 4), Gone(archived, 1),
            Short(none, 5, 0, ShortLineProblem.OutOfStock),
        ]);
        answer.Order.ShouldBeNull();
        (await client.ListOrdersAsync(new())).TotalCount.ShouldBe(0);
    }

    [Test]
    public async Task Cart_with_archived_lines_names_them_alone_while_Inventory_is_away()
    {
        var (few, archived) = (_shop.Sells(2), _shop.Sells(9, archived: true));
        _shop.Cart.AddRange([(few, 3), (archived, 1)]);
        _shop.Units = null;
        (await Guest().CheckoutAsync(Request())).OutOfStock.Lines.ShouldBe([Gone(archived, 1)]);
    }

    [Test]
    public async Task Cart_of_archived_lines_alone_names_each()
    {
        var archived = Enumerable.Range(0, 3).Select(_ => _shop.Sells(9, archived: true)).ToList();
        _shop.Cart.AddRange(archived.Select(id => (id, 2)));
        (await Guest().CheckoutAsync(Request())).OutOfStock.Lines.ShouldBe(archived.Select(id => Gone(id, 2)));
    }

    [Test]
    public async Task Lines_of_which_there_are_too_few_are_named_with_their_reasons_and_so_again_by_a_repeat()
    {
        var (few, fine, none) = (_shop.Sells(2), _shop.Sells(9), _shop.Sells(0));
        var request = Request((few, 3), (fine, 1), (none, 5));
        Proto.ShortLine[] expected =
            [Short(few, 3, 2, ShortLineProblem.TooFew), Short(none, 5, 0, ShortLineProblem.OutOfStock)];
        var client = Guest();
        var answer = await client.CheckoutAsync(request);
        answer.OutOfStock.Lines.ShouldBe(expected);
        answer.Order.Status.ShouldBe(Proto.OrderStatus.OutOfStock);
        (await client.CheckoutAsync(request)).OutOfStock.Lines.ShouldBe(expected);

        // As the version before has written it, and reads it.
        const string kept = "SELECT short_lines::text FROM orders";
        var database = _orders.Services.GetRequiredService<Database>();
        (await database.QuerySingleOrDefaultAsync<string>(kept, null, default)).ShouldBe(
            $$"""[{"available": 2, "requested": 3, "product_id": "{{few}}"}, """
            + $$"""{"available": 0, "requested": 5, "product_id": "{{none}}"}]""");
    }

    [Test]
    public async Task Given_lines_that_are_not_sold_are_each_named_beside_whatever_else_is_wrong()
    {
        var (fine, archived) = (_shop.Sells(9), _shop.Sells(9, archived: true));
        var request = Request((archived, 1), (fine, 1), (Guid.CreateVersion7().ToString(), 1));
        await Guest().CheckoutAsync(request).ShouldViolateAsync("lines[0].product_id", "lines[2].product_id");
        request.Email = "";
        request.AddressId = Guid.CreateVersion7().ToString();
        await Guest().CheckoutAsync(request)
            .ShouldViolateAsync("address_id", "email", "lines[0].product_id", "lines[2].product_id");
        (await Guest().ListOrdersAsync(new())).TotalCount.ShouldBe(0);
    }

    [Test]
    public async Task Cart_that_is_too_large_is_named_beside_whatever_else_is_wrong()
    {
        for (var line = 0; line <= CheckoutInput.MaxLines; line++)
            _shop.Cart.Add((Guid.CreateVersion7().ToString(), 1));
        var request = Request();
        request.Email = "";
        await Guest().CheckoutAsync(request).ShouldViolateAsync("email", "lines");
    }

    private static Proto.ShortLine Short(string productId, int requested, int available, ShortLineProblem problem) =>
        new() { ProductId = productId, Requested = requested, Available = available, Problem = problem };

    private static Proto.ShortLine Gone(string productId, int requested) =>
        Short(productId, requested, 0, ShortLineProblem.NotAvailable);

    private static CheckoutRequest Request(params (string ProductId, int Quantity)[] lines) => new()
    {
        IdempotencyKey = Guid.NewGuid().ToString(),
        Lines = { lines.Select(line => new CheckoutLine { ProductId = line.ProductId, Quantity = line.Quantity }) },
        Email = "ada@example.com",
        Address = new OrderAddress
        {
            Name = "Ada", Line1 = "12 Way", City = "Portland", Region = "OR", PostalCode = "97201", CountryCode = "US",
        },
        ShippingOptionId = "standard",
        PaymentMethod = "pm_card_visa",
    };

    /// <summary>Of a version before: a paid customer must hear of it, so they give another one.</summary>
    [TestCase("x,y@example.test", true)]
    [TestCase("ada@example.com", false)]
    public async Task Account_whose_address_no_mail_reaches_gives_another_one_for_the_checkout(string email, bool refused)
    {
        _shop.Email = email;
        _shop.Cart.Add((_shop.Sells(0), 1));
        var customer = _orders.Client<Client>(TestTokens.User(Who.Customer));
        var request = Request();
        request.Email = "";
        if (refused) await customer.CheckoutAsync(request).ShouldViolateAsync("email");
        if (refused) request.Email = "other@example.com";
        (await customer.CheckoutAsync(request)).OutOfStock.ShouldNotBeNull();
    }

    private Client Guest() => _orders.Client<Client>(TestTokens.User(Who.Guest, Guid.CreateVersion7()));
}
