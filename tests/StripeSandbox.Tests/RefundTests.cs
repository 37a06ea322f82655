using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class RefundTests
{
    [Test]
    public async Task Refund_in_parts_gives_back_no_more_than_was_paid(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var paid = await sandbox.Stripe.ChargeAsync(cancel, amount: 1_000);

        var part = await sandbox.Stripe.RefundAsync(paid.Id, 400, cancel);
        var tooMuch = await Should.ThrowAsync<StripeException>(sandbox.Stripe.RefundAsync(paid.Id, 601, cancel));
        var rest = await sandbox.Stripe.RefundAsync(paid.Id, null, cancel);
        var empty = await Should.ThrowAsync<StripeException>(sandbox.Stripe.RefundAsync(paid.Id, 1, cancel));

        part.Status.ShouldBe("succeeded");
        part.Metadata["refund_id"].ShouldBe("r-1");
        tooMuch.StripeError.Param.ShouldBe("amount");
        rest.Amount.ShouldBe(600);
        empty.StripeError.Code.ShouldBe("charge_already_refunded");
        (await sandbox.Stripe.ReadAsync(paid.Id, cancel)).LatestCharge.AmountRefunded.ShouldBe(1_000);
    }

    [Test]
    public async Task Refund_with_the_same_key_gives_back_once(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var paid = await sandbox.Stripe.ChargeAsync(cancel, amount: 1_000);

        var first = await sandbox.Stripe.RefundAsync(paid.Id, 300, cancel, key: "r");
        var second = await sandbox.Stripe.RefundAsync(paid.Id, 300, cancel, key: "r");

        second.Id.ShouldBe(first.Id);
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().AmountRefunded.ShouldBe(300);
    }

    [Test]
    public async Task Refund_of_an_unpaid_intent_is_refused(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var unpaid = await sandbox.Stripe.CreateAsync(cancel);

        var refused = await Should.ThrowAsync<StripeException>(sandbox.Stripe.RefundAsync(unpaid.Id, 100, cancel));

        refused.StripeError.Param.ShouldBe("payment_intent");
    }

    [Test]
    public async Task List_shows_the_refunds_of_one_intent(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var paid = await sandbox.Stripe.ChargeAsync(cancel);
        var other = await sandbox.Stripe.ChargeAsync(cancel);
        var refund = await sandbox.Stripe.RefundAsync(paid.Id, 100, cancel);
        await sandbox.Stripe.RefundAsync(other.Id, 100, cancel);

        var listed = await sandbox.Stripe.V1.Refunds.ListAsync(new() { PaymentIntent = paid.Id }, cancellationToken: cancel);
        var read = await sandbox.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: cancel);

        listed.Select(found => found.Id).ShouldBe([refund.Id]);
        read.Amount.ShouldBe(100);
    }

    [Test]
    public async Task Failed_refund_leaves_the_money_with_the_merchant(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var paid = await sandbox.Stripe.ChargeAsync(cancel, amount: 1_000);
        var refund = await sandbox.Stripe.RefundAsync(paid.Id, 400, cancel);

        await sandbox.Control.FailRefundAsync(refund.Id, cancel);
        await sandbox.Control.FailRefundAsync(refund.Id, cancel);

        (await sandbox.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: cancel)).Status.ShouldBe("failed");
        (await sandbox.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().AmountRefunded.ShouldBe(0);
    }
}
