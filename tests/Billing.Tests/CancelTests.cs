using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Grpc.Core;
using static Commerce.Billing.V1.ChargeResponse;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

internal sealed class CancelTests : BillingFixture
{
    [Test]
    public async Task Cancel_of_an_order_never_charged_refuses_a_late_charge()
    {
        var order = NewId();

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Cancelled);
        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Cancelled);
        var late = await ChargeAsync(order);

        late.OutcomeCase.ShouldBe(OutcomeOneofCase.Cancelled);
        (await Gateway.IntentsAsync(order)).ShouldBeEmpty();
        await Billing.GetPaymentAsync(new() { OrderId = order }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Cancel_while_the_customer_should_act_ends_it_at_the_gateway()
    {
        var order = NewId();
        await ChargeAsync(order, ThreeDSecure);

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Cancelled);

        (await Gateway.IntentAsync(order)).Status.ShouldBe("canceled");
        (await ChargeAsync(order, ThreeDSecure)).OutcomeCase.ShouldBe(OutcomeOneofCase.Cancelled);
        (await AnnouncedAsync(order)).ShouldBeEmpty();
    }

    [Test]
    public async Task Cancel_after_the_money_came_says_so()
    {
        var order = NewId();
        await ChargeAsync(order);

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Succeeded);

        await RefundAsync(NewId(), order, 4_200);
        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Succeeded);
    }

    [Test]
    public async Task Cancel_after_the_customer_paid_unnoticed_says_so_and_knows_the_money()
    {
        var order = NewId();
        await ChargeAsync(order, ThreeDSecure);
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Succeeded);

        (await PaymentAsync(order)).Captured.ShouldBe(Usd(4_200));
    }

    [Test]
    public async Task Cancel_after_a_decline_stays_declined_and_closes_the_intent()
    {
        var order = NewId();
        await ChargeAsync(order, "pm_card_chargeDeclined");

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Failed);
        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Failed);

        (await Gateway.IntentAsync(order)).Status.ShouldBe("canceled");
    }

    [TestCase("/v1/payment_intents", FaultKind.Hold)]
    [TestCase("/v1/payment_intents", FaultKind.HoldAnswer)]
    [TestCase("/v1/payment_intents/*/confirm", FaultKind.Hold)]
    public async Task Cancel_before_the_charge_reaches_the_money_wins(string path, FaultKind kind)
    {
        var order = NewId();
        await Gateway.InjectAsync(kind, path);
        var charge = ChargeAsync(order);
        await Gateway.Control.HeldAsync(1, CancellationToken.None);

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Cancelled);
        await Gateway.Control.ReleaseAsync(CancellationToken.None);

        (await charge).OutcomeCase.ShouldBe(OutcomeOneofCase.Cancelled);
        var intent = await Gateway.IntentAsync(order);
        (intent.Status, intent.AmountReceived).ShouldBe(("canceled", 0));
    }

    [Test]
    public async Task Cancel_after_the_charge_reached_the_money_loses()
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.HoldAnswer);
        var charge = ChargeAsync(order);
        await Gateway.Control.HeldAsync(1, CancellationToken.None);

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Succeeded);
        await Gateway.Control.ReleaseAsync(CancellationToken.None);

        (await charge).OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
    }

    [TestCase(FaultKind.Error)]
    [TestCase(FaultKind.LostAnswer)]
    public async Task Cancel_without_a_clear_answer_is_unknown_and_a_repeat_knows(FaultKind kind)
    {
        var order = NewId();
        await ChargeAsync(order, ThreeDSecure);
        await Gateway.InjectAsync(kind, "/v1/payment_intents/*/cancel");

        await Billing.CancelPaymentAsync(new() { OrderId = order }).ShouldFailAsync(StatusCode.Unavailable);
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.RequiresAction);

        (await CancelAsync(order)).ShouldBe(Proto.PaymentStatus.Cancelled);
    }

    private async Task<Proto.PaymentStatus> CancelAsync(string orderId) =>
        (await Billing.CancelPaymentAsync(new() { OrderId = orderId })).Status;
}
