using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;
using Grpc.Core;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders;

/// <summary>The RPCs of Orders: proto to domain and back, and whose order it is.</summary>
internal sealed class OrdersService(Checkout checkout, OrdersStore store, CheckoutSaga saga, SagaSignal signal, LiveOrder live) : Proto.OrdersService.OrdersServiceBase
{
    [Allow(Who.User)]
    public override Task<CheckoutResponse> Checkout(CheckoutRequest request, ServerCallContext context) =>
        checkout.RunAsync(Caller.Of(context).UserId, CheckoutInput.Read(request), context.CancellationToken);

    [Allow(Who.Any)]
    public override async Task<GetOrderResponse> GetOrder(GetOrderRequest request, ServerCallContext context) =>
        new() { Order = (await FindAsync(request.Id, "id", context)).ToProto() };

    [Allow(Who.User)]
    public override async Task<ListOrdersResponse> ListOrders(ListOrdersRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        if (request.Everybodys && !caller.IsAdmin) throw Fault.Forbidden();
        var check = new Violations();
        check.Require(!request.Everybodys || request.UserId.Length == 0, "user_id", "must not be given for everybody's");
        var page = Page.Read(request.Page, check, CursorKey.Instant, CursorKey.Id);
        check.Require(request.Statuses.All(status => status != Proto.OrderStatus.Unspecified && Enum.IsDefined(status)), "statuses", "must be statuses");
        check.ThrowIfAny();
        Guid? userId = caller.IsAdmin && request.UserId.Length == 0 ? null : caller.ActingFor(request.UserId);
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
        while (order.Status is OrderStatus.Confirmed or OrderStatus.AwaitingPayment)
        {
            order = await saga.CancelAsync(order, "Cancelled.", context.CancellationToken);
            // The refund follows by itself.
            signal.Wake();
        }

        return order.Status == OrderStatus.Cancelled ? new() { Order = order.ToProto() } : new() { WrongState = Wrong(order) };
    }

    [Allow(Who.Admin)]
    public override async Task<MarkShippedResponse> MarkShipped(MarkShippedRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var tracking = check.Text(request.TrackingNumber, "tracking_number", max: 100, min: 0);
        check.ThrowIfAny();
        var order = await FindAsync(request.OrderId, "order_id", context);
        order = await MoveAsync(order, new(OrderStatus.Shipped, "Shipped.") { TrackingNumber = tracking }, context);
        return order.Status == OrderStatus.Shipped ? new() { Order = order.ToProto() } : new() { WrongState = Wrong(order) };
    }

    [Allow(Who.Admin)]
    public override async Task<MarkDeliveredResponse> MarkDelivered(MarkDeliveredRequest request, ServerCallContext context)
    {
        var order = await FindAsync(request.OrderId, "order_id", context);
        order = await MoveAsync(order, new(OrderStatus.Delivered, "Delivered."), context);
        return order.Status == OrderStatus.Delivered ? new() { Order = order.ToProto() } : new() { WrongState = Wrong(order) };
    }

    [Allow(Who.User)]
    public override Task<RequestReturnResponse> RequestReturn(RequestReturnRequest request, ServerCallContext context) => throw NotYet();

    [Allow(Who.Admin)]
    public override Task<InspectReturnResponse> InspectReturn(InspectReturnRequest request, ServerCallContext context) => throw NotYet();

    [Allow(Who.User)]
    public override Task<GetReturnResponse> GetReturn(GetReturnRequest request, ServerCallContext context) => throw NotYet();

    [Allow(Who.Admin)]
    public override Task<ListReturnsResponse> ListReturns(ListReturnsRequest request, ServerCallContext context) => throw NotYet();

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

    private static Fault NotYet() => new(StatusCode.Unimplemented, "NOT_BUILT_YET", "Returns and live orders are not built yet.");
}
