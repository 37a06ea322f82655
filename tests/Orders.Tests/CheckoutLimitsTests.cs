using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Orders.Tests;

/// <summary>Declined payments and unpaid orders, counted in the database (issue 14: card testing, holding stock for nothing).</summary>
internal sealed class CheckoutLimitsTests : OrdersFixture
{
    protected override (string Key, string Value)[] Settings =>
    [
        ("Checkout:Declines:PerSession", "4"), ("Checkout:Declines:PerCart", "5"), ("Checkout:Declines:PerEmail", "6"), ("Checkout:Declines:PerAddress", "30"),
        ("Checkout:Declines:TellReasons", "2"), ("Checkout:Unpaid:OrdersPerSession", "2"), ("Checkout:Unpaid:UnitsPerSession", "20"),
        ("Checkout:Unpaid:OrdersPerAddress", "3"), ("Checkout:Unpaid:UnitsPerAddress", "60"),
    ];

    private CheckoutStore Checkouts => Service.Services.GetRequiredService<CheckoutStore>();

    [Test]
    public async Task Session_with_too_many_declined_payments_waits_until_the_first_of_them_is_an_hour_old()
    {
        var buyer = New();
        var first = buyer() with { PlacedAt = DateTime.UtcNow.AddMinutes(-10) };
        await DeclinedAsync(first);
        for (var i = 0; i < 3; i++) await DeclinedAsync(buyer());
        var limit = (await PlaceAsync(buyer())).ShouldBeOfType<Placed.Refused>().Limit;
        limit.Name.ShouldBe("declined_session");
        limit.Until.ShouldBe(first.PlacedAt.AddHours(1), TimeSpan.FromSeconds(1));
        // Another session of the same customer is asked for nothing.
        (await PlaceAsync(buyer() with { SessionId = Guid.NewGuid() })).ShouldBeOfType<Placed.Yes>();
    }

    [Test]
    public async Task Declined_payment_counts_for_an_hour()
    {
        var buyer = New();
        for (var i = 0; i < 4; i++) await DeclinedAsync(buyer() with { PlacedAt = DateTime.UtcNow.AddMinutes(-61) });
        (await PlaceAsync(buyer())).ShouldBeOfType<Placed.Yes>();
    }

    [Test]
    public async Task Many_checkouts_of_one_session_at_once_are_no_way_around_the_limit()
    {
        var buyer = New();
        var placed = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => PlaceAsync(buyer())));
        placed.Count(one => one is Placed.Yes).ShouldBe(4);
        placed.Count(one => one is Placed.Refused).ShouldBe(36);
    }

    [Test]
    public async Task Cart_that_is_tried_by_session_after_session_is_limited_too()
    {
        var (cart, buyer) = (Guid.NewGuid(), New());
        for (var i = 0; i < 5; i++) await DeclinedAsync(buyer() with { SessionId = Guid.NewGuid(), CartId = cart, CartVersion = i });
        (await PlaceAsync(buyer() with { SessionId = Guid.NewGuid(), CartId = cart, CartVersion = 9 })).ShouldBeOfType<Placed.Refused>().Limit.Name.ShouldBe("declined_cart");
    }

    [Test]
    public async Task Email_address_slows_guests_and_locks_no_customer_out()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        for (var i = 0; i < 6; i++) await DeclinedAsync(New()() with { Email = email });
        (await PlaceAsync(New()() with { Email = email })).ShouldBeOfType<Placed.Refused>().Limit.Name.ShouldBe("declined_email");
        (await PlaceAsync(New()() with { Email = email }, isGuest: false)).ShouldBeOfType<Placed.Yes>();
    }

    [Test]
    public async Task Client_address_is_limited_over_all_its_sessions()
    {
        var address = NewAddress();
        for (var i = 0; i < 30; i++) await DeclinedAsync(New()() with { ClientAddress = address });
        (await PlaceAsync(New()() with { ClientAddress = address })).ShouldBeOfType<Placed.Refused>().Limit.Name.ShouldBe("declined_address");
        (await PlaceAsync(New()() with { ClientAddress = NewAddress() })).ShouldBeOfType<Placed.Yes>();
    }

    [Test]
    public async Task Reasons_are_told_for_a_few_declined_payments()
    {
        var buyer = New();
        foreach (var hidden in new[] { false, false, true, true })
        {
            var order = buyer();
            (await Checkouts.HidesReasonsAsync(order, CancellationToken.None)).ShouldBe(hidden);
            await DeclinedAsync(order);
        }
    }

    [Test]
    public async Task Of_orders_that_would_wait_at_once_a_session_has_as_many_as_it_may()
    {
        var buyer = New();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await AwaitAsync(buyer())));
        answers.Count(answer => answer.Order?.Status == OrderStatus.AwaitingPayment).ShouldBe(2);
        answers.Where(answer => answer.Limit is not null).Select(answer => answer.Limit!.Name).ShouldBe(["unpaid_session", "unpaid_session"]);
    }

    [Test]
    public async Task Client_address_holds_over_all_its_sessions_what_it_may_and_only_while_they_are_unpaid()
    {
        var address = NewAddress();
        var waiting = new List<Order>();
        for (var i = 0; i < 3; i++) waiting.Add((await AwaitAsync(New()() with { ClientAddress = address })).Order.ShouldNotBeNull());
        (await AwaitAsync(New()() with { ClientAddress = address })).Limit!.Name.ShouldBe("unpaid_address");
        await Store.MoveAsync(waiting[0], new(OrderStatus.Confirmed, "Paid."), CancellationToken.None);
        (await AwaitAsync(New()() with { ClientAddress = address })).Order.ShouldNotBeNull();
    }

    [Test]
    public async Task Order_that_replaces_an_unpaid_one_ends_it_without_an_event_and_names_it()
    {
        var buyer = New();
        var (old, _) = await AwaitAsync(buyer());
        var placed = (await PlaceAsync(buyer(), replaced: old)).ShouldBeOfType<Placed.Yes>();
        var ended = (await Store.FindAsync(old!.Id, CancellationToken.None))!;
        (ended.Status, ended.EndReason, ended.PaymentStatus).ShouldBe((OrderStatus.Cancelled, EndReasons.TakenOver, "CANCELLED"));
        (await Store.FindAsync(placed.Order.Id, CancellationToken.None))!.TakenOverId.ShouldBe(old.Id);
        (await Service.Services.GetRequiredService<Database>().QuerySingleOrDefaultAsync<long>(
            "SELECT count(*) FROM outbox WHERE aggregateid = @id", new { id = old.Id.ToString() }, CancellationToken.None)).ShouldBe(0);
    }

    [Test]
    public async Task Order_that_was_paid_meanwhile_is_not_replaced()
    {
        var buyer = New();
        var (old, _) = await AwaitAsync(buyer());
        await Store.MoveAsync(old!, new(OrderStatus.Confirmed, "Paid."), CancellationToken.None);
        var next = buyer();
        (await PlaceAsync(next, replaced: old)).ShouldBeOfType<Placed.Overtaken>();
        (await Store.FindAsync(next.Id, CancellationToken.None)).ShouldBeNull();
    }

    [Test]
    public async Task Unpaid_order_is_found_by_its_own_session_only_the_carts_own_first()
    {
        var (buyer, cart) = (New(), Guid.NewGuid());
        var ofCart = (await AwaitAsync(buyer() with { CartId = cart, CartVersion = 1 })).Order!;
        var ofLines = (await AwaitAsync(buyer())).Order!;
        var who = new Buyer(ofLines.UserId, ofLines.SessionId!.Value, IsGuest: true, ofLines.ClientAddress!);
        (await Checkouts.FindUnpaidAsync(who, cart, CancellationToken.None))!.Id.ShouldBe(ofCart.Id);
        (await Checkouts.FindUnpaidAsync(who, null, CancellationToken.None))!.Id.ShouldBe(ofLines.Id);
        (await Checkouts.FindUnpaidAsync(who with { SessionId = Guid.NewGuid() }, cart, CancellationToken.None)).ShouldBeNull();
        (await Checkouts.FindUnpaidAsync(who with { UserId = Guid.NewGuid() }, cart, CancellationToken.None)).ShouldBeNull();
    }

    /// <summary>Orders of one new guest.</summary>
    private static Func<Order> New()
    {
        var (user, session, address) = (Guid.NewGuid(), Guid.NewGuid(), NewAddress());
        return () => NewOrder(user) with { SessionId = session, ClientAddress = address, Email = $"{user:N}@example.com" };
    }

    private static string NewAddress() => $"2001:db8:{Random.Shared.Next(0x10000):x}:{Random.Shared.Next(0x10000):x}::";

    private async Task DeclinedAsync(Order order)
    {
        (await PlaceAsync(order)).ShouldBeOfType<Placed.Yes>();
        (await Store.MoveAsync(order, new(OrderStatus.PaymentFailed, "Declined."), CancellationToken.None)).ShouldNotBeNull();
    }

    private async Task<(Order? Order, LimitReached? Limit)> AwaitAsync(Order order)
    {
        (await PlaceAsync(order)).ShouldBeOfType<Placed.Yes>();
        return await Checkouts.AwaitPaymentAsync(order, new(OrderStatus.AwaitingPayment, "Waiting.") { DueAt = OrdersStore.Never }, CancellationToken.None);
    }
}
