namespace CommerceKata.Orders.Tests;

/// <summary>How much unpaid orders may hold, decided without a database.</summary>
internal sealed class UnpaidHoldTests
{
    private static readonly DateTime Noon = new(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc);
    private static readonly UnpaidOptions Options = new() { OrdersPerSession = 2, UnitsPerSession = 10, OrdersPerAddress = 5, UnitsPerAddress = 40 };

    // The order itself has three units.
    [TestCase(0, 0, 0, 0, null)]
    [TestCase(1, 7, 1, 7, null)]
    [TestCase(1, 8, 1, 8, "unpaid_session")]
    [TestCase(2, 2, 2, 2, "unpaid_session")]
    [TestCase(0, 0, 4, 37, null)]
    [TestCase(0, 0, 4, 38, "unpaid_address")]
    [TestCase(0, 0, 5, 5, "unpaid_address")]
    [TestCase(2, 10, 5, 40, "unpaid_session")]
    public void Order_is_refused_where_its_session_or_address_would_hold_too_much(
        int ordersOfSession, int unitsOfSession, int ordersOfAddress, int unitsOfAddress, string? limit) =>
        UnpaidHold.Decide(
        [
            new(UnpaidHold.Session, ordersOfSession, unitsOfSession, ordersOfSession == 0 ? null : Noon),
            new(UnpaidHold.Address, ordersOfAddress, unitsOfAddress, ordersOfAddress == 0 ? null : Noon),
        ], OrdersFixture.NewOrder(Guid.NewGuid()), Options)?.Name.ShouldBe(limit);

    [Test]
    public void Order_that_is_too_large_by_itself_waits_for_nothing_else()
    {
        var order = OrdersFixture.NewOrder(Guid.NewGuid());
        order = order with { Lines = [order.Lines[0] with { Quantity = 11 }] };
        UnpaidHold.Decide([new(UnpaidHold.Session, 0, 0, null), new(UnpaidHold.Address, 0, 0, null)], order, Options)
            .ShouldBe(new LimitReached("unpaid_session", order.PayBy));
    }

    [Test]
    public void Guest_has_less_time_to_pay_unless_everyone_has_even_less()
    {
        var (guest, customer) = (new Buyer(Guid.NewGuid(), Guid.NewGuid(), IsGuest: true, "::1"), new Buyer(Guid.NewGuid(), Guid.NewGuid(), IsGuest: false, "::1"));
        var options = new OrdersOptions { PaymentWindow = TimeSpan.FromMinutes(15), GuestPaymentWindow = TimeSpan.FromMinutes(10) };
        (options.PayBy(guest, Noon), options.PayBy(customer, Noon)).ShouldBe((Noon.AddMinutes(10), Noon.AddMinutes(15)));
        options.PaymentWindow = TimeSpan.FromMinutes(3);
        options.PayBy(guest, Noon).ShouldBe(Noon.AddMinutes(3));
    }
}
