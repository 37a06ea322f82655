using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

/// <summary>The calls that the tests make, as an integration would make them.</summary>
internal static class Charging
{
    public static Task<PaymentIntent> ChargeAsync(
        this StripeClient stripe, CancellationToken cancel, string method = "pm_card_visa", long amount = 4_200,
        string? key = null, string order = "order-1") =>
        stripe.V1.PaymentIntents.CreateAsync(
            new()
            {
                Amount = amount,
                Currency = "usd",
                Confirm = true,
                PaymentMethod = method,
                AllowedPaymentMethodTypes = ["card"],
                Description = "Order CK-1",
                Metadata = new() { ["order_id"] = order },
                ReturnUrl = "http://shop.test/back?order=1",
                Expand = ["latest_charge", "payment_method"],
            },
            new() { IdempotencyKey = key },
            cancel);

    public static Task<PaymentIntent> CreateAsync(
        this StripeClient stripe, CancellationToken cancel, string? method = "pm_card_visa", long amount = 4_200) =>
        stripe.V1.PaymentIntents.CreateAsync(
            new()
            {
                Amount = amount,
                Currency = "usd",
                PaymentMethod = method,
                AutomaticPaymentMethods = new() { Enabled = true },
            },
            cancellationToken: cancel);

    public static Task<PaymentIntent> ConfirmAsync(
        this StripeClient stripe, string id, CancellationToken cancel, string? key = null) =>
        stripe.V1.PaymentIntents.ConfirmAsync(id, new(), new() { IdempotencyKey = key }, cancel);

    public static Task<PaymentIntent> ReadAsync(this StripeClient stripe, string id, CancellationToken cancel) =>
        stripe.V1.PaymentIntents.GetAsync(id, new() { Expand = ["latest_charge"] }, cancellationToken: cancel);

    public static Task<Stripe.Refund> RefundAsync(
        this StripeClient stripe, string intent, long? amount, CancellationToken cancel, string? key = null) =>
        stripe.V1.Refunds.CreateAsync(
            new() { PaymentIntent = intent, Amount = amount, Metadata = new() { ["refund_id"] = "r-1" } },
            new() { IdempotencyKey = key },
            cancel);

    public static bool WasReplayed(this StripeEntity answer) => answer.StripeResponse.WasReplayed();

    public static bool WasReplayed(this StripeResponse answer) => answer.Headers.Contains("Idempotent-Replayed");
}
