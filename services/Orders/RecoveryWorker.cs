using System.Collections.Concurrent;
using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using Microsoft.Extensions.Options;

namespace CommerceKata.Orders;

/// <summary>Wakes the recovery worker.</summary>
internal sealed class SagaSignal : QueueSignal;

/// <summary>
/// Advances the orders that no request looks after: those that a crash left behind, those whose payment has news, and
/// those whose time is up. It never gives up on one.
/// </summary>
internal sealed class RecoveryWorker(
    Database database, CheckoutSaga saga, SagaSignal signal, TimeProvider time, IOptions<OrdersOptions> options, ILogger<RecoveryWorker> log)
    : QueueWorker<Order>(new(database, Table(options.Value.RequestLease)), signal, time, log)
{
    private const int AtOnce = 8;

    /// <summary>An order that takes longer than the lease may be advanced twice at once, which is safe.</summary>
    private static QueueTable Table(TimeSpan lease) => new(
        "orders",
        OrdersStore.Columns,
        "due_at < 'infinity'",
        Done: """
            UPDATE orders q SET due_at = CASE WHEN q.status IN ('PENDING', 'AWAITING_PAYMENT') THEN q.pay_by ELSE 'infinity' END
            FROM keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts
            """,
        Dead: "SELECT",
        MaxAttempts: int.MaxValue,
        lease)
    {
        LongestPause = TimeSpan.FromSeconds(5),
    };

    /// <summary>For its metrics: orders that somebody should have looked at by now. It gives up on none.</summary>
    public static readonly WatchedQueue Watched = new("""
        SELECT 'checkout recovery' AS queue, count(*) AS depth, COALESCE(EXTRACT(EPOCH FROM now() - min(due_at)), 0)::float8 AS oldest_seconds, 0::bigint AS dead
        FROM orders WHERE due_at <= now()
        """);

    protected override string Name => "checkout recovery";

    protected override int BatchSize => 32;

    protected override async Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<Order> rows)
    {
        var failures = new ConcurrentDictionary<long, string>();
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (order, cancel) =>
        {
            using var span = MessageTraces.Row("recover checkout", order.TraceParent);
            try
            {
                await saga.AdvanceAsync(order, cancel);
            }
            catch (Exception error)
            {
                failures[order.Seq] = error is Grpc.Core.RpcException rpc ? rpc.StatusCode.ToString() : error.GetType().Name;
            }
        });
        return failures;
    }
}

/// <summary>Billing has news of a payment: the saga and the refund worker look at the order again, and ask Billing for the truth.</summary>
internal sealed class OnPaymentChanged(SagaSignal saga, RefundSignal refunds) : IEventHandler<PaymentChanged>
{
    private readonly Action _wakeSaga = saga.Wake;
    private readonly Action _wakeRefunds = refunds.Wake;

    public async Task HandleAsync(PaymentChanged fact, Transaction transaction, CancellationToken cancel)
    {
        var orderId = Guid.Parse(fact.OrderId);
        await OrdersStore.WakeAsync(transaction, orderId, cancel);
        await ReturnsStore.WakeAsync(transaction, orderId, cancel);
        transaction.AfterCommit(_wakeSaga);
        transaction.AfterCommit(_wakeRefunds);
    }
}
