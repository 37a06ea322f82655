using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;
using Microsoft.Extensions.Options;

namespace CommerceKata.Orders;

/// <summary>
/// What customers and admins do with returns (flow C). Each change is one transaction under the lock of the order: the decision is made
/// on what is true then, and the events that tell of it leave with it.
/// </summary>
internal sealed class Returns(
    Database database, Outbox outbox, OrderChanges changes, RefundSignal signal, TimeProvider time, IOptions<ReturnsOptions> options)
{
    private readonly Action _wake = signal.Wake;

    /// <summary>Units are to go back (FC.1).</summary>
    /// <exception cref="Fault">No such line, or more units than are left.</exception>
    public Task<ReturnAnswer> RequestAsync(ReturnRequest request, CancellationToken cancel) => database.TransactionAsync(async transaction =>
    {
        var order = await ReturnsStore.LockAsync(transaction, request.OrderId, cancel) ?? throw Fault.NotFound("order");
        var answer = request.Decide(order, time.GetUtcNow().UtcDateTime, options.Value.Window);
        if (answer is not ReturnAnswer.Done asked) return answer;
        await ReturnsStore.AddAsync(transaction, asked.Return, cancel);
        Told(transaction, order.Id, ReturnStatus.Requested);
        return new ReturnAnswer.Done((await ReadAsync(transaction, order.Id, asked.Return.Id, cancel)).Return);
    }, cancel);

    /// <summary>They came, and were looked at (FC.2). Stock and mail hear of it by an event; the refund follows by itself.</summary>
    /// <exception cref="Fault">No such return, or the counts do not add up.</exception>
    public Task<ReturnAnswer> InspectAsync(Inspection inspection, CancellationToken cancel) => ChangeAsync(inspection.ReturnId, async (transaction, order, asked) =>
    {
        if (asked.Status != ReturnStatus.Requested) return inspection.IsResultOf(asked) ? asked : null;
        await ReturnsStore.InspectAsync(transaction, inspection.Apply(order, asked), cancel);
        var (after, inspected) = await ReadAsync(transaction, order.Id, asked.Id, cancel);
        if (after.IsReturned && OrderTransitions.Allows(after.Status, OrderStatus.Returned))
        {
            after = await ReturnsStore.EndAsync(transaction, after, time.GetUtcNow().UtcDateTime, cancel);
            transaction.AfterCommit(() => OrdersMetrics.Reached(after));
        }

        await outbox.PublishAsync(transaction, "order", order.Id, new ReturnInspected { Order = after.ToProto(), Return = inspected.ToProto() }, cancel);
        transaction.AfterCommit(_wake);
        Told(transaction, order.Id, inspected.Status);
        transaction.AfterCommit(Inspected);
        return inspected;
    }, cancel);

    /// <summary>An admin has looked at a refund that failed: it is tried again.</summary>
    /// <exception cref="Fault">No such return.</exception>
    public Task<ReturnAnswer> RetryAsync(Guid returnId, CancellationToken cancel) => ChangeAsync(returnId, async (transaction, order, asked) =>
    {
        // One that was just tried again may be paid by now: that is what was asked for.
        if (asked.Status is ReturnStatus.Refunding or ReturnStatus.Refunded) return asked;
        if (asked.Status != ReturnStatus.RefundFailed) return null;
        await ReturnsStore.MoveAsync(transaction, asked, new(ReturnStatus.Refunding), cancel);
        transaction.AfterCommit(_wake);
        Told(transaction, order.Id, ReturnStatus.Refunding);
        return (await ReadAsync(transaction, order.Id, asked.Id, cancel)).Return;
    }, cancel);

    /// <summary>Writes down what became of a refund, and tells of it; does nothing where that has been done.</summary>
    public Task<bool> SettleAsync(Return seen, RefundMove move, CancellationToken cancel) => database.TransactionAsync(async transaction =>
    {
        await ReturnsStore.LockAsync(transaction, seen.OrderId, cancel);
        if (!await ReturnsStore.MoveAsync(transaction, seen, move, cancel)) return false;
        Told(transaction, seen.OrderId, move.To);
        if (move.To == ReturnStatus.Refunded && seen.RefundMinor > 0)
        {
            var (order, refunded) = await ReadAsync(transaction, seen.OrderId, seen.Id, cancel);
            await outbox.PublishAsync(transaction, "order", order.Id, new RefundIssued
            {
                Order = order.ToProto(), Return = refunded.ToProto(), RefundId = seen.RefundId.ToString(),
            }, cancel);
        }

        KillPoint.Reach("returns.settling");
        return true;
    }, cancel);

    /// <summary>After the commit: who watches the order hears of it, and it is counted.</summary>
    private void Told(Transaction transaction, Guid orderId, ReturnStatus status) => transaction.AfterCommit(() =>
    {
        changes.Tell(orderId);
        OrdersMetrics.Reached(status);
    });

    /// <summary>Changes a return under the lock of its order; null from the change means that its state does not allow it.</summary>
    private Task<ReturnAnswer> ChangeAsync(Guid returnId, Func<Transaction, Order, Return, Task<Return?>> change, CancellationToken cancel) =>
        database.TransactionAsync<ReturnAnswer>(async transaction =>
        {
            var orderId = await ReturnsStore.OrderOfAsync(transaction, returnId, cancel) ?? throw Fault.NotFound("return");
            var order = await ReturnsStore.LockAsync(transaction, orderId, cancel) ?? throw new InvalidOperationException("An order is never deleted.");
            var asked = order.Returns.Single(one => one.Id == returnId);
            return await change(transaction, order, asked) is { } changed ? new ReturnAnswer.Done(changed) : new ReturnAnswer.WrongState(asked.StatusText);
        }, cancel);

    private static async Task<(Order Order, Return Return)> ReadAsync(Transaction transaction, Guid orderId, Guid returnId, CancellationToken cancel)
    {
        var order = (await transaction.QuerySingleOrDefaultAsync<Order>(OrdersStore.ById, new { id = orderId }, cancel))!;
        return (order, order.Returns.Single(one => one.Id == returnId));
    }

    private static void Inspected() => KillPoint.Reach("returns.inspected");
}
