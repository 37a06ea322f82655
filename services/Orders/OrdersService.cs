using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;
using Grpc.Core;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders;

/// <summary>The RPCs of Orders: proto to domain and back, and whose order it is.</summary>
internal sealed class OrdersService(
    Checkout checkout, PurchaseReader reader, OrdersStore store, CheckoutSaga saga, SagaSignal signal, Returns returns, ReturnsStore returnsStore, LiveOrder live)
    : Proto.OrdersService.OrdersServiceBase
{
    /// <summary>What stands in the way of a cancellation when units of the order go back.</summary>
    private const string ReturnRequested = "RETURN_REQUESTED";

    [Allow(Who.User)]
    public override async Task<CheckoutResponse> Checkout(CheckoutRequest request, ServerCallContext context)
    {
        var buyer = Buyer.Of(context);
        var check = new Violations();
        var input = CheckoutInput.Read(request, Caller.Of(context).Who, check);
        if (check.Found.Count > 0) await reader.NameAsync(buyer, input, check, context.CancellationToken);
        check.ThrowIfAny();
        return await checkout.RunAsync(buyer, input, context.CancellationToken);
    }

    [Allow(Who.Any)]
    public override async Task<GetOrderResponse> GetOrder(GetOrderRequest request, ServerCallContext context) =>
        new() { Order = (await FindAsync(request.Id, "id", context)).ToProto() };

    [Allow(Who.Any)]
    public override async Task<BatchGetOrdersResponse> BatchGetOrders(BatchGetOrdersRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var check = new Violations();
        var ids = check.Ids(request.Ids, "ids");
        check.ThrowIfAny();
        var found = await store.GetManyAsync(ids, caller.IsAdmin || caller.IsService ? null : caller.UserId, context.CancellationToken);
        return new() { Orders = { found.Select(order => order.ToProto()) } };
    }

    [Allow(Who.User)]
    public override async Task<ListOrdersResponse> ListOrders(ListOrdersRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        if (request.Everybodys && !caller.IsAdmin) throw Fault.Forbidden();
        var check = new Violations();
        check.Require(!request.Everybodys || request.UserId.Length == 0, "user_id", new("NOT_ALLOWED", "must not be given when all orders are asked for"));
        var whose = request.Everybodys ? "everybody" : request.UserId.Length > 0 ? request.UserId : caller.UserId.ToString();
        var list = ListName.Of("orders", "NEWEST", [whose, .. ListName.AnyOf(request.Statuses)]);
        var page = Page.Read(request.Page, check, list, CursorKey.Instant, CursorKey.Id);
        check.Require(request.Statuses.All(status => status != Proto.OrderStatus.Unspecified && Enum.IsDefined(status)), "statuses", Problem.NotFound("a status"));
        check.ThrowIfAny();
        Guid? userId = request.Everybodys ? null : caller.ActingFor(request.UserId);
        var (rows, info, total) = await store.ListAsync(page, userId, [.. request.Statuses.Select(status => status.ToDomain())], context.CancellationToken);
        return new()
        {
            Edges = { rows.Select(row => new OrderEdge { Cursor = row.Cursor, Order = row.Order.ToProto() }) },
            PageInfo = info,
            TotalCount = total,
        };
    }

    [Allow(Who.User)]
    public override async Task<CancelOrderResponse> CancelOrder(CancelOrderRequest request, ServerCallContext context)
    {
        var order = await FindAsync(request.OrderId, "order_id", context);
        // More than once only when the order was confirmed meanwhile, which makes it one to cancel all the same.
        while (order is { Status: OrderStatus.Confirmed or OrderStatus.AwaitingPayment, ReturnCount: 0 })
        {
            order = await saga.CancelAsync(order, "Cancelled.", byGuest: Caller.Of(context).Who == Who.Guest, context.CancellationToken);
            // The refund follows by itself.
            signal.Wake();
        }

        if (order.Status == OrderStatus.Cancelled) return new() { Order = order.ToProto() };
        return new() { WrongState = order is { Status: OrderStatus.Confirmed, ReturnCount: > 0 } ? new() { Status = ReturnRequested } : Wrong(order) };
    }

    [Allow(Who.Service)]
    public override async Task<FilterBuyersResponse> FilterBuyers(FilterBuyersRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var ids = check.Ids(request.UserIds, "user_ids");
        check.ThrowIfAny();
        var buyers = await store.FilterBuyersAsync(ids, context.CancellationToken);
        return new() { UserIds = { buyers.Select(id => id.ToString()) } };
    }

    [Allow(Who.Admin)]
    public override async Task<MarkShippedResponse> MarkShipped(MarkShippedRequest request, ServerCallContext context)
    {
        var check = new Violations();
        check.Id(request.OrderId, "order_id");
        var tracking = check.Line(request.TrackingNumber, "tracking_number", max: 100, min: 0);
        check.ThrowIfAny();
        var order = await FindAsync(request.OrderId, "order_id", context);
        // One that came back as a whole has nothing left to ship, whatever a replica of an earlier version made of it.
        if (order.IsReturned) order = await saga.AdvanceAsync(order, context.CancellationToken);
        order = await MoveAsync(order, new(OrderStatus.Shipped, "Shipped.")
        {
            TrackingNumber = tracking, Event = shipped => new OrderShipped { Order = shipped.ToProto() },
        }, context);
        // One that left under another number did not leave as this request says.
        return order.Status == OrderStatus.Shipped && order.TrackingNumber == tracking ? new() { Order = order.ToProto() } : new() { WrongState = Wrong(order) };
    }

    [Allow(Who.Admin)]
    public override async Task<MarkDeliveredResponse> MarkDelivered(MarkDeliveredRequest request, ServerCallContext context)
    {
        var order = await FindAsync(request.OrderId, "order_id", context);
        order = await MoveAsync(order, new(OrderStatus.Delivered, "Delivered.") { Event = delivered => new OrderDelivered { Order = delivered.ToProto() } }, context);
        return order.Status == OrderStatus.Delivered ? new() { Order = order.ToProto() } : new() { WrongState = Wrong(order) };
    }

    [Allow(Who.User)]
    public override async Task<RequestReturnResponse> RequestReturn(RequestReturnRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var wanted = ReturnRequest.Read(request, check);
        if (check.Found.Count > 0 && await store.FindAsync(wanted.OrderId, context.CancellationToken) is { } known
            && Caller.Of(context).MaySee(known.UserId))
            wanted.Check(known, check);
        check.ThrowIfAny();
        await FindAsync(request.OrderId, "order_id", context);
        return await returns.RequestAsync(wanted, context.CancellationToken) switch
        {
            ReturnAnswer.Done done => new() { Return = done.Return.ToProto() },
            ReturnAnswer.WrongState wrong => new() { WrongState = wrong.ToProto() },
            var other => throw Unexpected(other),
        };
    }

    [Allow(Who.Admin)]
    public override async Task<InspectReturnResponse> InspectReturn(
        InspectReturnRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var inspection = Inspection.Read(request, check);
        if (check.Found.Count > 0
            && await store.FindByReturnAsync(inspection.ReturnId, context.CancellationToken) is { } order)
            inspection.Check(order.Returns.Single(one => one.Id == inspection.ReturnId), check);
        check.ThrowIfAny();
        return await returns.InspectAsync(inspection, context.CancellationToken) switch
        {
            ReturnAnswer.Done done => new() { Return = done.Return.ToProto() },
            ReturnAnswer.WrongState wrong => new() { WrongState = wrong.ToProto() },
            var other => throw Unexpected(other),
        };
    }

    [Allow(Who.Admin)]
    public override async Task<RetryRefundResponse> RetryRefund(RetryRefundRequest request, ServerCallContext context) =>
        await returns.RetryAsync(Violations.OnlyId(request.ReturnId, "return_id"), context.CancellationToken) switch
        {
            ReturnAnswer.Done done => new() { Return = done.Return.ToProto() },
            ReturnAnswer.WrongState wrong => new() { WrongState = wrong.ToProto() },
            var other => throw Unexpected(other),
        };

    [Allow(Who.User)]
    public override async Task<GetReturnResponse> GetReturn(GetReturnRequest request, ServerCallContext context)
    {
        var id = Violations.OnlyId(request.Id, "id");
        var order = await store.FindByReturnAsync(id, context.CancellationToken);
        if (order is null || !Caller.Of(context).MaySee(order.UserId)) throw Fault.NotFound("return");
        return new() { Return = order.Returns.Single(one => one.Id == id).ToProto() };
    }

    [Allow(Who.Admin)]
    public override async Task<ListReturnsResponse> ListReturns(ListReturnsRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var list = ListName.Of("returns", "NEWEST", ListName.AnyOf(request.Statuses));
        var page = Page.Read(request.Page, check, list, CursorKey.Number);
        check.Require(request.Statuses.All(status => status != Proto.ReturnStatus.Unspecified && Enum.IsDefined(status)), "statuses", Problem.NotFound("a status"));
        check.ThrowIfAny();
        var (rows, info, total) = await returnsStore.ListAsync(page, [.. request.Statuses.Select(status => status.ToDomain())], context.CancellationToken);
        return new()
        {
            Edges = { rows.Select(row => new ReturnEdge { Cursor = row.Cursor, Return = row.Return.ToProto() }) },
            PageInfo = info,
            TotalCount = total,
        };
    }

    [Allow(Who.User)]
    public override Task WatchOrder(WatchOrderRequest request, IServerStreamWriter<WatchOrderResponse> responseStream, ServerCallContext context) =>
        live.WriteAsync(Violations.OnlyId(request.Id, "id"), () => FindAsync(request.Id, "id", context), responseStream, context);

    /// <summary>An order that the caller may see; somebody else's does not exist for them.</summary>
    private async Task<Order> FindAsync(string id, string field, ServerCallContext context)
    {
        var order = await store.FindAsync(Violations.OnlyId(id, field), context.CancellationToken);
        return order is not null && Caller.Of(context).MaySee(order.UserId) ? order : throw Fault.NotFound("order");
    }

    /// <summary>The order after the move, or where it stands if it may not or could not be moved.</summary>
    private async Task<Order> MoveAsync(Order order, OrderMove move, ServerCallContext context) => !OrderTransitions.Allows(order.Status, move.To)
        ? order
        : await store.MoveAsync(order, move, context.CancellationToken) ?? await FindAsync(order.Id.ToString(), "order_id", context);

    private static WrongState Wrong(Order order) => new() { Status = order.Status.Text() };

    private static InvalidOperationException Unexpected(ReturnAnswer answer) => new($"A return came to {answer.GetType().Name}.");
}
