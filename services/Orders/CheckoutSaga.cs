using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Hosting;
using Grpc.Core;

namespace CommerceKata.Orders;

/// <summary>
/// The checkout, from a placed order to its end: the happy path, and how each step is undone.
/// <para>
/// The request, the recovery worker and the payment's news all call <see cref="AdvanceAsync"/>. There is no state between
/// the steps: stock and payment are both taken under the order's id, so doing a step again finds what it did before, and a
/// crash anywhere is mended by starting over. Where two run at once, the conditional update in
/// <see cref="OrdersStore"/> lets one win, and the other goes by what the winner wrote.
/// </para>
/// A step that nobody answers throws: the order stays where it is, and is advanced again.
/// </summary>
internal sealed partial class CheckoutSaga(
    OrdersStore store, CheckoutStore checkouts, Stock stock, Payments payments, TimeProvider time, ILogger<CheckoutSaga> log)
{
    /// <summary>Does what can be done for an order now.</summary>
    public Task<Order> AdvanceAsync(Order order, CancellationToken cancel) => order.Status switch
    {
        OrderStatus.Pending or OrderStatus.AwaitingPayment => time.GetUtcNow() < order.PayBy ? TakeAsync(order, cancel) : ExpireAsync(order, cancel),
        var status when status.IsUndone() => PayBackAsync(order, cancel),
        // Its last unit came back while a replica of an earlier version ran: that one left it as it was.
        OrderStatus.Confirmed when order.IsReturned =>
            MoveAsync(order, new(OrderStatus.Returned, ReturnsStore.EndNote), cancel),
        _ => Task.FromResult(order),
    };

    /// <summary>Stock, then money, then the order is confirmed.</summary>
    private async Task<Order> TakeAsync(Order order, CancellationToken cancel)
    {
        switch (await CheckoutMetrics.StepAsync("reserve", time, () => stock.ReserveAsync(order, cancel)))
        {
            case Hold.Short hold:
                return await MoveAsync(order, new(OrderStatus.OutOfStock, "Not enough in stock.") { ShortLines = hold.Lines, Event = Ended }, cancel);
            case Hold.Ended:
                return await ExpireAsync(order, cancel);
        }

        KillPoint.Reach("orders.reserved");
        var outcome = await CheckoutMetrics.StepAsync("charge", time, () => payments.ChargeAsync(order, cancel));
        KillPoint.Reach("orders.charged");
        switch (outcome)
        {
            case Charge.Succeeded charge:
                return await ConfirmAsync(order, charge, cancel);
            case Charge.RequiresAction when order.Status == OrderStatus.Pending:
                return await AwaitPaymentAsync(order, cancel);
            case Charge.RequiresAction:
                return order;
            case Charge.Declined declined:
                var told = await checkouts.HidesReasonsAsync(order, cancel) ? Charge.Declined.WithoutReason : declined;
                return await FailAsync(order, new(OrderStatus.PaymentFailed, "The payment was declined.")
                {
                    DeclineCode = told.Code, DeclineMessage = told.Message,
                }, cancel);
            case Charge.Refused refused:
                // Due, so that the worker gives back what came all the same.
                return await FailAsync(order, new(OrderStatus.PaymentFailed, "The payment was refused.")
                {
                    DeclineCode = refused.Code, DeclineMessage = refused.Message, DueAt = Now,
                }, cancel);
            default:
                return await CancelAsync(order, "The payment was cancelled.", byGuest: false, cancel);
        }
    }

    private Task<Order> ConfirmAsync(Order order, Charge.Succeeded charge, CancellationToken cancel) => MoveAsync(order, new(OrderStatus.Confirmed, "Paid.")
    {
        PaymentStatus = "SUCCEEDED",
        PaymentBrand = charge.Brand,
        PaymentLast4 = charge.Last4,
        Event = confirmed => new OrderConfirmed { Order = confirmed.ToProto(), CartId = confirmed.CartId?.ToString() ?? "" },
    }, cancel);

    /// <summary>The stock stays held while the customer acts, unless too much of it is held like that already.</summary>
    private async Task<Order> AwaitPaymentAsync(Order order, CancellationToken cancel)
    {
        var wait = new OrderMove(OrderStatus.AwaitingPayment, "Waiting for the customer to confirm the payment.")
        {
            DueAt = order.PayBy, PaymentStatus = "REQUIRES_ACTION",
        };
        var (moved, limit) = await CheckoutMetrics.StepAsync("move", time, () => checkouts.AwaitPaymentAsync(order, wait, cancel));
        if (limit is null) return moved ?? await LostAsync(order, wait, cancel);
        CheckoutMetrics.Limited(limit);
        // The customer was faster than the refusal.
        if (!await payments.CancelAsync(order, cancel)) return await TakeAsync(order, cancel);
        return await FailAsync(order, new(OrderStatus.PaymentFailed, "Too much is held by unpaid orders.")
        {
            PaymentStatus = "CANCELLED", EndReason = EndReasons.HoldLimit,
        }, cancel);
    }

    /// <summary>
    /// Undo: no money came. The status first: a crash between the two must not find an order without stock that still
    /// waits for its outcome. Then the stock, before the answer, so that the customer's next try finds it.
    /// </summary>
    private async Task<Order> FailAsync(Order order, OrderMove move, CancellationToken cancel)
    {
        var failed = await MoveAsync(order, move with { PaymentStatus = move.PaymentStatus ?? "FAILED", Event = Ended }, cancel);
        // Somebody was faster, and another card of the customer's paid after all: its stock is sold.
        if (!failed.Status.IsUndone()) return failed;
        try
        {
            await stock.ReleaseAsync(failed, cancel);
        }
        catch (RpcException error)
        {
            // OrderEnded gives it back all the same, a little later.
            LogReleasedLater(failed.Number, error.StatusCode);
        }

        return failed;
    }

    /// <summary>
    /// Undo: time is up, or the stock is gone. The gateway decides whether the money came first; if so, and the stock
    /// is still held, the order is confirmed after all; if it is not, the money goes back.
    /// </summary>
    private async Task<Order> ExpireAsync(Order order, CancellationToken cancel)
    {
        var cancelled = await payments.CancelAsync(order, cancel);
        if (!cancelled && await stock.ReserveAsync(order, cancel) is Hold.Taken && await payments.ChargeAsync(order, cancel) is Charge.Succeeded charge)
            return await ConfirmAsync(order, charge, cancel);
        return await MoveAsync(order, new(OrderStatus.Expired, cancelled ? "Not paid in time." : "Paid too late: the stock was gone.")
        {
            PaymentStatus = cancelled ? "CANCELLED" : "SUCCEEDED", DueAt = cancelled ? OrdersStore.Never : Now, Event = Ended,
        }, cancel);
    }

    /// <summary>Undo: somebody wants it no more. Money that came, or still comes, goes back afterwards.</summary>
    /// <param name="order">The order.</param>
    /// <param name="note">For its history.</param>
    /// <param name="byGuest">Whether the guest who placed it cancels it: they need no mail about what they never paid.</param>
    /// <param name="cancel">Cancels the calls.</param>
    public async Task<Order> CancelAsync(Order order, string note, bool byGuest, CancellationToken cancel)
    {
        var unpaid = order.Status != OrderStatus.Confirmed && await payments.CancelAsync(order, cancel);
        return await MoveAsync(order, new(OrderStatus.Cancelled, note)
        {
            PaymentStatus = unpaid ? "CANCELLED" : "SUCCEEDED",
            DueAt = Now,
            Event = ended => new OrderEnded { Order = ended.ToProto(), CustomerKnows = unpaid && byGuest },
        }, cancel);
    }

    /// <summary>The last word of every undone order: what we hold of the customer's money goes back.</summary>
    private async Task<Order> PayBackAsync(Order order, CancellationToken cancel)
    {
        var balance = await payments.BalanceAsync(order, cancel);
        if (balance.Held.MinorUnits > 0)
        {
            if (await payments.RefundAsync(order.Id, order.Id, balance.Held, cancel) is not Refund.Paid) throw new InvalidOperationException("The gateway refuses the refund.");
            LogPaidBack(order.Number, order.Status);
        }

        await store.NoteRefundedAsync(order.Id, balance.Captured.MinorUnits, cancel);
        return order with { RefundedMinor = balance.Captured.MinorUnits };
    }

    /// <summary>Moves the order; if somebody was faster, goes by where they moved it, and gives back what this run took.</summary>
    private async Task<Order> MoveAsync(Order order, OrderMove move, CancellationToken cancel) =>
        await CheckoutMetrics.StepAsync("move", time, () => store.MoveAsync(order, move, cancel)) ?? await LostAsync(order, move, cancel);

    private async Task<Order> LostAsync(Order order, OrderMove move, CancellationToken cancel)
    {
        var other = await store.FindAsync(order.Id, cancel) ?? throw new InvalidOperationException("An order is never deleted.");
        LogLost(order.Number, move.To, other.Status);
        if (other.Status.IsUndone()) return await PayBackAsync(other, cancel);
        return other.Status == OrderStatus.AwaitingPayment && move.To != OrderStatus.AwaitingPayment ? await MoveAsync(other, move, cancel) : other;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static OrderEnded Ended(Order order) => new() { Order = order.ToProto() };

    [LoggerMessage(1, LogLevel.Information, "Order {Number}: the money went back, since it is {Status}")]
    private partial void LogPaidBack(string number, OrderStatus status);

    [LoggerMessage(3, LogLevel.Information, "Order {Number}: its stock goes back with the event, since Inventory answered {Status}")]
    private partial void LogReleasedLater(string number, StatusCode status);

    [LoggerMessage(2, LogLevel.Information, "Order {Number} was not moved to {To}: it is {Status} already")]
    private partial void LogLost(string number, OrderStatus to, OrderStatus status);
}
