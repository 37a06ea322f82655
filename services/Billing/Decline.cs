using Stripe;

namespace CommerceKata.Billing;

/// <summary>Why a payment failed, in words that the customer may read.</summary>
/// <param name="Code">The gateway's.</param>
/// <param name="Message">For the customer.</param>
/// <param name="IsRefusal">Whether the gateway refused the payment itself, so that another card would not help.</param>
internal sealed record Decline(string Code, string Message, bool IsRefusal = false)
{
    private const string Generic = "card_declined";
    private const string GenericMessage = "Your card was declined.";

    /// <summary>
    /// The bank's reason where it gave one. What would warn a thief is told as a plain decline.
    /// Source: docs.stripe.com/declines/codes.
    /// </summary>
    public static Decline Of(StripeError error) => error switch
    {
        { DeclineCode: "fraudulent" or "lost_card" or "stolen_card" or "pickup_card" or "merchant_blacklist" or "restricted_card" } =>
            new(Generic, GenericMessage),
        { Type: "card_error", DeclineCode: null or "" or "generic_decline" } => new(error.Code ?? Generic, error.Message ?? GenericMessage),
        { Type: "card_error" } => new(error.DeclineCode, error.Message ?? GenericMessage),
        { Param: "payment_method" } => new(error.Code ?? "refused", "This payment method could not be used."),
        // Everything else is about how the gateway is used, which is not for customers to read.
        _ => new(error.Code ?? "refused", "This payment could not be made.", IsRefusal: true),
    };
}
