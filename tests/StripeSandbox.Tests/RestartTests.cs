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

    private Task<RunningSandbox> StartAsync(CancellationToken cancel, params string[] settings) =>
        RunningSandbox.StartAsync(cancel, [$"--Sandbox:Journal={_journal}", .. settings]);
}
