namespace CommerceKata.StripeSandbox;

/// <summary>Stripe's bounds for an amount. Source: docs.stripe.com/currencies.</summary>
internal static class Amount
{
    private const long Largest = 99_999_999;

    /// <summary>The smallest charge in minor units; null for a currency that the sandbox does not know.</summary>
    private static long? Smallest(string currency) => currency switch
    {
        "usd" or "eur" or "cad" or "aud" or "chf" or "jpy" => 50,
        "gbp" => 30,
        "pln" => 200,
        "dkk" => 250,
        "sek" or "nok" => 300,
        _ => null,
    };

    public static (long Amount, string Currency) Read(Params given)
    {
        var amount = given.Integer("amount") ?? throw StripeError.Missing("amount");
        var currency = given.RequiredText("currency").ToLowerInvariant();
        var smallest = Smallest(currency)
            ?? throw StripeError.Invalid("currency", $"Invalid currency: {currency}.");
        return amount switch
        {
            < 1 => throw StripeError.Invalid(
                "amount", "This value must be greater than or equal to 1.", "parameter_invalid_integer"),
            > Largest => throw StripeError.Invalid(
                "amount", $"Amount must be no more than {Largest} {currency}", "amount_too_large"),
            _ when amount < smallest => throw StripeError.Invalid(
                "amount", $"Amount must be at least {smallest} {currency}", "amount_too_small"),
            _ => (amount, currency),
        };
    }
}
