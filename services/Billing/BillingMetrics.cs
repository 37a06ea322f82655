using System.Diagnostics;
using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Billing;

/// <summary>What operators count of money (R4.4). Payments and refunds are counted after the commit that ended them, whoever brought the news.</summary>
internal static class BillingMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Billing");

    private static readonly LabelledCounter Payments = Meter.Counter(
        "billing.payments", "{payment}",
        "Payments that came to a status: requires_action, succeeded, failed (declined or refused), cancelled. Each is counted once.", "status");

    private static readonly LabelledCounter Captured = Meter.Counter("billing.captured.minor", "{minor_unit}", "Money taken, in minor units.", "currency");

    private static readonly LabelledCounter Refunds = Meter.Counter("billing.refunds", "{refund}", "Refunds that came to a status: succeeded, failed.", "status");

    private static readonly LabelledCounter Refunded = Meter.Counter(
        "billing.refunded.minor", "{minor_unit}", "Money given back, in minor units. What a bank sends back afterwards is not taken off.", "currency");

    private static readonly LabelledDuration Charges = Meter.Duration(
        "billing.charge.duration", Buckets.Waiting, "How long Orders waited for a charge: succeeded, requires_action, failed (declined), cancelled, unknown (asked again).", "outcome");

    private static readonly LabelledDuration Gateway = Meter.Duration(
        "billing.gateway.duration", Buckets.Waiting,
        "A call of the payment gateway: create, confirm, read, cancel, refund, find_refund; ok, refused (for good), "
        + "denied (the key or the account: 401, 403), busy (409), limited (too many calls: 429), "
        + "unknown (no clear answer).",
        "operation", "outcome");

    private static readonly LabelledCounter Webhooks = Meter.Counter(
        "billing.webhooks", "{webhook}", "Webhooks received: applied, known (it tells nothing new), duplicate, kept (its payment is not known yet), refused (signature, time or form).", "result");

    /// <summary>A payment's row was written, and is committed.</summary>
    public static void Saved(Payment before, Payment after)
    {
        if (before.Status == after.Status) return;
        Payments.Add(1, Name(after.Status));
        if (after.Status == PaymentStatus.Succeeded) Captured.Add(after.CapturedMinor, after.Currency!);
    }

    /// <summary>A refund's row was written, and is committed.</summary>
    public static void Settled(RefundStatus before, Refund after, string currency)
    {
        if (before == after.Status || after.Status == RefundStatus.Pending) return;
        Refunds.Add(1, after.Status == RefundStatus.Succeeded ? "succeeded" : "failed");
        if (after.Status == RefundStatus.Succeeded) Refunded.Add(after.AmountMinor, currency);
    }

    /// <summary>A charge was asked for; null when its outcome is not known.</summary>
    public static void Charged(PaymentStatus? status, TimeSpan took)
    {
        var outcome = status is { } known ? Name(known) : "unknown";
        Charges.Record(took, outcome);
        Activity.Current?.SetTag("payment.outcome", outcome);
    }

    public static void Called(string operation, string outcome, TimeSpan took) => Gateway.Record(took, operation, outcome);

    public static void WebhookReceived(string result) => Webhooks.Add(1, result);

    private static string Name(PaymentStatus status) => status switch
    {
        PaymentStatus.Succeeded => "succeeded",
        PaymentStatus.RequiresAction => "requires_action",
        PaymentStatus.Failed => "failed",
        PaymentStatus.Cancelled => "cancelled",
        _ => "processing",
    };
}
