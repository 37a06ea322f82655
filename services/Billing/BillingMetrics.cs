using System.Diagnostics;
using System.Diagnostics.Metrics;
using Commerce.Billing.V1;

namespace CommerceKata.Billing;

/// <summary>What operators count (R4.4). The outcome of a charge is also on its span.</summary>
internal static class BillingMetrics
{
    private static readonly Meter Meter = new("CommerceKata.Billing");
    private static readonly Counter<long> Charges = Meter.CreateCounter<long>("billing.charges", description: "Charges answered, by outcome");
    private static readonly Counter<long> Refunds = Meter.CreateCounter<long>("billing.refunds", description: "Refunds answered, by outcome");
    private static readonly Counter<long> Webhooks = Meter.CreateCounter<long>("billing.webhooks", description: "Webhooks received, by what became of them");

    public static void Charged(ChargeResponse.OutcomeOneofCase outcome)
    {
        Charges.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        Activity.Current?.SetTag("payment.outcome", outcome.ToString());
    }

    public static void Refunded(RefundStatus outcome) => Refunds.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    public static void WebhookReceived(string result) => Webhooks.Add(1, new KeyValuePair<string, object?>("result", result));
}
