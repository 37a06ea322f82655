using CommerceKata.ServiceDefaults;
using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

/// <summary>What Stripe refuses the sandbox refuses, in Stripe's form of an amount.</summary>
[CancelAfter(60_000)]
internal sealed class CurrencyTests
{
    [TestCase("isk", 10_050, "invalid_amount")]
    [TestCase("isk", 3_000, "amount_too_small")]
    [TestCase("isk", 100_000_000, "amount_too_large")]
    [TestCase("ugx", 500_001, "invalid_amount")]
    [TestCase("kwd", 5_124, "invalid_amount")]
    [TestCase("kwd", 100, "amount_too_small")]
    [TestCase("jpy", 49, "amount_too_small")]
    [TestCase("jpy", 100_000_000, "amount_too_large")]
    [TestCase("mga", 100, "amount_too_small")]
    [TestCase("huf", 17_499, "amount_too_small")]
    [TestCase("usd", 49, "amount_too_small")]
    [TestCase("idr", 1_000_000_000_000, "amount_too_large")]
    [TestCase("abc", 5_000, null)]
    [TestCase("xau", 5_000, null)]
    public async Task Charge_that_Stripe_would_refuse_is_refused(
        string currency, long amount, string? code, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(ChargeAsync(sandbox, currency, amount, cancel));

        refused.StripeError.Code.ShouldBe(code);
        refused.StripeError.Param.ShouldBe(code is null ? "currency" : "amount");
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldBeEmpty();
    }

    [TestCase("isk", 300_000, 150, "invalid_amount")]
    [TestCase("kwd", 5_120, 1_001, "invalid_amount")]
    [TestCase("ugx", 500_000, 250, "invalid_amount")]
    [TestCase("usd", 5_000, 0, "parameter_invalid_integer")]
    public async Task Refund_that_Stripe_would_refuse_is_refused(
        string currency, long amount, long back, string code, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var paid = await ChargeAsync(sandbox, currency, amount, cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.RefundAsync(paid.Id, back, cancel));

        (refused.StripeError.Code, refused.StripeError.Param).ShouldBe((code, "amount"));
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().AmountRefunded.ShouldBe(0);
    }

    [Test]
    public async Task Bounds_of_every_currency_are_charged_and_one_step_is_given_back(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        foreach (var currency in Currencies.All)
        {
            foreach (var bound in (long[])[currency.MinCharge, currency.MaxCharge])
            {
                var paid = await ChargeAsync(
                    sandbox, currency.Code.ToLowerInvariant(), currency.ToStripe(bound), cancel);
                paid.AmountReceived.ShouldBe(currency.ToStripe(bound), currency.Code);
                (await sandbox.Stripe.RefundAsync(paid.Id, currency.ToStripe(currency.Step), cancel))
                    .Status.ShouldBe("succeeded");
            }
        }
    }

    private static Task<PaymentIntent> ChargeAsync(
        RunningSandbox sandbox, string currency, long amount, CancellationToken cancel) =>
        sandbox.Stripe.V1.PaymentIntents.CreateAsync(
            new()
            {
                Amount = amount,
                Currency = currency,
                Confirm = true,
                PaymentMethod = "pm_card_visa",
                ReturnUrl = "http://shop.test/",
                AllowedPaymentMethodTypes = ["card"],
            },
            cancellationToken: cancel);
}
