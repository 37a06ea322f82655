namespace CommerceKata.StripeSandbox;

/// <summary>What a test payment method does when it is charged.</summary>
internal sealed record TestCard(string Brand, string Last4, Decline? Decline = null, bool Authenticates = false);

/// <summary>Why the bank said no. <paramref name="DeclineCode"/> is null where the error code says it all.</summary>
internal sealed record Decline(string Code, string? DeclineCode, string Message);

/// <summary>The well-known test payment methods. Source: docs.stripe.com/testing.</summary>
internal static class TestCards
{
    private static readonly Decline Generic = new("card_declined", "generic_decline", "Your card was declined.");
    private static readonly Decline Funds = new(
        "card_declined", "insufficient_funds", "Your card has insufficient funds.");
    private static readonly Decline Lost = new("card_declined", "lost_card", "Your card was declined.");
    private static readonly Decline Stolen = new("card_declined", "stolen_card", "Your card was declined.");
    private static readonly Decline Expired = new("expired_card", "expired_card", "Your card has expired.");
    private static readonly Decline Cvc = new(
        "incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect.");
    private static readonly Decline Processing = new(
        "processing_error", "processing_error",
        "An error occurred while processing your card. Try again in a little bit.");

    /// <summary>The customer did not pass 3-D Secure.</summary>
    public static readonly Decline NotAuthenticated = new(
        "payment_intent_authentication_failure", null,
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.");

    private static readonly Dictionary<string, TestCard> ById = new(StringComparer.Ordinal)
    {
        ["pm_card_visa"] = new("visa", "4242"),
        ["pm_card_visa_debit"] = new("visa", "5556"),
        ["pm_card_mastercard"] = new("mastercard", "4444"),
        ["pm_card_amex"] = new("amex", "0005"),
        ["pm_card_chargeDeclined"] = new("visa", "0002", Generic),
        ["pm_card_chargeDeclinedInsufficientFunds"] = new("visa", "9995", Funds),
        ["pm_card_chargeDeclinedLostCard"] = new("visa", "9987", Lost),
        ["pm_card_chargeDeclinedStolenCard"] = new("visa", "9979", Stolen),
        ["pm_card_chargeDeclinedExpiredCard"] = new("visa", "0069", Expired),
        ["pm_card_chargeDeclinedIncorrectCvc"] = new("visa", "0127", Cvc),
        ["pm_card_chargeDeclinedProcessingError"] = new("visa", "0119", Processing),
        ["pm_card_authenticationRequired"] = new("visa", "3184", Authenticates: true),
        ["pm_card_threeDSecure2Required"] = new("visa", "3220", Authenticates: true),
        ["pm_card_authenticationRequiredChargeDeclinedInsufficientFunds"] =
            new("visa", "8260", Funds, Authenticates: true),
    };

    /// <summary>Stripe's documentation writes the declined ones with and without the brand.</summary>
    public static TestCard? Find(string id) =>
        ById.GetValueOrDefault(id.Replace("pm_card_visa_charge", "pm_card_charge", StringComparison.Ordinal));
}
