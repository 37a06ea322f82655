using Stripe;

namespace CommerceKata.Billing;

/// <summary>What one webhook tells of one payment: of its intent, or of a refund.</summary>
internal sealed record GatewayEvent(string Id, string Type, string GatewayId, IntentReport? Intent, RefundReport? Refund)
{
    /// <summary>Null for an event that changes nothing here.</summary>
    public static GatewayEvent? Read(Event raised) => (raised.Type, raised.Data?.Object) switch
    {
        (EventTypes.PaymentIntentSucceeded or EventTypes.PaymentIntentPaymentFailed or EventTypes.PaymentIntentRequiresAction
            or EventTypes.PaymentIntentCanceled, PaymentIntent intent) =>
            new(raised.Id, raised.Type, intent.Id, IntentReport.Of(intent), null),
        (EventTypes.RefundCreated or EventTypes.RefundUpdated or EventTypes.RefundFailed, Stripe.Refund { PaymentIntentId.Length: > 0 } refund) =>
            new(raised.Id, raised.Type, refund.PaymentIntentId, null, RefundReport.Of(refund)),
        _ => null,
    };
}
