using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Grpc.Core;
using static Commerce.Billing.V1.ChargeResponse;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

internal sealed class ChargeTests : BillingFixture
{
    [Test]
    public async Task Charge_with_a_good_card_takes_the_money_once()
    {
        var order = NewId();

        var answer = await ChargeAsync(order);

        answer.OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        var payment = answer.Payment;
        payment.Status.ShouldBe(Proto.PaymentStatus.Succeeded);
        (payment.Amount, payment.Captured, payment.Refunded).ShouldBe((Usd(4_200), Usd(4_200), Usd(0)));
        (payment.Brand, payment.Last4).ShouldBe(("visa", "4242"));
        (await PaymentAsync(order)).ShouldBe(payment);
        var intent = await Gateway.IntentAsync(order);
        (intent.Id, intent.AmountReceived, intent.Currency).ShouldBe((payment.GatewayId, 4_200, "usd"));
        (await AnnouncedAsync(order)).ShouldBeEmpty();
    }

    [Test]
    public async Task Charge_again_gives_the_same_answer_without_asking_the_gateway()
    {
        var order = NewId();
        var first = await ChargeAsync(order);
        await Gateway.InjectAsync(FaultKind.Error, path: "/v1/payment_intents");

        var second = await ChargeAsync(order);

        second.ShouldBe(first);
    }

    [TestCase("pm_card_chargeDeclined", "card_declined", "Your card was declined.")]
    [TestCase("pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds", "Your card has insufficient funds.")]
    [TestCase("pm_card_chargeDeclinedExpiredCard", "expired_card", "Your card has expired.")]
    [TestCase("pm_card_chargeDeclinedStolenCard", "card_declined", "Your card was declined.")]
    [TestCase("pm_card_of_nobody", "resource_missing", "This payment method could not be used.")]
    public async Task Charge_declined_says_why_and_says_it_again(string method, string code, string message)
    {
        var order = NewId();

        var answer = await ChargeAsync(order, method);
        var again = await ChargeAsync(order, method);

        (answer.Declined.DeclineCode, answer.Declined.Message).ShouldBe((code, message));
        answer.Payment.Status.ShouldBe(Proto.PaymentStatus.Failed);
        answer.Payment.Captured.ShouldBe(Usd(0));
        again.ShouldBe(answer);
        (await Gateway.IntentsAsync(order)).Sum(intent => intent.Charges.Count).ShouldBeLessThanOrEqualTo(1);
    }

    [Test]
    public async Task Charge_declined_keeps_the_cards_last_digits()
    {
        var answer = await ChargeAsync(NewId(), "pm_card_chargeDeclinedInsufficientFunds");

        (answer.Payment.Brand, answer.Payment.Last4).ShouldBe(("visa", "9995"));
    }

    [Test]
    public async Task Charge_that_needs_the_customer_says_where_to_send_them_every_time()
    {
        var order = NewId();

        var first = await ChargeAsync(order, ThreeDSecure);
        var second = await ChargeAsync(order, ThreeDSecure);

        first.Payment.Status.ShouldBe(Proto.PaymentStatus.RequiresAction);
        first.RequiresAction.ClientSecret.ShouldNotBeEmpty();
        first.RequiresAction.RedirectUrl.ShouldStartWith(Gateway.Url);
        second.ShouldBe(first);
    }

    [Test]
    public async Task Charge_after_the_customer_acted_finds_out_without_a_webhook()
    {
        var order = NewId();
        await ChargeAsync(order, ThreeDSecure);
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        var answer = await ChargeAsync(order, ThreeDSecure);

        answer.OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (answer.Payment.Brand, answer.Payment.Last4).ShouldBe(("visa", "3184"));
    }

    [Test]
    public async Task Charge_concurrently_gives_one_intent_and_one_charge()
    {
        var order = NewId();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ChargeAsync(order)));

        answers.ShouldAllBe(answer => answer.OutcomeCase == OutcomeOneofCase.Succeeded);
        answers.Select(answer => answer.Payment.GatewayId).Distinct().ShouldHaveSingleItem();
        (await Gateway.IntentAsync(order)).Charges.ShouldHaveSingleItem().Paid.ShouldBeTrue();
    }

    [Test]
    public async Task Charge_concurrently_with_a_bad_card_asks_the_bank_once()
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.Hold, times: 2);
        var first = ChargeAsync(order, "pm_card_chargeDeclined");
        await Gateway.Control.HeldAsync(1, CancellationToken.None);
        var second = ChargeAsync(order, "pm_card_chargeDeclined");
        await Eventually.HoldsAsync(
            async () => (await Gateway.Control.FaultsAsync(CancellationToken.None)).Waiting.Count == 0, "the second call at the gateway");
        await Gateway.Control.ReleaseAsync(CancellationToken.None);

        var answers = await Task.WhenAll(first, second);

        answers.ShouldAllBe(answer => answer.Declined.DeclineCode == "card_declined");
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(1);
    }

    [Test]
    public async Task Charge_again_with_another_amount_or_method_is_refused()
    {
        var order = NewId();
        await ChargeAsync(order);

        await Billing.ChargeAsync(ChargeOf(order, amount: 4_201)).ShouldFailAsync(StatusCode.FailedPrecondition);
        await Billing.ChargeAsync(ChargeOf(order, "pm_card_mastercard")).ShouldFailAsync(StatusCode.FailedPrecondition);
        (await Gateway.IntentAsync(order)).AmountReceived.ShouldBe(4_200);
    }

    [Test]
    public async Task Charge_with_bad_input_names_every_field()
    {
        await Billing.ChargeAsync(new()).ShouldViolateAsync("order_id", "amount", "payment_method");
        await Billing.ChargeAsync(ChargeOf(NewId(), amount: 49)).ShouldViolateAsync("amount");
        await Billing.ChargeAsync(ChargeOf(NewId(), amount: 100_000_000)).ShouldViolateAsync("amount");
    }

    [Test]
    public async Task GetPayment_of_what_was_never_charged_is_not_found() =>
        await Billing.GetPaymentAsync(new() { OrderId = NewId() }).ShouldFailAsync(StatusCode.NotFound);
}
