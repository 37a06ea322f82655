using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Billing;

/// <summary>
/// Compares what is open here with the gateway, and mends it: for webhooks that never came, answers that were lost and
/// callers that never asked again. What the gateway says is applied as if a webhook had told it, so that it does not
/// matter which of them is first.
/// <para>
/// It never takes money: only a call of Charge does, and Orders makes that call or gives the payment up. It does give
/// money back where somebody asked for it. An intent that nobody is to pay any more is cancelled, since the customer's
/// browser could still pay it.
/// </para>
/// </summary>
internal sealed partial class Reconciliation(
    ReconciliationStore due, PaymentStore payments, ChargeOrder charge, StripeGateway gateway, RefundPayment refund,
    StripeOptions options, TimeProvider time, ILogger<Reconciliation> log)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan EventsKept = TimeSpan.FromDays(30);

    /// <summary>Everything that is due now, once. Any number of replicas may do it at the same time.</summary>
    public async Task RoundAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var since = now - options.ReconcileAfter;
        await AllAsync(() => due.ClaimPaymentsAsync(since, cancel), orderId => orderId, MendPaymentAsync, cancel);
        await AllAsync(() => due.ClaimRefundsAsync(since, cancel), claimed => claimed.OrderId, MendRefundAsync, cancel);
        while (await due.RemoveEventsAsync(now - EventsKept, cancel) is > 0 and var count) LogRemoved(count);
    }

    private async Task MendPaymentAsync(Guid orderId, CancellationToken cancel)
    {
        var before = await payments.FindAsync(orderId, cancel) ?? throw Fault.NotFound("payment");
        var after = await CompareAsync(before, cancel);
        if (after.Status != before.Status) LogMended(orderId, before.Status, after.Status);
        if (after.GatewayClosed && !before.GatewayClosed) LogClosed(orderId);
    }

    private async Task<Payment> CompareAsync(Payment payment, CancellationToken cancel)
    {
        try
        {
            (payment, var report) = await charge.FindIntentAsync(payment, announce: true, cancel);
            payment = await payments.ApplyAsync(payment.OrderId, report, announce: true, CancellationToken.None);
            if (!PaymentState.IsLeftOpen(payment, report, GivenUpBefore)) return payment;
            var closed = await gateway.CancelAsync(report.GatewayId, cancel);
            return await payments.ApplyAsync(payment.OrderId, closed, announce: true, CancellationToken.None);
        }
        catch (GatewayRefusedException refused)
        {
            var report = IntentReport.Refused(payment.GatewayId, refused);
            return await payments.ApplyAsync(payment.OrderId, report, announce: true, CancellationToken.None);
        }
        catch (GatewayKeySpentException)
        {
            await payments.TakeNextKeysAsync(payment, CancellationToken.None);
            return payment;
        }
    }

    private async Task MendRefundAsync(Refund before, CancellationToken cancel)
    {
        var payment = await payments.FindAsync(before.OrderId, cancel) ?? throw Fault.NotFound("payment");
        var after = (await refund.ResumeAsync(payment, before, cancel)).Refund;
        if (after.Status != before.Status) LogRefundMended(before.Id, before.OrderId, before.Status, after.Status);
    }

    /// <summary>Batch by batch, until nothing is due. Where nothing of a batch works, the gateway is away: later, then.</summary>
    private async Task AllAsync<T>(
        Func<Task<IReadOnlyList<T>>> claim, Func<T, Guid> orderOf, Func<T, CancellationToken, Task> mend, CancellationToken cancel)
    {
        while (await claim() is { Count: > 0 } batch)
        {
            var failed = 0;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
            await Parallel.ForEachAsync(batch, parallel, async (one, ct) =>
            {
                try
                {
                    await mend(one, ct);
                }
                catch (Exception error) when (!ct.IsCancellationRequested)
                {
                    Interlocked.Increment(ref failed);
                    LogNotMended(orderOf(one), error);
                }
            });
            if (failed == batch.Count) return;
        }
    }

    private DateTime GivenUpBefore => time.GetUtcNow().UtcDateTime - options.GiveUpAfter;

    [LoggerMessage(1, LogLevel.Information, "Order {OrderId}: payment mended, {Before} is {After}")]
    private partial void LogMended(Guid orderId, PaymentStatus before, PaymentStatus after);

    [LoggerMessage(2, LogLevel.Information, "Order {OrderId}: its intent was left open at the gateway, and is cancelled")]
    private partial void LogClosed(Guid orderId);

    [LoggerMessage(3, LogLevel.Information, "Refund {RefundId} of order {OrderId} mended, {Before} is {After}")]
    private partial void LogRefundMended(Guid refundId, Guid orderId, RefundStatus before, RefundStatus after);

    [LoggerMessage(4, LogLevel.Information, "{Count} old events of the gateway removed")]
    private partial void LogRemoved(int count);

    [LoggerMessage(5, LogLevel.Warning, "Order {OrderId} could not be compared with the gateway; it is tried again")]
    private partial void LogNotMended(Guid orderId, Exception error);
}
