using System.Net;
using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class IdempotencyTests
{
    [Test]
    public async Task Same_key_and_parameters_replay_the_answer(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var first = await sandbox.Stripe.ChargeAsync(cancel, key: "k");
        var second = await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        second.Id.ShouldBe(first.Id);
        first.WasReplayed().ShouldBeFalse();
        second.WasReplayed().ShouldBeTrue();
        (await sandbox.Control.StateAsync(cancel)).Intents.Count.ShouldBe(1);
    }

    [Test]
    public async Task Same_key_with_other_parameters_answers_400(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        var refused = await Should.ThrowAsync<StripeException>(
            sandbox.Stripe.ChargeAsync(cancel, key: "k", amount: 999));

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.StripeError.Type.ShouldBe("idempotency_error");
    }

    [Test]
    public async Task Same_key_at_another_endpoint_answers_400(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var paid = await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        var refused = await Should.ThrowAsync<StripeException>(
            sandbox.Stripe.RefundAsync(paid.Id, null, cancel, key: "k"));

        refused.StripeError.Type.ShouldBe("idempotency_error");
        (await sandbox.Control.StateAsync(cancel)).Refunds.ShouldBeEmpty();
    }

    [Test]
    public async Task Same_key_while_the_first_runs_answers_409(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(new(FaultKind.Hold, Times: 1), cancel);
        var first = sandbox.Stripe.ChargeAsync(cancel, key: "k");
        await sandbox.Control.HeldAsync(1, cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, key: "k"));
        await sandbox.Control.ReleaseAsync(cancel);
        // Released is not answered: until the first has its answer, another is refused as well.
        var made = await first;
        var second = await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.Conflict);
        refused.StripeError.Code.ShouldBe("idempotency_key_in_use");
        second.Id.ShouldBe(made.Id);
    }

    [Test]
    public async Task Decline_is_replayed(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, "pm_card_chargeDeclined", key: "k"));

        var again = await Should.ThrowAsync<StripeException>(
            sandbox.Stripe.ChargeAsync(cancel, "pm_card_chargeDeclined", key: "k"));

        again.StripeResponse.WasReplayed().ShouldBeTrue();
        again.StripeError.DeclineCode.ShouldBe("generic_decline");
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().Charges.Count.ShouldBe(1);
    }

    [Test]
    public async Task Bad_parameters_leave_the_key_free(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, amount: 1, key: "k"));

        var second = await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        second.Status.ShouldBe("succeeded");
    }

    [TestCase(FaultKind.StoredError, 0)]
    [TestCase(FaultKind.BrokenAnswer, 1)]
    public async Task Error_after_execution_began_is_replayed(FaultKind kind, int intents, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        await sandbox.Control.InjectAsync(new(kind, Times: 1), cancel);
        await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, key: "k"));

        var again = await Should.ThrowAsync<StripeException>(sandbox.Stripe.ChargeAsync(cancel, key: "k"));

        again.HttpStatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        again.StripeResponse.WasReplayed().ShouldBeTrue();
        (await sandbox.Control.StateAsync(cancel)).Intents.Count.ShouldBe(intents);
    }

    [Test]
    public async Task Forgotten_key_executes_anew(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var first = await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        await sandbox.Control.ForgetIdempotencyKeysAsync(cancel);
        var second = await sandbox.Stripe.ChargeAsync(cancel, key: "k");

        second.Id.ShouldNotBe(first.Id);
    }
}
