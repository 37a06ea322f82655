using CommerceKata.ServiceDefaults;

namespace CommerceKata.StripeSandbox;

/// <summary>
/// Stripe's rules for an amount in its own form, from the table that the services share. Source:
/// docs.stripe.com/currencies.
/// </summary>
internal static class Amount
{
    /// <summary>What is to be charged.</summary>
    public static (long Amount, string Currency) Read(Params given)
    {
        var amount = given.Integer("amount") ?? throw StripeError.Missing("amount");
        var code = given.RequiredText("currency").ToLowerInvariant();
        var currency = Find(code) ?? throw StripeError.Invalid("currency", $"Invalid currency: {code}.");
        var (least, most) = (currency.ToStripe(currency.MinCharge), currency.ToStripe(currency.MaxCharge));
        CheckForm(amount, currency);
        if (amount < least) throw Wrong($"Amount must be at least {least} {code}", "amount_too_small");
        if (amount > most) throw Wrong($"Amount must be no more than {most} {code}", "amount_too_large");
        return (amount, code);
    }

    /// <summary>What is to be given back of a charge: however little, in the steps of its currency.</summary>
    public static long OfRefund(long amount, string code)
    {
        // A journal of an earlier version may know more currencies.
        if (Find(code) is { } currency) CheckForm(amount, currency);
        return amount;
    }

    private static void CheckForm(long amount, Currency currency)
    {
        if (amount < 1) throw Wrong("This value must be greater than or equal to 1.", "parameter_invalid_integer");
        var step = currency.ToStripe(currency.Step);
        if (amount % step != 0)
            throw Wrong($"Amounts of {currency.Code} must be evenly divisible by {step}.", "invalid_amount");
    }

    private static StripeError Wrong(string message, string code) => StripeError.Invalid("amount", message, code);

    private static Currency? Find(string code) => Currencies.Find(code.ToUpperInvariant());
}
