namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class RestartTests
{
    private readonly string _journal = Path.Combine(Path.GetTempPath(), $"sandbox-{Guid.CreateVersion7():N}.jsonl");

    [TearDown]
    public void DeleteJournal() => File.Delete(_journal);

    [Test]
    public async Task Restart_keeps_money_keys_and_undelivered_events(CancellationToken cancel)
    {
        string paid;
        await using (var before = await StartAsync(cancel))
        {
            paid = (await before.Stripe.ChargeAsync(cancel, key: "k")).Id;
            await before.Stripe.RefundAsync(paid, 1_000, cancel);
        }

        await using var shop = await WebhookReceiver.StartAsync(cancel);
        await using var after = await StartAsync(cancel);
        var state = await after.Control.StateAsync(cancel);
        var repeat = await after.Stripe.ChargeAsync(cancel, key: "k");
        await after.Control.SetWebhooksAsync(new(Url: shop.Url, Secret: RunningSandbox.Secret), cancel);

        state.Intents.ShouldHaveSingleItem().AmountRefunded.ShouldBe(1_000);
        state.Refunds.ShouldHaveSingleItem().Intent.ShouldBe(paid);
        repeat.Id.ShouldBe(paid);
        repeat.WasReplayed().ShouldBeTrue();
        (await shop.TakeAsync(5, cancel)).Count.ShouldBe(5);
    }

    [Test]
    public async Task Restart_does_not_send_delivered_events_again(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        string[] settings = [$"--Sandbox:WebhookUrl={shop.Url}", $"--Sandbox:WebhookSecret={RunningSandbox.Secret}"];
        await using (var before = await StartAsync(cancel, settings))
        {
            await before.Control.SetWebhooksAsync(new(Paused: true), cancel);
            await before.Stripe.CreateAsync(cancel);
            var raised = (await before.Control.StateAsync(cancel)).Deliveries.ShouldHaveSingleItem();
            await before.Control.SendWebhookAsync(raised.Id, cancel);
        }

        await using var after = await StartAsync(cancel);

        (await after.Control.StateAsync(cancel)).Deliveries.ShouldHaveSingleItem().Delivered.ShouldBeTrue();
    }

    [Test]
    public async Task Restart_drops_a_line_torn_by_a_kill_and_writes_on(CancellationToken cancel)
    {
        await using (var before = await StartAsync(cancel))
        {
            await before.Stripe.ChargeAsync(cancel);
        }

        await File.AppendAllTextAsync(_journal, """{"intents":[{"id":"pi_half""", cancel);
        await using (var between = await StartAsync(cancel))
        {
            await between.Stripe.ChargeAsync(cancel);
        }

        await using var after = await StartAsync(cancel);

        (await after.Control.StateAsync(cancel)).Intents.Count.ShouldBe(2);
    }

    [Test]
    public async Task Reset_forgets_everything_for_good(CancellationToken cancel)
    {
        await using (var before = await StartAsync(cancel))
        {
            await before.Stripe.ChargeAsync(cancel);
            await before.Control.ResetAsync(cancel);
            await before.Stripe.CreateAsync(cancel);
        }

        await using var after = await StartAsync(cancel);

        (await after.Control.StateAsync(cancel)).Intents.ShouldHaveSingleItem().Status.ShouldBe("requires_confirmation");
    }

    [Test]
    public async Task Only_the_newest_payments_are_kept_with_all_that_belongs_to_them(CancellationToken cancel)
    {
        await using var shop = await WebhookReceiver.StartAsync(cancel);
        string[] settings = ["--Sandbox:Keep=10", $"--Sandbox:WebhookUrl={shop.Url}", $"--Sandbox:WebhookSecret={RunningSandbox.Secret}"];
        List<string> paid = [];
        await using (var before = await StartAsync(cancel, settings))
        {
            await before.Control.SetWebhooksAsync(new(Paused: true), cancel);
            var oldest = (await before.Stripe.ChargeAsync(cancel)).Id;
            await before.Stripe.RefundAsync(oldest, 1_000, cancel);
            foreach (var raised in (await before.Control.StateAsync(cancel)).Deliveries) await before.Control.SendWebhookAsync(raised.Id, cancel);
            while (paid.Count < 11) paid.Add((await before.Stripe.ChargeAsync(cancel)).Id);
            await HoldsNewestAsync(before, paid, cancel);
            (await Should.ThrowAsync<Stripe.StripeException>(() => before.Stripe.ReadAsync(oldest, cancel))).StripeError.Code.ShouldBe("resource_missing");
            (await before.Stripe.RefundAsync(paid[1], 1_000, cancel)).Status.ShouldBe("succeeded");
        }

        await using var after = await StartAsync(cancel, "--Sandbox:Keep=10");
        await HoldsNewestAsync(after, paid, cancel);
    }

    /// <summary>The newest ten of twelve; of the eleventh the events that are still to be sent.</summary>
    private static async Task HoldsNewestAsync(RunningSandbox sandbox, IReadOnlyList<string> paid, CancellationToken cancel)
    {
        var state = await sandbox.Control.StateAsync(cancel);
        state.Intents.Select(intent => intent.Id).ShouldBe(paid.Skip(1));
        state.Intents.ShouldAllBe(intent => intent.Charges.Count == 1);
        state.Refunds.ShouldAllBe(refund => paid.Contains(refund.Intent));
        state.Deliveries.Select(raised => raised.Intent).Distinct().ShouldBe(paid);
    }

    private Task<RunningSandbox> StartAsync(CancellationToken cancel, params string[] settings) =>
        RunningSandbox.StartAsync(cancel, [$"--Sandbox:Journal={_journal}", .. settings]);
}
