using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Grpc.Core;
using static Commerce.Billing.V1.ChargeResponse;
using Client = Commerce.Billing.V1.BillingService.BillingServiceClient;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

/// <summary>No webhook arrives here unless a test sends it; each test runs the rounds itself.</summary>
internal sealed class ReconciliationTests : BillingFixture
{
    private const string Confirm = "/v1/payment_intents/*/confirm";
    private const string Create = "/v1/payment_intents";
    private const string Refunds = "/v1/refunds";

    [Test]
    public async Task Payment_whose_webhook_never_comes_is_mended_and_Orders_is_told_once()
    {
        var order = await WaitingAsync();
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        await RoundAsync(order);
        await RoundAsync(order);
        await SendAsync(order);

        var payment = await PaymentAsync(order);
        (payment.Status, payment.Captured, payment.Last4).ShouldBe((Proto.PaymentStatus.Succeeded, Usd(4_200), "3184"));
        (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.ShouldBe(payment);
    }

    [Test]
    public async Task Payment_that_the_customer_failed_is_mended_and_its_intent_is_cancelled()
    {
        var order = await WaitingAsync();
        await Gateway.Control.FailAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        await RoundAsync(order);

        var told = (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment;
        (told.Status, told.DeclineCode).ShouldBe((Proto.PaymentStatus.Failed, "payment_intent_authentication_failure"));
        (await Gateway.IntentAsync(order)).Status.ShouldBe("canceled");
        (await PaymentAsync(order)).ShouldBe(told);
    }

    [TestCase(Visa, Proto.PaymentStatus.Succeeded)]
    [TestCase("pm_card_chargeDeclined", Proto.PaymentStatus.Failed)]
    [TestCase(ThreeDSecure, Proto.PaymentStatus.RequiresAction)]
    public async Task Payment_whose_answer_was_lost_is_mended_without_another_charge(string method, Proto.PaymentStatus status)
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.LostAnswer, Confirm);
        await Billing.ChargeAsync(ChargeOf(order, method)).ShouldFailAsync(StatusCode.Unavailable);
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Processing);

        await RoundAsync(order);

        (await PaymentAsync(order)).Status.ShouldBe(status);
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(status == Proto.PaymentStatus.RequiresAction ? 0 : 1);
        (await AnnouncedAsync(order)).Count.ShouldBe(status == Proto.PaymentStatus.RequiresAction ? 0 : 1);
    }

    [Test]
    public async Task Payment_whose_intent_was_never_named_gets_it_named_and_no_money_moves_until_a_charge()
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.LostAnswer, Create);
        await Billing.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);

        await RoundAsync(order);

        var intent = await Gateway.IntentAsync(order);
        (await PaymentAsync(order)).GatewayId.ShouldBe(intent.Id);
        (intent.Status, intent.Charges.Count).ShouldBe(("requires_confirmation", 0));
        (await ChargeAsync(order)).OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await Gateway.IntentAsync(order)).Charges.ShouldHaveSingleItem();
    }

    [TestCase(Visa)]
    [TestCase(ThreeDSecure)]
    public async Task Payment_that_nobody_asked_for_in_a_day_is_given_up_and_Orders_is_told(string method)
    {
        var order = NewId();
        if (method == Visa) await Gateway.InjectAsync(FaultKind.Refuse, Confirm);
        await ChargeOrFailAsync(order, method);
        await ExecuteAsync("UPDATE payment SET created_at = created_at - interval '23 hours' WHERE order_id = $1", Guid.Parse(order));
        await RoundAsync(order);
        (await Gateway.IntentAsync(order)).Status.ShouldNotBe("canceled");

        await ExecuteAsync("UPDATE payment SET created_at = created_at - interval '1 hour' WHERE order_id = $1", Guid.Parse(order));
        await RoundAsync(order);

        (await Gateway.IntentAsync(order)).Status.ShouldBe("canceled");
        (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.Status.ShouldBe(Proto.PaymentStatus.Cancelled);
        (await ChargeAsync(order, method)).OutcomeCase.ShouldBe(OutcomeOneofCase.Cancelled);
    }

    [Test]
    public async Task Declined_intent_is_cancelled_and_the_payment_stays_declined()
    {
        var order = NewId();
        await ChargeAsync(order, "pm_card_chargeDeclined");

        await RoundAsync(order);

        (await Gateway.IntentAsync(order)).Status.ShouldBe("canceled");
        (await ChargeAsync(order, "pm_card_chargeDeclined")).Declined.DeclineCode.ShouldBe("card_declined");
        (await AnnouncedAsync(order)).ShouldBeEmpty();
        (await IsDueAsync(order)).ShouldBeFalse();
    }

    [Test]
    public async Task Intent_whose_making_was_lost_before_the_cancellation_is_found_and_cancelled()
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.LostAnswer, Create);
        await Billing.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);
        (await Billing.CancelPaymentAsync(new() { OrderId = order })).Status.ShouldBe(Proto.PaymentStatus.Cancelled);
        (await Gateway.IntentAsync(order)).Status.ShouldBe("requires_confirmation");

        await RoundAsync(order);

        (await Gateway.IntentAsync(order)).Status.ShouldBe("canceled");
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Cancelled);
        (await IsDueAsync(order)).ShouldBeFalse();
    }

    [Test]
    public async Task Money_that_came_for_a_failed_payment_is_known_and_Orders_is_told()
    {
        var order = NewId();
        await ChargeAsync(order, "pm_card_chargeDeclined");
        await Gateway.Stripe.V1.PaymentIntents.ConfirmAsync((await Gateway.IntentAsync(order)).Id, new() { PaymentMethod = "pm_card_mastercard" });

        await RoundAsync(order);

        var told = (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment;
        (told.Status, told.Captured, told.Last4).ShouldBe((Proto.PaymentStatus.Succeeded, Usd(4_200), "4444"));
    }

    [TestCase(FaultKind.LostAnswer)]
    [TestCase(FaultKind.Refuse)]
    public async Task Refund_without_an_answer_is_mended_and_given_once(FaultKind kind)
    {
        var (order, refund) = (NewId(), NewId());
        await ChargeAsync(order);
        await Gateway.InjectAsync(kind, Refunds);
        await Billing.RefundAsync(new() { RefundId = refund, OrderId = order, Amount = Usd(1_200) }).ShouldFailAsync(StatusCode.Unavailable);

        await RoundAsync(order);
        await RoundAsync(order);

        (await Gateway.RefundedAsync(order)).ShouldBe(1_200);
        (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.Refunded.ShouldBe(Usd(1_200));
        (await RefundAsync(refund, order, 1_200)).Refunded.Payment.Refunded.ShouldBe(Usd(1_200));
    }

    [Test]
    public async Task Fresh_payments_are_left_to_their_callers()
    {
        var order = await WaitingAsync();
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        await Reconciliation.RoundAsync(CancellationToken.None);

        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.RequiresAction);
    }

    [Test]
    public async Task Gateway_that_is_away_changes_nothing_and_the_next_comparison_mends()
    {
        var order = await WaitingAsync();
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);
        await Gateway.Control.InjectAsync(new(FaultKind.Refuse, "GET", "/v1/payment_intents/*"), CancellationToken.None);

        await RoundAsync(order);
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.RequiresAction);
        await Gateway.Control.ClearFaultsAsync(CancellationToken.None);
        // Claimed a moment ago: not due again yet.
        await Reconciliation.RoundAsync(CancellationToken.None);
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.RequiresAction);
        await RoundAsync(order);

        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Succeeded);
    }

    [Test]
    public async Task Replicas_at_the_same_time_mend_each_payment_once()
    {
        var replica = await StartBillingAsync(Service.ConnectionString);
        var orders = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => WaitingAsync()));
        foreach (var order in orders) await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);
        foreach (var order in orders) await AgeAsync(order);

        await Task.WhenAll(
            Reconciliation.RoundAsync(CancellationToken.None), Of(replica).RoundAsync(CancellationToken.None), SendAsync(orders[0]));
        await replica.StopAsync();

        foreach (var order in orders)
            (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.Status.ShouldBe(Proto.PaymentStatus.Succeeded);
    }

    [Test]
    public async Task Events_are_kept_for_thirty_days()
    {
        await ExecuteAsync("""
            INSERT INTO gateway_event (id, type, gateway_id, fact, received_at)
            SELECT 'evt_' || n || '_days_old', 't', 'pi_old', '{}', now() - n * interval '1 day' FROM generate_series(29, 32) n
            """);
        await ExecuteAsync("""
            INSERT INTO gateway_event (id, type, gateway_id, fact, received_at)
            SELECT 'evt_' || n, 't', 'pi_old', '{}', now() - interval '40 days' FROM generate_series(1, 2500) n
            """);

        await Reconciliation.RoundAsync(CancellationToken.None);

        (await ScalarAsync<string>("SELECT string_agg(id, ' ') FROM gateway_event WHERE gateway_id = 'pi_old'")).ShouldBe("evt_29_days_old");
    }

    [Test]
    public async Task Schedule_runs_by_itself()
    {
        await using var service = await StartBillingAsync(
            null, ("Stripe:ReconcileEvery", "00:00:00.050"), ("Stripe:ReconcileAfter", "00:00:00"));
        var billing = service.Client<Client>(Who.Service);
        var order = NewId();
        await billing.ChargeAsync(ChargeOf(order, ThreeDSecure));
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        await Eventually.HoldsAsync(
            async () => (await billing.GetPaymentAsync(new() { OrderId = order })).Payment.Status == Proto.PaymentStatus.Succeeded,
            "the payment to be mended");
    }

    private Task<bool> IsDueAsync(string orderId) =>
        ScalarAsync<bool>("SELECT status <> 'Succeeded' AND NOT gateway_closed FROM payment WHERE order_id = $1", Guid.Parse(orderId));

    private async Task<string> WaitingAsync()
    {
        var order = NewId();
        (await ChargeAsync(order, ThreeDSecure)).RequiresAction.ShouldNotBeNull();
        return order;
    }

    private async Task ChargeOrFailAsync(string order, string method)
    {
        try
        {
            await ChargeAsync(order, method);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unavailable)
        {
            (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Processing);
        }
    }
}
