using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Orders.Tests;

/// <summary>What may be returned, and how long (FC.1): decided without a database.</summary>
internal sealed class ReturnRequestTests
{
    private static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Test]
    public void Input_that_is_wrong_in_many_ways_names_all_of_them()
    {
        var line = Guid.NewGuid().ToString();
        var request = new RequestReturnRequest
        {
            OrderId = "x",
            Lines = { new RequestedLine { OrderLineId = line, Quantity = 0 }, new RequestedLine { OrderLineId = line, Quantity = 100 }, new RequestedLine { OrderLineId = "y", Quantity = 1 } },
            Reason = new string('a', 501),
        };
        Fields(request).ShouldBe(
            ["order_id", "lines[0].quantity", "lines[1].quantity", "lines[1].order_line_id", "lines[2].order_line_id", "reason"], ignoreOrder: true);
        Fields(new() { OrderId = line }).ShouldBe(["lines"]);
    }

    [Test]
    public void Order_may_be_returned_until_its_window_after_the_delivery_is_over()
    {
        var order = Sold((OrderStatus.Confirmed, Noon), (OrderStatus.Shipped, Noon.AddDays(40)), (OrderStatus.Delivered, Noon.AddDays(50)));
        Decide(order, Noon.AddDays(80)).ShouldBeOfType<ReturnAnswer.Done>();
        Decide(order, Noon.AddDays(80).AddSeconds(1)).ShouldBe(new ReturnAnswer.WrongState("RETURN_WINDOW_OVER"));
    }

    [Test]
    public void Order_that_nobody_marked_delivered_may_be_returned_until_its_window_after_the_confirmation_is_over()
    {
        var order = Sold((OrderStatus.Pending, Noon.AddDays(-1)), (OrderStatus.Confirmed, Noon), (OrderStatus.Shipped, Noon.AddDays(3)));
        Decide(order, Noon.AddDays(30)).ShouldBeOfType<ReturnAnswer.Done>();
        Decide(order, Noon.AddDays(30).AddSeconds(1)).ShouldBe(new ReturnAnswer.WrongState("RETURN_WINDOW_OVER"));
    }

    [Test]
    public void Order_that_was_never_sold_is_not_returned()
    {
        foreach (var status in Enum.GetValues<OrderStatus>().Where(status => !status.IsSold()))
            Decide(Sold((status, Noon)), Noon).ShouldBe(new ReturnAnswer.WrongState(status.Text()));
    }

    [Test]
    public void Units_that_are_in_another_return_are_not_left()
    {
        var order = Sold((OrderStatus.Confirmed, Noon));
        var claimed = order with { Lines = [order.Lines[0] with { InReturn = 1 }, order.Lines[1]] };
        Decide(claimed, Noon, (order.Lines[0].Id, 1)).ShouldBeOfType<ReturnAnswer.Done>();
        var fault = Should.Throw<Fault>(() => Decide(claimed, Noon, (order.Lines[1].Id, 2), (order.Lines[0].Id, 2)));
        fault.Violations.Select(violation => (violation.Field, violation.Description))
            .ShouldBe([("lines[0].quantity", "must be 1 at most"), ("lines[1].quantity", "must be 1 at most")]);
        var none = claimed with { Lines = [order.Lines[0] with { InReturn = 2 }, order.Lines[1]] };
        fault = Should.Throw<Fault>(() => Decide(none, Noon, (Guid.NewGuid(), 1), (order.Lines[0].Id, 1)));
        fault.Violations.Select(violation => (violation.Field, violation.Description)).ShouldBe(
            [("lines[0].order_line_id", "is not a line of this order"),
                ("lines[1].quantity", "cannot be returned: all units of this line were returned, or are in a return")]);
    }

    private static IEnumerable<string> Fields(RequestReturnRequest request)
    {
        var check = new Violations();
        ReturnRequest.Read(request, check);
        return check.Found.Select(violation => violation.Field);
    }

    private static ReturnAnswer Decide(Order order, DateTime now, params (Guid, int)[] lines) =>
        new ReturnRequest(order.Id, lines.Length == 0 ? [(order.Lines[0].Id, 1)] : lines, "").Decide(order, now, Month);

    private static Order Sold(params (OrderStatus Status, DateTime At)[] history) => OrdersFixture.NewOrder(Guid.NewGuid()) with
    {
        StatusText = history[^1].Status.Text(),
        History = [.. history.Select(happened => new OrderEvent(happened.Status.Text(), happened.At, ""))],
    };
}
