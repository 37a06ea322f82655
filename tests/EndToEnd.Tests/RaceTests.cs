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
    public async Task Payment_that_comes_while_its_order_is_being_replaced_confirms_it_and_nothing_else_is_charged()
    {
        var race = await AwaitPaymentAsync("STA-TPE-WSH");
        var cancelling = Billing.Before("CancelPayment");
        var replacing = race.Guest.BuyAsync((await race.Guest.ProductAsync("STA-TPE-WSH")).Id);
        await cancelling.Arrived;
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(race.Order)).Id, default);
        await race.Guest.ReachedAsync(race.Order, "CONFIRMED");
        cancelling.Release();
        (await replacing).At("errors")[0].At("__typename").GetString().ShouldBe("CartChangedError");
        await ShouldBeSoldAsync(race);
    }

    [Test]
    public async Task Order_that_is_cancelled_while_it_is_being_replaced_ends_once_and_the_new_one_is_sold()
    {
        var race = await AwaitPaymentAsync("HOM-CND-BEE");
        var cancelling = Billing.After("CancelPayment");
        var replacing = race.Guest.BuyAsync((await race.Guest.ProductAsync("HOM-CND-BEE")).Id);
        await cancelling.Arrived;
        (await race.Guest.CancelAsync(race.Order)).At("order.status").GetString().ShouldBe("CANCELLED");
        cancelling.Release();
        var order = (await replacing).At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        await Back.SettledAsync(race.Order);
        (await Back.EmailsAsync(race.Order)).ShouldBeEmpty();
        await ShouldBeSoldAsync(race with { Order = order });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Two_checkouts_that_replace_the_same_order_at_once_hold_its_stock_once(bool threeDSecure)
    {
        var race = await AwaitPaymentAsync("OUT-LMP-HED");
        var card = threeDSecure ? ThreeDSecure : "pm_card_visa";
        var torch = await race.Guest.ProductAsync("OUT-LMP-HED");
        var answers = await Task.WhenAll(race.Guest.BuyAsync(torch.Id, 1, card), race.Guest.BuyAsync(torch.Id, 1, card));
        var orders = answers.Select(answer => answer.At("order.status").GetString()).ToArray();
        (await race.Guest.OrderAsync(race.Order)).At("status").GetString().ShouldBe("CANCELLED");
        orders.ShouldAllBe(status => status == (threeDSecure ? "AWAITING_PAYMENT" : "CONFIRMED") || (threeDSecure && status == "CANCELLED"));
        await Back.SettledAsync(race.Order);
        foreach (var answer in answers.Where(_ => !threeDSecure)) await Back.SettledAsync(answer.At("order"));
        (await Back.ReservationAsync(race.Order)).ShouldBe("CANCELLED");
        await Back.CalmAsync();
        var open = 0;
        foreach (var answer in answers) open += (await race.Guest.OrderAsync(answer.At("order"))).At("status").GetString() == "CANCELLED" ? 0 : 1;
        (await race.Guest.ProductAsync("OUT-LMP-HED")).Available.ShouldBe(race.Available - open);
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
