using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Grpc.Core;
using static Commerce.Billing.V1.ChargeResponse;
using Client = Commerce.Billing.V1.BillingService.BillingServiceClient;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

/// <summary>What is not known is never called declined, and asking again tells the truth.</summary>
internal sealed class UnknownOutcomeTests : BillingFixture
{
    private const string Create = "/v1/payment_intents";
    private const string Confirm = "/v1/payment_intents/*/confirm";

    [TestCase(Create, FaultKind.LostAnswer)]
    [TestCase(Create, FaultKind.Refuse)]
    [TestCase(Create, FaultKind.Error)]
    [TestCase(Create, FaultKind.StoredError)]
    [TestCase(Create, FaultKind.BrokenAnswer)]
    [TestCase(Confirm, FaultKind.LostAnswer)]
    [TestCase(Confirm, FaultKind.Refuse)]
    [TestCase(Confirm, FaultKind.Error)]
    [TestCase(Confirm, FaultKind.StoredError)]
    [TestCase(Confirm, FaultKind.BrokenAnswer)]
    public async Task Charge_that_got_no_clear_answer_is_unknown_and_a_repeat_charges_once(string path, FaultKind kind)
    {
        var order = NewId();
        await Gateway.InjectAsync(kind, path);

        await Billing.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Processing);
        var answer = await RepeatAsync(order);

        answer.OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await Gateway.IntentsAsync(order)).SelectMany(intent => intent.Charges).ShouldHaveSingleItem().Paid.ShouldBeTrue();
    }

    [TestCase(FaultKind.LostAnswer)]
    [TestCase(FaultKind.BrokenAnswer)]
    public async Task Charge_whose_decline_was_lost_is_declined_by_a_repeat(FaultKind kind)
    {
        var order = NewId();
        await Gateway.InjectAsync(kind);

        await Billing.ChargeAsync(ChargeOf(order, "pm_card_chargeDeclined")).ShouldFailAsync(StatusCode.Unavailable);
        var answer = await ChargeAsync(order, "pm_card_chargeDeclined");

        answer.Declined.DeclineCode.ShouldBe("card_declined");
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(1);
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Charge_that_the_gateway_puts_off_is_unknown(int status)
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.Error, Create, status: status);

        await Billing.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);

        (await ChargeAsync(order)).OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
    }

    [TestCase(Create)]
    [TestCase(Confirm)]
    public async Task Charge_repeated_after_the_gateway_forgot_its_keys_charges_once(string path)
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.LostAnswer, path);
        await Billing.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);

        await Gateway.Control.ForgetIdempotencyKeysAsync(CancellationToken.None);
        var answer = await ChargeAsync(order);

        answer.OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await Gateway.IntentsAsync(order)).SelectMany(intent => intent.Charges).ShouldHaveSingleItem();
    }

    [Test]
    public async Task Charge_of_a_silent_gateway_ends_at_its_deadline_and_a_repeat_finds_the_charge()
    {
        await using var impatient = await StartBillingAsync(null, ("Stripe:Timeout", "00:00:00.300"));
        var client = impatient.Client<Client>(Who.Service);
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.HoldAnswer);

        var started = TimeProvider.System.GetTimestamp();
        await client.ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(4));
        await Gateway.Control.ReleaseAsync(CancellationToken.None);

        var answer = await client.ChargeAsync(ChargeOf(order));
        answer.OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(1);
    }

    [Test]
    public async Task Charge_whose_caller_stops_waiting_goes_on_from_there_when_asked_again()
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.Hold);
        using var caller = new CancellationTokenSource();
        var call = Billing.ChargeAsync(ChargeOf(order), cancellationToken: caller.Token);
        await Gateway.Control.HeldAsync(1, CancellationToken.None);

        await caller.CancelAsync();
        await call.ShouldFailAsync(StatusCode.Cancelled);
        await Gateway.Control.ReleaseAsync(CancellationToken.None);
        // The gateway refuses the key while the abandoned call still runs: that would be another test.
        await Eventually.HoldsAsync(async () => (await Gateway.IntentAsync(order)).AmountReceived > 0, "the abandoned call to be executed");

        (await ChargeAsync(order)).OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(1);
    }

    [Test]
    public async Task Charge_goes_on_after_a_restart()
    {
        await using var before = await StartBillingAsync(null);
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.LostAnswer);
        await before.Client<Client>(Who.Service).ChargeAsync(ChargeOf(order)).ShouldFailAsync(StatusCode.Unavailable);

        await using var after = await StartBillingAsync(before.ConnectionString);
        var answer = await after.Client<Client>(Who.Service).ChargeAsync(ChargeOf(order));

        answer.OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(1);
    }

    /// <summary>A key that only repeats an error costs one call more.</summary>
    private async Task<ChargeResponse> RepeatAsync(string order)
    {
        try
        {
            return await ChargeAsync(order);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unavailable)
        {
            return await ChargeAsync(order);
        }
    }
}
