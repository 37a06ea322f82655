using System.Net;
using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class FaultTests
{
    [Test]
    public async Task LostAnswer_executes_once_and_a_repeat_learns_of_it(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(new(FaultKind.LostAnswer, Times: 1), cancel);

        await Should.ThrowAsync<HttpRequestException>(sandbox.Stripe.ChargeAsync(cancel, key: "k"));
        var repeat = await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        repeat.WasReplayed().ShouldBeTrue();
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().Charges.Count.ShouldBe(1);
    }

    [Test]
    public async Task Refuse_executes_nothing(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(new(FaultKind.Refuse, Times: 1), cancel);

        await Should.ThrowAsync<HttpRequestException>(sandbox.Stripe.ChargeAsync(cancel, key: "k"));

        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldBeEmpty();
        (await sandbox.Stripe.ChargeAsync(cancel, key: "k")).WasReplayed().ShouldBeFalse();
    }

    [TestCase(500)]
    [TestCase(503)]
    [TestCase(429)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    public async Task Error_executes_nothing_and_leaves_the_key_free(int status, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(new(FaultKind.Error, Times: 1, Status: status), cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, key: "k"));

        refused.HttpStatusCode.ShouldBe((HttpStatusCode)status);
        (await sandbox.Stripe.ChargeAsync(cancel, key: "k")).Status.ShouldBe("succeeded");
    }

    [Test]
    public async Task Caller_who_hangs_up_is_charged_all_the_same(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        await using var sandbox = await RunningSandbox.StartAsync(
            cancel, $"--Sandbox:WebhookUrl={shop.Url}", $"--Sandbox:WebhookSecret={RunningSandbox.Secret}");
        await sandbox.Control.InjectAsync(new(FaultKind.Hold, Times: 1), cancel);
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var call = sandbox.Stripe.ChargeAsync(hangUp.Token, key: "k");
        await sandbox.Control.HeldAsync(1, cancel);

        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        await sandbox.Control.ReleaseAsync(cancel);

        await shop.TakeAsync(3, cancel);
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().AmountReceived.ShouldBe(4_200);
    }

    [TestCase(FaultKind.Delay)]
    [TestCase(FaultKind.SlowAnswer)]
    public async Task Slow_call_is_answered_late(FaultKind kind, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(new(kind, Times: 1, DelayMs: 150), cancel);
        var started = TimeProvider.System.GetTimestamp();

        var intent = await sandbox.Stripe.ChargeAsync(cancel);

        intent.Status.ShouldBe("succeeded");
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(140));
    }

    [Test]
    public async Task Fault_hits_only_the_calls_that_it_matches_and_only_so_often(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(
            new(FaultKind.Error, Method: "POST", Path: "/v1/payment_intents/*/confirm", Times: 2), cancel);

        var created = await sandbox.Stripe.CreateAsync(cancel);
        await Should.ThrowAsync<StripeException>(sandbox.Stripe.ConfirmAsync(created.Id, cancel));
        await sandbox.Stripe.ReadAsync(created.Id, cancel);
        await Should.ThrowAsync<StripeException>(sandbox.Stripe.ConfirmAsync(created.Id, cancel));
        var confirmed = await sandbox.Stripe.ConfirmAsync(created.Id, cancel);

        confirmed.Status.ShouldBe("succeeded");
        (await sandbox.Control.FaultsAsync(cancel)).Waiting.ShouldBeEmpty();
    }

    [Test]
    public async Task Clear_ends_a_fault_without_end(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(new(FaultKind.Error, Status: 503), cancel);
        await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel));
        await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel));

        await sandbox.Control.ClearFaultsAsync(cancel);

        (await sandbox.Stripe.ChargeAsync(cancel)).Status.ShouldBe("succeeded");
    }
}
