using System.Text.Json.Serialization;
using Stripe;

namespace CommerceKata.Billing;

/// <summary>Where the gateway says that a payment intent stands.</summary>
internal enum IntentStatus
{
    /// <summary>Made, and no money was asked for yet.</summary>
    Unconfirmed,
    Processing,
    RequiresAction,
    Failed,
    Cancelled,
    Succeeded,
}

/// <summary>All of a card that is ever kept.</summary>
internal sealed record Card(string Brand, string Last4);

/// <summary>What the customer needs in order to act. It is passed on and not kept.</summary>
internal sealed record CustomerAction(string ClientSecret, string RedirectUrl);

/// <summary>What the gateway says of a payment intent, in an answer or in a webhook.</summary>
internal sealed record IntentReport(string GatewayId, IntentStatus Status, long CapturedMinor, Card? Card, Decline? Decline)
{
    [JsonIgnore]
    public CustomerAction? Action { get; init; }

    public static IntentReport Of(PaymentIntent intent)
    {
        var error = intent.LastPaymentError;
        var status = Read(intent.Status, declined: error is not null);
        return new(
            intent.Id,
            status,
            status == IntentStatus.Succeeded ? StripeGateway.FromStripe(intent.AmountReceived, intent.Currency) : 0,
            Of(intent.PaymentMethod?.Card ?? error?.PaymentMethod?.Card),
            status == IntentStatus.Failed ? Decline.Of(error!) : null)
        {
            Action = status == IntentStatus.RequiresAction
                ? new(intent.ClientSecret, intent.NextAction?.RedirectToUrl?.Url ?? "")
                : null,
        };
    }

    /// <summary>The gateway would not even make or confirm the intent, or has none of that name (any more).</summary>
    public static IntentReport Refused(string? gatewayId, GatewayRefusedException refused) =>
        new(refused.IsMissing ? "" : gatewayId ?? "", IntentStatus.Failed, 0, null, refused.Decline);

    /// <summary>Source: docs.stripe.com/payments/paymentintents/lifecycle. A declined intent waits for another method.</summary>
    private static IntentStatus Read(string status, bool declined) => status switch
    {
        "requires_confirmation" => IntentStatus.Unconfirmed,
        "requires_payment_method" => declined ? IntentStatus.Failed : IntentStatus.Unconfirmed,
        "requires_action" => IntentStatus.RequiresAction,
        "canceled" => IntentStatus.Cancelled,
        "succeeded" => IntentStatus.Succeeded,
        _ => IntentStatus.Processing,
    };

    private static Card? Of(PaymentMethodCard? card) => card is null ? null : new(card.Brand, card.Last4);
}
