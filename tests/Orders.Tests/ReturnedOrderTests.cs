using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.DependencyInjection;
using Client = Commerce.Orders.V1.OrdersService.OrdersServiceClient;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders.Tests;

/// <summary>
/// Orders of which everything came back: those that had not shipped end, and are not shipped any more.
/// </summary>
internal sealed class ReturnedOrderTests : OrdersFixture
{
    private static readonly Proto.OrderStatus[] AsReturned =
        [Proto.OrderStatus.Pending, Proto.OrderStatus.Confirmed, Proto.OrderStatus.Returned];

    private Client Admin => Service.Client<Client>(Who.Admin);

    [Test]
    public async Task Order_ends_with_the_last_unit_that_comes_back_and_cannot_be_shipped()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var watch = Admin.WatchOrder(new() { Id = order.Id.ToString() });
        (await watch.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

        await ReturnAsync(order, (0, 1));
        (await ReadAsync(order)).Status.ShouldBe(Proto.OrderStatus.Confirmed);
        await ReturnAsync(order, (0, 1), (1, 1));

        var read = await ReadAsync(order);
        read.Status.ShouldBe(Proto.OrderStatus.Returned);
        read.History.Select(happened => happened.Status).ShouldBe(AsReturned);
        read.History[^1].Note.ShouldBe("Everything was returned before it shipped.");
        read.Returns.ShouldAllBe(row => row.Status == Proto.ReturnStatus.Refunding);
        while (watch.ResponseStream.Current.Order.Status != Proto.OrderStatus.Returned) (await watch.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

        var id = order.Id.ToString();
        (await Admin.MarkShippedAsync(new() { OrderId = id })).WrongState.Status.ShouldBe("RETURNED");
        (await Admin.MarkDeliveredAsync(new() { OrderId = id })).WrongState.Status.ShouldBe("RETURNED");
        (await Admin.CancelOrderAsync(new() { OrderId = id })).WrongState.Status.ShouldBe("RETURNED");
        (await Admin.RequestReturnAsync(Request(order, (0, 1)))).WrongState.Status.ShouldBe("RETURNED");
        (await ListAsync(Proto.OrderStatus.Confirmed)).ShouldNotContain(id);
        (await ListAsync(Proto.OrderStatus.Returned)).ShouldContain(id);
    }

    [Test]
    public async Task Event_of_the_last_return_has_the_order_as_it_ended()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        await ReturnAsync(order, (0, 2), (1, 1));
        var payload = await Service.Services.GetRequiredService<Database>().QuerySingleOrDefaultAsync<byte[]>(
            "SELECT payload FROM outbox WHERE aggregateid = @id AND type = 'commerce.orders.v1.ReturnInspected' LIMIT 1", new { id = order.Id.ToString() }, CancellationToken.None);
        ReturnInspected.Parser.ParseFrom(payload).Order.Status.ShouldBe(Proto.OrderStatus.Returned);
    }

    [TestCase(new[] { OrderStatus.Shipped }, Proto.OrderStatus.Shipped)]
    [TestCase(new[] { OrderStatus.Shipped, OrderStatus.Delivered }, Proto.OrderStatus.Delivered)]
    public async Task Order_that_has_left_keeps_its_status(OrderStatus[] then, Proto.OrderStatus status)
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7(), [.. then]);
        await ReturnAsync(order, (0, 2), (1, 1));
        (await ReadAsync(order)).Status.ShouldBe(status);
    }

    [Test]
    public async Task Order_is_not_ended_by_what_is_rejected_or_did_not_come()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        await ReturnAsync(order, (0, 2));
        var rejected = (await Admin.RequestReturnAsync(Request(order, (1, 1)))).Return;
        await Admin.InspectReturnAsync(new() { ReturnId = rejected.Id });
        (await ReadAsync(order)).Status.ShouldBe(Proto.OrderStatus.Confirmed);
        (await Admin.MarkShippedAsync(new() { OrderId = order.Id.ToString() })).Order.Status.ShouldBe(
            Proto.OrderStatus.Shipped);
    }

    [Test]
    public async Task Of_the_last_inspection_and_a_parcel_that_leaves_at_once_the_order_shows_one()
    {
        for (var i = 0; i < 10; i++)
        {
            var order = await ConfirmedAsync(Guid.CreateVersion7());
            var asked = (await Admin.RequestReturnAsync(Request(order, (0, 2), (1, 1)))).Return;
            var inspecting = Admin.InspectReturnAsync(Approve(asked)).ResponseAsync;
            var shipped = await Admin.MarkShippedAsync(new() { OrderId = order.Id.ToString() });
            await inspecting;
            var isShipped = shipped.ResultCase == MarkShippedResponse.ResultOneofCase.Order;
            (await ReadAsync(order)).Status.ShouldBe(
                isShipped ? Proto.OrderStatus.Shipped : Proto.OrderStatus.Returned);
        }
    }

    [Test]
    public async Task Refund_of_a_returned_order_is_settled_and_may_fail_and_be_tried_again()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = await ReturnAsync(order, (0, 2), (1, 1));
        var returns = Service.Services.GetRequiredService<Returns>();
        (await returns.SettleAsync(
            await SeenAsync(order), new(ReturnStatus.RefundFailed, "refused"), CancellationToken.None)).ShouldBeTrue();
        (await Admin.RetryRefundAsync(new() { ReturnId = asked.Id })).Return.Status.ShouldBe(
            Proto.ReturnStatus.Refunding);
        (await returns.SettleAsync(await SeenAsync(order), new(ReturnStatus.Refunded), CancellationToken.None))
            .ShouldBeTrue();
        var read = await ReadAsync(order);
        (read.Status, read.Refunded, read.Payment.Status)
            .ShouldBe((Proto.OrderStatus.Returned, read.Total, OrderPaymentStatus.Refunded));
    }

    /// <summary>An earlier version left such orders CONFIRMED.</summary>
    [Test]
    public async Task Order_that_came_back_before_this_version_ends_when_it_is_due_or_to_be_shipped([Values] bool isDue)
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        await ReturnAsync(order, (0, 2), (1, 1));
        await RunAsync("DELETE FROM order_event WHERE order_id = @id AND status = 'RETURNED'", order);
        await RunAsync("UPDATE orders SET status = 'CONFIRMED' WHERE id = @id", order);
        if (isDue) await Service.Services.GetRequiredService<CheckoutSaga>()
            .AdvanceAsync((await Store.FindAsync(order.Id, CancellationToken.None))!, CancellationToken.None);
        else (await Admin.MarkShippedAsync(new() { OrderId = order.Id.ToString() })).WrongState.Status.ShouldBe(
            "RETURNED");
        var read = await ReadAsync(order);
        read.Status.ShouldBe(Proto.OrderStatus.Returned);
        read.History.Select(happened => happened.Status).ShouldBe(AsReturned);
    }

    private async Task<Proto.Return> ReturnAsync(Order order, params (int Line, int Quantity)[] lines)
    {
        var asked = (await Admin.RequestReturnAsync(Request(order, lines))).Return.ShouldNotBeNull();
        return (await Admin.InspectReturnAsync(Approve(asked))).Return.ShouldNotBeNull();
    }

    private static RequestReturnRequest Request(Order order, params (int Line, int Quantity)[] lines) => new()
    {
        OrderId = order.Id.ToString(),
        Lines = { lines.Select(line =>
            new RequestedLine { OrderLineId = order.Lines[line.Line].Id.ToString(), Quantity = line.Quantity }) },
    };

    private static InspectReturnRequest Approve(Proto.Return asked) => new()
    {
        ReturnId = asked.Id,
        Approved = true,
        Lines = { asked.Lines.Select(
            line => new InspectedLine { OrderLineId = line.OrderLineId, Sellable = line.Quantity }) },
    };

    private async Task<Proto.Order> ReadAsync(Order order) =>
        (await Admin.GetOrderAsync(new() { Id = order.Id.ToString() })).Order;

    private async Task<Return> SeenAsync(Order order) =>
        (await Store.FindAsync(order.Id, CancellationToken.None))!.Returns.Single();

    private async Task<IEnumerable<string>> ListAsync(Proto.OrderStatus status) => (await Admin.ListOrdersAsync(new()
    {
        Page = new() { First = 50 }, Statuses = { status }, Everybodys = true,
    })).Edges.Select(edge => edge.Order.Id);

    private Task<int> RunAsync(string sql, Order order) =>
        Service.Services.GetRequiredService<Database>()
            .ExecuteAsync(sql, new { id = order.Id }, CancellationToken.None);
}
