using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Grpc.Core;
using static Commerce.Billing.V1.ChargeResponse;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

/// <summary>
/// What the gateway refuses for good ends a payment; what is about the account or the moment leaves it as it is.
/// </summary>
internal sealed class RefusedTests : BillingFixture
{
    private const string Create = "/v1/payment_intents";
    private const string Confirm = "/v1/payment_intents/*/confirm";

    [TestCase(Create, 400, "amount_too_small")]
    [TestCase(Confirm, 400, "amount_too_small")]
    [TestCase(Confirm, 404, "resource_missing")]
    public async Task Charge_that_is_refused_for_good_says_so_and_says_it_again(string path, int status, string code)
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.Error, path, status: status);

        var answer = await ChargeAsync(order);
        var again = await ChargeAsync(order);

        (answer.Refused.Code, answer.Refused.Message).ShouldBe((code, "This payment could not be made."));
        (answer.Payment.Status, answer.Payment.Captured).ShouldBe((Proto.PaymentStatus.Failed, Usd(0)));
        again.ShouldBe(answer);
        (await Gateway.IntentsAsync(order)).SelectMany(intent => intent.Charges).ShouldBeEmpty();
    }

    [Test]
    public async Task Charge_whose_intent_the_gateway_has_lost_ends_whoever_finds_out()
    {
        var (charged, cancelled, compared) = (NewId(), NewId(), NewId());
        foreach (var order in (string[])[charged, cancelled, compared])
        {
            await ChargeAsync(order, ThreeDSecure);
            await ExecuteAsync(
                "UPDATE payment SET gateway_id = 'pi_gone_' || order_id WHERE order_id = $1", Guid.Parse(order));
        }

        (await ChargeAsync(charged, ThreeDSecure)).OutcomeCase.ShouldBe(OutcomeOneofCase.Refused);
        (await Billing.CancelPaymentAsync(new() { OrderId = cancelled })).Status.ShouldBe(Proto.PaymentStatus.Failed);
        await RoundAsync(compared);
        (await AnnouncedAsync(compared)).ShouldHaveSingleItem().Payment.Status.ShouldBe(Proto.PaymentStatus.Failed);
        (await ScalarAsync<bool>(
            "SELECT bool_and(gateway_closed AND is_refused) FROM payment WHERE gateway_id LIKE 'pi_gone_%'"))
            .ShouldBeTrue();
    }

    [TestCase(Create, 401)]
    [TestCase(Create, 403)]
    [TestCase(Create, 429)]
    [TestCase(Confirm, 401)]
    [TestCase(Confirm, 403)]
    [TestCase(Confirm, 429)]
    public async Task Charge_that_is_not_let_in_is_left_as_it_is_and_a_repeat_takes_the_money_once(
        string path, int status)
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.Error, path, status: status);

        await Billing.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);

        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Processing);
        (await ChargeAsync(order)).OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(1);
    }

    [Test]
    public async Task Charge_whose_intent_stays_busy_is_left_as_it_is()
    {
        var order = NewId();
        // As often as Billing tries.
        await Gateway.InjectAsync(FaultKind.Error, Confirm, times: 6, status: 409);

        await Billing.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);

        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Processing);
        (await ChargeAsync(order)).OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
    }

    [Test]
    public async Task Refund_of_an_intent_that_the_gateway_does_not_know_is_not_given_up()
    {
        var order = NewId();
        await ChargeAsync(order);
        await ExecuteAsync(
            "UPDATE payment SET gateway_id = 'pi_gone_' || order_id WHERE order_id = $1", Guid.Parse(order));
        await Billing.RefundAsync(new() { RefundId = NewId(), OrderId = order, Amount = Usd(100) })
            .ShouldFailAsync(StatusCode.Unavailable);
    }
}
