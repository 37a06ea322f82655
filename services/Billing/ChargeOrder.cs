using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Billing;

/// <summary>A payment after it was charged, and what the customer must do if it waits for them.</summary>
internal sealed record Charged(Payment Payment, CustomerAction? Action);

/// <summary>
/// Charges an order once, however often it is asked to and wherever it crashed before.
/// 1. The row is written. 2. The gateway makes an intent, which moves no money. 3. The row names the intent. 4. The
/// intent is confirmed. Money moves only in the last step and only through the intent in the row, and the gateway
/// takes an intent once: so there is no second charge even after the gateway has forgotten its idempotency keys.
/// </summary>
internal sealed class ChargeOrder(PaymentStore payments, GatewayInbox inbox, StripeGateway gateway)
{
    /// <exception cref="Fault">UNAVAILABLE: not known yet. Call again: it goes on where this ended.</exception>
    public async Task<Charged> RunAsync(NewPayment order, CancellationToken cancel)
    {
        var payment = await payments.OpenAsync(order, cancel);
        if (!payment.IsOpen) return new(payment, null);
        try
        {
            (payment, var report) = await FindIntentAsync(payment, announce: false, cancel);
            KillPoint.Reach("billing.attached");
            if (payment.IsOpen && report.Status == IntentStatus.Unconfirmed) report = await gateway.ConfirmAsync(payment, cancel);
            KillPoint.Reach("billing.charged");
            return Known(await SaveAsync(payment, report), report.Action);
        }
        catch (GatewayRefusedException refused)
        {
            return Known(await SaveAsync(payment, IntentReport.Refused(payment.GatewayId, refused)), null);
        }
        catch (GatewayKeySpentException)
        {
            await payments.TakeNextKeysAsync(payment, CancellationToken.None);
            throw Fault.Unavailable("The payment gateway failed. The outcome is not known yet: try again.");
        }
    }

    /// <summary>
    /// Steps 2 and 3: reads the intent that the payment names, or has one made and named. An intent that was made before,
    /// with an answer that was lost, is found by its idempotency key. No money moves.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="announce">Whether Orders must be told what early events of the intent bring: not when it will be in an answer.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>A payment that is either ended, or names the intent that is reported.</returns>
    public async Task<(Payment Payment, IntentReport Report)> FindIntentAsync(Payment payment, bool announce, CancellationToken cancel)
    {
        if (payment.GatewayId is { } id) return (payment, await gateway.ReadAsync(id, cancel));
        var report = await gateway.CreateAsync(payment, cancel);
        KillPoint.Reach("billing.created");
        // What the gateway did is written down even if the caller is gone by now.
        var attached = await inbox.AttachAsync(payment.OrderId, report, announce, CancellationToken.None);
        if (attached.GatewayId == report.GatewayId) return (attached, report);
        // Cancelled meanwhile, or another call came first with an intent of its own: this one is superfluous.
        report = await gateway.CancelAsync(report.GatewayId, CancellationToken.None);
        return attached.IsOpen ? throw Fault.Unavailable("The payment is being made by another call: try again.") : (attached, report);
    }

    private Task<Payment> SaveAsync(Payment payment, IntentReport report) =>
        payments.ApplyAsync(payment.OrderId, report, announce: false, CancellationToken.None);

    private static Charged Known(Payment payment, CustomerAction? action) => payment.Status switch
    {
        PaymentStatus.Processing => throw Fault.Unavailable("The payment is being processed: try again."),
        PaymentStatus.RequiresAction when action is null => throw Fault.Unavailable("The payment has just changed: try again."),
        _ => new(payment, action),
    };
}
