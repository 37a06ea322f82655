using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Orders whose time is up, and payments that race it (promise 8).</summary>
internal sealed class ExpiryTests() : ShopFixture("Checkout:PaymentWindow=00:00:03")
{
    [Test]
    public async Task Abandoned_payment_expires_and_the_cart_can_be_bought_with_a_new_key()
    {
        var guest = await Shop.GuestAsync();
        var bag = await guest.ProductAsync("OUT-BAG-DRY");
        await guest.AddToCartAsync(bag.Id, 2);
        var key = Guid.NewGuid();
        var order = (await guest.CheckoutAsync(ThreeDSecure, key)).At("order");
        order.At("status").GetString().ShouldBe("AWAITING_PAYMENT");

        order = await guest.ReachedAsync(order, "EXPIRED");
        order.At("payment.status").GetString().ShouldBe("CANCELLED");
        order.At("refunded.amount").GetString().ShouldBe("0.00");
        var again = await guest.CheckoutAsync(ThreeDSecure, key);
        again.At("order.status").GetString().ShouldBe("EXPIRED");
        await Back.SettledAsync(order);
        (await Back.IntentAsync(order)).Status.ShouldBe("canceled");
        (await Back.ReservationAsync(order)).ShouldBe("CANCELLED");
        (await Back.EmailsAsync(order)).ShouldBe(["payment-failed"]);
        (await guest.ProductAsync("OUT-BAG-DRY")).Available.ShouldBe(bag.Available);

        (await guest.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Money_that_comes_while_the_order_is_being_expired_confirms_it_as_long_as_its_stock_is_held()
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("OUT-MAP-CSE")).Id, 1, ThreeDSecure)).At("order");
        await Back.HoldCancelsAsync();
        await Back.Gateway.HeldAsync(1, default);
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(order)).Id, default);
        await Back.Gateway.ClearFaultsAsync(default);

        order = await guest.ReachedAsync(order, "CONFIRMED");
        await Back.SettledAsync(order);
        var intent = await Back.IntentAsync(order);
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, 0));
        (await Back.ReservationAsync(order)).ShouldBe("SETTLED");
        (await Back.EmailsAsync(order)).ShouldBe(["order-confirmed"]);
    }

    [TestCase(true, TestName = "Money_that_comes_when_the_stock_is_gone_goes_back_once_though_webhooks_come_late")]
    [TestCase(false, TestName = "Money_that_comes_when_the_stock_is_gone_goes_back_once_though_webhooks_race_it")]
    public async Task Money_that_comes_when_the_stock_is_gone_goes_back_once(bool paused)
    {
        await Back.Gateway.SetWebhooksAsync(new(Paused: paused, Shuffle: true, Copies: 2), default);
        var guest = await Shop.GuestAsync();
        var mapCase = await guest.ProductAsync("OUT-MAP-CSE");
        await Back.HoldCancelsAsync();
        var order = (await guest.BuyAsync(mapCase.Id, 1, ThreeDSecure)).At("order");
        await Back.Gateway.HeldAsync(1, default);
        await Back.EndHoldAsync(order);
        (await guest.ProductAsync("OUT-MAP-CSE")).Available.ShouldBe(mapCase.Available);
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(order)).Id, default);
        await Back.Gateway.ClearFaultsAsync(default);

        await guest.ReachedAsync(order, "EXPIRED");
        await Back.CalmAsync();
        await Back.SettledAsync(order);
        order = await guest.OrderAsync(order);
        order.At("refunded.amount").GetString().ShouldBe(order.At("total.amount").GetString());
        order.At("payment.status").GetString().ShouldBe("REFUNDED");
        var intent = await Back.IntentAsync(order);
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, intent.Amount));
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem().Status.ShouldBe("succeeded");
        (await Back.EmailsAsync(order)).ShouldBe(["payment-failed"]);
        (await guest.ProductAsync("OUT-MAP-CSE")).Available.ShouldBe(mapCase.Available);
    }
}
