using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Requests that take longer than they have their order for themselves: the recovery worker goes on with it meanwhile.</summary>
internal sealed class LeaseTests() : RelayFixture("Checkout:RequestLease=00:00:01")
{
    [TestCase("pm_card_visa", "CONFIRMED")]
    [TestCase(Declined, "PAYMENT_FAILED")]
    public async Task Request_that_outlasts_its_lease_answers_with_what_the_worker_made_of_the_order(string card, string end)
    {
        var charged = Billing.After("Charge");
        var (race, request) = await StartAsync("STA-TPE-WSH", charged, card);
        await race.Guest.ReachedAsync(race.Order, end);
        request.IsCompleted.ShouldBeFalse();
        charged.Release();
        (await request).At("order.status").GetString().ShouldBe(end);
        if (end == "CONFIRMED") await ShouldBeSoldAsync(race);
        else await ShouldBeUndoneAsync(race, end);
    }

    [Test]
    public async Task Payment_that_a_late_request_learns_of_confirms_the_order_that_the_worker_moved_on_meanwhile()
    {
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var charging = Billing.Before("Charge");
        var (race, request) = await StartAsync("STA-PNC-MEC", charging, ThreeDSecure);
        await race.Guest.ReachedAsync(race.Order, "AWAITING_PAYMENT");
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(race.Order)).Id, default);
        charging.Release();
        (await request).At("order.status").GetString().ShouldBe("CONFIRMED");
        await Back.CalmAsync();
        await ShouldBeSoldAsync(race);
    }

    [Test]
    public async Task Payment_that_a_late_request_learns_of_after_the_order_has_failed_goesBack_once()
    {
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var charging = Billing.Before("Charge");
        var (race, request) = await StartAsync("STA-TPE-WSH", charging, Declined);
        await race.Guest.ReachedAsync(race.Order, "PAYMENT_FAILED");
        await Back.PayAsync(race.Order, "pm_card_visa");
        charging.Release();
        (await request).At("order.status").GetString().ShouldBe("PAYMENT_FAILED");
        await Back.CalmAsync();
        await ShouldBeUndoneAsync(race, "PAYMENT_FAILED");
    }
}
