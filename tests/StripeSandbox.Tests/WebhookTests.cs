using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class WebhookTests
{
    [Test]
    public async Task Charge_sends_events_that_Stripes_own_client_accepts(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        await using var sandbox = await StartAsync(shop, cancel);

        var intent = await sandbox.Stripe.ChargeAsync(cancel);
        var events = (await shop.TakeAsync(3, cancel)).Select(Verified).ToList();

        events.Select(sent => sent.Type).ShouldBe(
            ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"], ignoreOrder: true);
        var succeeded = events.Single(sent => sent.Type == "payment_intent.succeeded");
        var about = succeeded.Data.Object.ShouldBeOfType<PaymentIntent>();
        about.Id.ShouldBe(intent.Id);
        about.AmountReceived.ShouldBe(4_200);
        about.Metadata["order_id"].ShouldBe("order-1");
    }

    [Test]
    public async Task Event_with_another_secret_is_not_accepted(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        await using var sandbox = await StartAsync(shop, cancel);

        await sandbox.Stripe.ChargeAsync(cancel);
        var sent = (await shop.TakeAsync(1, cancel)).Single();

        Should.Throw<StripeException>(() => EventUtility.ConstructEvent(sent.Body, sent.Signature, "whsec_other"));
    }

    [TestCase("pm_card_chargeDeclined", "payment_intent.payment_failed")]
    [TestCase("pm_card_authenticationRequired", "payment_intent.requires_action")]
    public async Task Charge_that_does_not_succeed_says_so(string method, string type, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        try
        {
            await sandbox.Stripe.ChargeAsync(cancel, method);
        }
        catch (StripeException declined) when (declined.StripeError.Type == "card_error")
        {
            // As the first case means it to be.
        }

        (await sandbox.Control.StateAsync(cancel)).Deliveries.Select(delivery => delivery.Type).ShouldContain(type);
    }

    [Test]
    public async Task Cancel_and_refund_say_so(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var open = await sandbox.Stripe.CreateAsync(cancel);
        await sandbox.Stripe.V1.PaymentIntents.CancelAsync(open.Id, cancellationToken: cancel);
        var paid = await sandbox.Stripe.ChargeAsync(cancel);
        var refund = await sandbox.Stripe.RefundAsync(paid.Id, 100, cancel);
        await sandbox.Control.FailRefundAsync(refund.Id, cancel);

        var types = (await sandbox.Control.StateAsync(cancel)).Deliveries.Select(delivery => delivery.Type).ToList();

        string[] expected =
            ["payment_intent.canceled", "refund.created", "charge.refunded", "refund.failed", "refund.updated"];
        expected.ShouldBeSubsetOf(types);
    }

    [Test]
    public async Task Refused_event_is_sent_again_under_the_same_id(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel, refusals: 2);
        await using var sandbox = await StartAsync(shop, cancel);

        await sandbox.Stripe.CreateAsync(cancel);
        var attempts = (await shop.TakeAsync(3, cancel)).Select(Verified).ToList();

        attempts.Select(sent => sent.Id).Distinct().Count().ShouldBe(1);
    }

    [Test]
    public async Task Paused_events_wait_and_go_in_the_order_that_a_test_asks_for(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        await using var sandbox = await StartAsync(shop, cancel);
        await sandbox.Control.SetWebhooksAsync(new(Paused: true), cancel);
        await sandbox.Stripe.ChargeAsync(cancel);
        var waiting = (await sandbox.Control.StateAsync(cancel)).Deliveries;

        foreach (var delivery in waiting.Reverse())
        {
            (await sandbox.Control.SendWebhookAsync(delivery.Id, cancel)).ShouldBe(200);
        }

        var sent = (await shop.TakeAsync(3, cancel)).Select(Verified).Select(found => found.Id);
        waiting.ShouldAllBe(delivery => delivery.Attempts == 0);
        sent.ShouldBe(waiting.Reverse().Select(delivery => delivery.Id));
        (await sandbox.Control.StateAsync(cancel)).Deliveries.ShouldAllBe(delivery => delivery.Delivered);
    }

    [Test]
    public async Task Copies_send_an_event_more_than_once_and_shuffle_loses_none(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        await using var sandbox = await StartAsync(shop, cancel);
        await sandbox.Control.SetWebhooksAsync(new(Copies: 2, Shuffle: true), cancel);

        await sandbox.Stripe.ChargeAsync(cancel);
        var sent = (await shop.TakeAsync(6, cancel)).Select(Verified);

        sent.CountBy(found => found.Id).Select(pair => pair.Value).ShouldBe([2, 2, 2]);
    }

    [Test]
    public async Task Events_that_nobody_asked_for_are_kept_and_not_sent(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        await using var sandbox = await StartAsync(shop, cancel, "--Sandbox:WebhookEvents:0=payment_intent.succeeded", "--Sandbox:WebhookEvents:1=payment_intent.canceled");

        await sandbox.Stripe.ChargeAsync(cancel);
        var open = await sandbox.Stripe.CreateAsync(cancel);
        await sandbox.Stripe.V1.PaymentIntents.CancelAsync(open.Id, cancellationToken: cancel);

        (await shop.TakeAsync(2, cancel)).Select(Verified).Select(sent => sent.Type).ShouldBe(["payment_intent.succeeded", "payment_intent.canceled"], ignoreOrder: true);
        var kept = (await sandbox.Control.StateAsync(cancel)).Deliveries.Where(delivery => delivery.Type is "payment_intent.created" or "charge.succeeded").ToList();
        kept.Count.ShouldBe(3);
        kept.ShouldAllBe(delivery => delivery.Attempts == 0);
    }

    private static Task<RunningSandbox> StartAsync(WebhookReceiver shop, CancellationToken cancel, params string[] settings) =>
        RunningSandbox.StartAsync(
            cancel, [$"--Sandbox:WebhookUrl={shop.Url}", $"--Sandbox:WebhookSecret={RunningSandbox.Secret}", .. settings]);

    private static Event Verified(Received sent) =>
        EventUtility.ConstructEvent(sent.Body, sent.Signature, RunningSandbox.Secret);
}
