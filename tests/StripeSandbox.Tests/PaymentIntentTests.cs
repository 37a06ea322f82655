using System.Net;
using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class PaymentIntentTests
{
    [TestCase("pm_card_visa", "visa", "4242")]
    [TestCase("pm_card_mastercard", "mastercard", "4444")]
    public async Task Create_confirmed_takes_the_money(string method, string brand, string last4, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var intent = await sandbox.Stripe.ChargeAsync(cancel, method);

        intent.Status.ShouldBe("succeeded");
        intent.AmountReceived.ShouldBe(4_200);
        intent.Metadata["order_id"].ShouldBe("order-1");
        intent.LatestCharge.AmountCaptured.ShouldBe(4_200);
        intent.LatestCharge.PaymentMethodDetails.Card.Brand.ShouldBe(brand);
        intent.LatestCharge.PaymentMethodDetails.Card.Last4.ShouldBe(last4);
        intent.PaymentMethod.Card.Last4.ShouldBe(last4);
    }

    [Test]
    public async Task Create_unconfirmed_takes_nothing_until_confirmed(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var created = await sandbox.Stripe.CreateAsync(cancel);
        var confirmed = await sandbox.Stripe.ConfirmAsync(created.Id, cancel);

        created.Status.ShouldBe("requires_confirmation");
        created.AmountReceived.ShouldBe(0);
        confirmed.Status.ShouldBe("succeeded");
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().Charges.Count.ShouldBe(1);
    }

    [TestCase("pm_card_chargeDeclined", "card_declined", "generic_decline")]
    [TestCase("pm_card_visa_chargeDeclined", "card_declined", "generic_decline")]
    [TestCase("pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds")]
    [TestCase("pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card")]
    public async Task Charge_declined_answers_402_with_the_reason(
        string method, string code, string declineCode, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, method));

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.PaymentRequired);
        refused.StripeError.Type.ShouldBe("card_error");
        refused.StripeError.Code.ShouldBe(code);
        refused.StripeError.DeclineCode.ShouldBe(declineCode);
        refused.StripeError.PaymentMethod.Card.Brand.ShouldBe("visa");
        var intent = await sandbox.Stripe.ReadAsync(refused.StripeError.PaymentIntent.Id, cancel);
        intent.Status.ShouldBe("requires_payment_method");
        intent.LastPaymentError.DeclineCode.ShouldBe(declineCode);
        intent.AmountReceived.ShouldBe(0);
    }

    [Test]
    public async Task Charge_with_unknown_method_is_refused_and_leaves_no_intent(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, "pm_card_nobody"));

        refused.StripeError.Code.ShouldBe("resource_missing");
        refused.StripeError.Param.ShouldBe("payment_method");
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldBeEmpty();
    }

    [TestCase(0, "parameter_invalid_integer")]
    [TestCase(-5, "parameter_invalid_integer")]
    [TestCase(49, "amount_too_small")]
    [TestCase(100_000_000, "amount_too_large")]
    public async Task Charge_out_of_bounds_names_the_amount(long amount, string code, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, amount: amount));

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.StripeError.Code.ShouldBe(code);
        refused.StripeError.Param.ShouldBe("amount");
    }

    [Test]
    public async Task Create_with_what_the_sandbox_has_not_is_refused(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.V1.PaymentIntents.CreateAsync(
            new() { Amount = 500, Currency = "usd", Customer = "cus_1" }, cancellationToken: cancel));

        refused.StripeError.Code.ShouldBe("parameter_unknown");
        refused.StripeError.Param.ShouldBe("customer");
    }

    [Test]
    public async Task Confirm_without_a_method_is_refused(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var created = await sandbox.Stripe.CreateAsync(cancel, method: null);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ConfirmAsync(created.Id, cancel));

        created.Status.ShouldBe("requires_payment_method");
        refused.StripeError.Code.ShouldBe("payment_intent_unexpected_state");
    }

    [Test]
    public async Task Cancel_ends_an_open_intent_for_good(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var created = await sandbox.Stripe.CreateAsync(cancel);

        var canceled = await sandbox.Stripe.V1.PaymentIntents.CancelAsync(
            created.Id, new() { CancellationReason = "abandoned" }, cancellationToken: cancel);
        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ConfirmAsync(created.Id, cancel));

        canceled.Status.ShouldBe("canceled");
        canceled.CancellationReason.ShouldBe("abandoned");
        refused.StripeError.Code.ShouldBe("payment_intent_unexpected_state");
        refused.StripeError.PaymentIntent.Status.ShouldBe("canceled");
    }

    [Test]
    public async Task Cancel_after_success_is_refused_and_shows_the_success(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var paid = await sandbox.Stripe.ChargeAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(
            sandbox.Stripe.V1.PaymentIntents.CancelAsync(paid.Id, cancellationToken: cancel));

        refused.StripeError.Code.ShouldBe("payment_intent_unexpected_state");
        refused.StripeError.PaymentIntent.Status.ShouldBe("succeeded");
    }

    [Test]
    public async Task List_pages_newest_first(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Insert(0, (await sandbox.Stripe.ChargeAsync(cancel, order: $"order-{i}")).Id);
        }

        var first = await sandbox.Stripe.V1.PaymentIntents.ListAsync(
            new() { Limit = 2, Expand = ["data.latest_charge"] }, cancellationToken: cancel);
        var rest = await sandbox.Stripe.V1.PaymentIntents.ListAsync(
            new() { Limit = 10, StartingAfter = first.Last().Id }, cancellationToken: cancel);
        var tomorrow = await sandbox.Stripe.V1.PaymentIntents.ListAsync(
            new() { Created = new DateRangeOptions { GreaterThan = DateTime.UtcNow.AddDays(1) } }, cancellationToken: cancel);

        first.HasMore.ShouldBeTrue();
        first.First().LatestCharge.PaymentMethodDetails.Card.Last4.ShouldBe("4242");
        first.Concat(rest).Select(intent => intent.Id).ShouldBe(made);
        rest.HasMore.ShouldBeFalse();
        tomorrow.ShouldBeEmpty();
    }

    [Test]
    public async Task Retrieve_unknown_answers_404(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ReadAsync("pi_nothing", cancel));

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.NotFound);
        refused.StripeError.Code.ShouldBe("resource_missing");
    }

    [TestCase("sk_live_real")]
    [TestCase("nonsense")]
    public async Task Call_without_a_test_key_answers_401(string key, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Client(key).ChargeAsync(cancel));

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Message.ShouldNotContain(key);
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldBeEmpty();
    }

    [Test]
    public async Task Call_with_another_key_than_the_configured_answers_401(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel, "--Sandbox:ApiKey=sk_test_the_one");

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Client("sk_test_another").ChargeAsync(cancel));
        var intent = await sandbox.Client("sk_test_the_one").ChargeAsync(cancel);

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        intent.Status.ShouldBe("succeeded");
    }
}
