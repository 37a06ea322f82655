using System.Collections.Concurrent;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Orders;

/// <summary>Wakes the refund worker.</summary>
internal sealed class RefundSignal : QueueSignal;

/// <summary>
/// Pays returns back (FC.3). Each refund has an id, under which Billing makes it once, however often it is asked: so whoever
/// crashed, or got no answer, asks again. It never gives up on one whose outcome is not known; one that the payment gateway
/// refuses for good is left to an admin. A refund that was made is compared again when Billing has news of the payment: banks
/// send money back.
/// </summary>
internal sealed partial class RefundWorker(
    Database database, Returns returns, Payments payments, RefundSignal signal, TimeProvider time, ILogger<RefundWorker> log)
    : QueueWorker<Return>(new(database, Table), signal, time, log)
{
    private const int AtOnce = 8;

    private static readonly QueueTable Table = new(
        "order_return",
        ReturnsStore.Columns,
        "due_at < 'infinity'",
        Done: "UPDATE order_return q SET due_at = 'infinity', last_error = NULL FROM keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts",
        Dead: "SELECT",
        MaxAttempts: int.MaxValue,
        // A refund that takes longer than the lease may be asked for twice at once, which is safe.
        Lease: Payments.Patience + TimeSpan.FromSeconds(2))
    {
        LongestPause = TimeSpan.FromMinutes(1),
    };

    /// <summary>For its metrics: refunds that are due, and those that an admin must look at.</summary>
    public static readonly WatchedQueue Watched = new("""
        SELECT 'refunds of returns' AS queue, (SELECT count(*) FROM order_return WHERE due_at <= now()) AS depth,
            COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(due_at)) FROM order_return WHERE due_at <= now()), 0)::float8 AS oldest_seconds,
            (SELECT count(*) FROM order_return WHERE status = 'REFUND_FAILED') AS dead
        """);

    protected override string Name => "refunds of returns";

    protected override int BatchSize => 32;

    protected override async Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<Return> rows)
    {
        var failures = new ConcurrentDictionary<long, string>();
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (row, cancel) =>
        {
            try
            {
                await PayAsync(row, cancel);
            }
            catch (Exception error)
            {
                failures[row.Seq] = error is Grpc.Core.RpcException rpc ? rpc.StatusCode.ToString() : error.GetType().Name;
            }
        });
        return failures;
    }

    private async Task PayAsync(Return row, CancellationToken cancel)
    {
        if (row is not { Status: ReturnStatus.Refunding or ReturnStatus.Refunded, Refund: { } amount }) return;
        // Billing makes no refunds of nothing.
        var outcome = amount.MinorUnits == 0 ? new Refund.Paid() : await payments.RefundAsync(row.RefundId, row.OrderId, amount, cancel);
        KillPoint.Reach("returns.refunded");
        switch (outcome)
        {
            case Refund.Paid when row.Status == ReturnStatus.Refunding:
                if (await returns.SettleAsync(row, new(ReturnStatus.Refunded), cancel)) LogPaid(row.Id, row.OrderId);
                break;
            case Refund.Refused refused:
                var next = refused.IsSpent ? Guid.CreateVersion7() : (Guid?)null;
                if (await returns.SettleAsync(row, new(ReturnStatus.RefundFailed, refused.Code, next), cancel)) LogFailed(row.Id, row.OrderId, row.RefundId, refused.Code);
                break;
        }
    }

    [LoggerMessage(10, LogLevel.Information, "Return {ReturnId} of order {OrderId}: the money went back")]
    private partial void LogPaid(Guid returnId, Guid orderId);

    [LoggerMessage(11, LogLevel.Error, "Return {ReturnId} of order {OrderId}: refund {RefundId} failed ({Code}), and an admin must look")]
    private partial void LogFailed(Guid returnId, Guid orderId, Guid refundId, string code);
}
