using Stripe;

namespace CommerceKata.Billing;

/// <summary>What one webhook tells of one payment: of its intent, or of a refund.</summary>
internal sealed record GatewayEvent(string Id, string Type, string GatewayId, IntentReport? Intent, RefundReport? Refund)
{
    /// <summary>The events that are read: those to choose for the endpoint at Stripe.</summary>
    public static readonly string[] Types =
    [
        EventTypes.PaymentIntentSucceeded, EventTypes.PaymentIntentPaymentFailed, EventTypes.PaymentIntentRequiresAction, EventTypes.PaymentIntentCanceled,
        EventTypes.RefundCreated, EventTypes.RefundUpdated, EventTypes.RefundFailed,
    ];

    /// <summary>Null for an event that changes nothing here.</summary>
    public static GatewayEvent? Read(Event raised) => (raised.Type, raised.Data?.Object) switch
    {
        ({ } type, PaymentIntent intent) when Types.Contains(type) => new(raised.Id, raised.Type, intent.Id, IntentReport.Of(intent), null),
        ({ } type, Stripe.Refund { PaymentIntentId.Length: > 0 } refund) when Types.Contains(type) => new(raised.Id, raised.Type, refund.PaymentIntentId, null, RefundReport.Of(refund)),
        _ => null,
    };
}
