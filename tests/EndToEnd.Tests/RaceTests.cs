using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>
/// Two who move the same order, at every place where the saga waits for a neighbour: the call is stopped there, the other
/// goes first, and then it goes on (promises 3, 4, 8, 9). No recovery worker joins in: its time has not come.
/// </summary>
internal sealed class RaceTests() : RelayFixture("Checkout:RequestLease=00:05:00")
{
    [Test]
    public async Task Decline_that_loses_to_a_later_card_leaves_the_order_sold()
    {
        // The gateway's own word of the decline, if it came before Billing's answer, would have the worker act on it.
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var charged = Billing.After("Charge");
        var (race, request) = await StartAsync("STA-PNC-MEC", charged, Declined);
        // Its stock is still on hold: whoever gave it back now would have sold nothing.
        var settling = Inventory.Before("Deliver");
        await Back.PayAsync(race.Order, "pm_card_visa");
        await Back.CalmAsync();
        await race.Guest.ReachedAsync(race.Order, "CONFIRMED");
        await settling.Arrived;
        request.IsCompleted.ShouldBeFalse();
        charged.Release();
        var answer = await request;
        settling.Release();

        answer.At("order.status").GetString().ShouldBe("CONFIRMED");
        answer.At("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        await ShouldBeSoldAsync(race);
    }

    [Test]
    public async Task Decline_gives_the_stockBack_before_it_is_told_and_does_not_wait_for_its_event()
    {
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync("OUT-BAG-DRY");
        var ending = Inventory.Before("Deliver");
        (await guest.BuyAsync(product.Id, product.Available, Declined)).At("order.status").GetString().ShouldBe("PAYMENT_FAILED");
        (await guest.ProductAsync("OUT-BAG-DRY")).Available.ShouldBe(product.Available);
        ending.Release();
    }

    [TestCase("Reserve", false)]
    [TestCase("Reserve", true)]
    [TestCase("Charge", false)]
    [TestCase("Charge", true)]
    public async Task Order_that_is_cancelled_while_its_payment_is_being_acted_upon_gives_the_moneyBack_once(string rpc, bool after)
    {
        var race = await AwaitPaymentAsync("HOM-CND-BEE");
        var relay = rpc == "Charge" ? Billing : Inventory;
        var advancing = after ? relay.After(rpc) : relay.Before(rpc);
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(race.Order)).Id, default);
        await advancing.Arrived;
        (await race.Guest.CancelAsync(race.Order)).At("order.status").GetString().ShouldBe("CANCELLED");
        await Eventually.HoldsAsync(async () => await Back.ReservationAsync(race.Order) == "CANCELLED", "Inventory to hear of it");
        advancing.Release();
        await ShouldBeUndoneAsync(race, "CANCELLED");
    }

    [Test]
    public async Task Order_that_is_confirmed_while_it_is_being_cancelled_is_cancelled_with_its_moneyBack_once()
    {
        var race = await AwaitPaymentAsync("HOM-CLK-WAL");
        var cancelling = Billing.Before("CancelPayment");
        var cancel = race.Guest.CancelAsync(race.Order);
        await cancelling.Arrived;
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(race.Order)).Id, default);
        await race.Guest.ReachedAsync(race.Order, "CONFIRMED");
        cancelling.Release();
        (await cancel).At("order.status").GetString().ShouldBe("CANCELLED");
        await ShouldBeUndoneAsync(race, "CANCELLED");
    }

    [Test]
    public async Task Order_that_is_cancelled_twice_at_once_is_cancelled_once()
    {
        var race = await AwaitPaymentAsync("OUT-LMP-HED");
        var cancelling = Billing.After("CancelPayment");
        var first = race.Guest.CancelAsync(race.Order);
        await cancelling.Arrived;
        (await race.Guest.CancelAsync(race.Order)).At("order.status").GetString().ShouldBe("CANCELLED");
        cancelling.Release();
        (await first).At("order.status").GetString().ShouldBe("CANCELLED");
        await ShouldBeUndoneAsync(race, "CANCELLED");
    }

    [Test]
    public async Task Refund_whose_answer_is_late_is_asked_for_twice_and_made_once()
    {
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync("OUT-MAP-CSE");
        var order = (await guest.BuyAsync(product.Id)).At("order");
        var refunding = Billing.After("Refund");
        var first = guest.CancelAsync(order);
        await refunding.Arrived;
        (await guest.CancelAsync(order)).At("order.status").GetString().ShouldBe("CANCELLED");
        refunding.Release();
        (await first).At("order.status").GetString().ShouldBe("CANCELLED");
        await ShouldBeUndoneAsync(new(guest, product.Available, "OUT-MAP-CSE", order), "CANCELLED");
    }
}
