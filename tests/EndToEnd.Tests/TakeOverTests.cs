using System.Text.Json;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>A customer who gave up a payment and pays in another way does not stand in their own way (issue 14).</summary>
internal sealed class TakeOverTests : ShopFixture
{
    [Test]
    public async Task Cart_of_the_last_units_is_bought_with_another_card_after_3DS_was_given_up()
    {
        var guest = await Shop.GuestAsync();
        var bag = await guest.ProductAsync("OUT-BAG-DRY");
        await guest.AddToCartAsync(bag.Id, Math.Min(99, bag.Available));
        var key = Guid.NewGuid();
        var old = (await guest.CheckoutAsync(ThreeDSecure, key)).At("order");
        old.At("status").GetString().ShouldBe("AWAITING_PAYMENT");

        var order = await ConfirmedAsync(guest.CheckoutAsync());
        await ShouldBeReplacedAsync(guest, old, guest.CheckoutAsync(ThreeDSecure, key));
        await Back.SettledAsync(order);
        (await Back.EmailsAsync(order)).ShouldBe(["order-confirmed"]);
        (await guest.ProductAsync("OUT-BAG-DRY")).Available.ShouldBe(bag.Available - Math.Min(99, bag.Available));
        (await guest.AskAsync("{ cart { totalQuantity } }")).At("cart.totalQuantity").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Cart_that_was_changed_meanwhile_is_bought_as_it_is_now()
    {
        var guest = await Shop.GuestAsync();
        var (clock, tape) = (await guest.ProductAsync("HOM-CLK-WAL"), await guest.ProductAsync("STA-TPE-WSH"));
        await guest.AddToCartAsync(clock.Id, 1);
        var key = Guid.NewGuid();
        var old = (await guest.CheckoutAsync(ThreeDSecure, key)).At("order");
        await guest.AddToCartAsync(tape.Id, 2);

        var order = await ConfirmedAsync(guest.CheckoutAsync());
        order.At("lines").EnumerateArray().Select(line => (line.At("sku").GetString(), line.At("quantity").GetInt32()))
            .ShouldBe([("HOM-CLK-WAL", 1), ("STA-TPE-WSH", 2)]);
        await ShouldBeReplacedAsync(guest, old, guest.CheckoutAsync(ThreeDSecure, key));
        (await guest.ProductAsync("HOM-CLK-WAL")).Available.ShouldBe(clock.Available - 1);
    }

    [Test]
    public async Task Lines_are_bought_with_another_card_though_the_last_units_are_held_for_the_first_try()
    {
        var guest = await Shop.GuestAsync();
        var torch = await guest.ProductAsync("OUT-LMP-HED");
        var key = Guid.NewGuid();
        var old = (await guest.BuyAsync(torch.Id, torch.Available, ThreeDSecure, key)).At("order");
        old.At("status").GetString().ShouldBe("AWAITING_PAYMENT");
        await ConfirmedAsync(guest.BuyAsync(torch.Id, torch.Available));
        await ShouldBeReplacedAsync(guest, old, guest.BuyAsync(torch.Id, torch.Available, ThreeDSecure, key));
        (await guest.ProductAsync("OUT-LMP-HED")).Available.ShouldBe(0);
    }

    [Test]
    public async Task Cart_counts_what_the_customers_own_unpaid_order_holds_as_there()
    {
        const string problems = "{ cart { lines { quantity problem product { available } } } }";
        var (guest, other) = (await Shop.GuestAsync(), await Shop.GuestAsync());
        var board = await guest.ProductAsync("KIT-BRD-OAK");
        var units = board.Available;
        await guest.AddToCartAsync(board.Id, units - 1);
        await other.AddToCartAsync(board.Id, 1);
        (await guest.CheckoutAsync(ThreeDSecure)).At("order.status").GetString().ShouldBe("AWAITING_PAYMENT");

        await guest.AddToCartAsync(board.Id, 1);
        (await guest.CheckoutAsync(ThreeDSecure)).At("order.status").GetString().ShouldBe("AWAITING_PAYMENT");
        var own = (await guest.AskAsync(problems)).At("cart.lines").EnumerateArray().Single();
        (own.At("quantity").GetInt32(), own.At("problem").ValueKind, own.At("product.available").GetInt32())
            .ShouldBe((units, JsonValueKind.Null, 0));
        var others = (await other.AskAsync(problems)).At("cart.lines").EnumerateArray().Single();
        others.At("problem").GetString().ShouldBe("OUT_OF_STOCK");
        await ConfirmedAsync(guest.CheckoutAsync());
    }

    [Test]
    public async Task Try_after_try_with_3DS_holds_the_stock_once()
    {
        var guest = await Shop.GuestAsync();
        var candle = await guest.ProductAsync("HOM-CND-BEE");
        for (var i = 0; i < 4; i++)
        {
            (await guest.BuyAsync(candle.Id, 2, ThreeDSecure)).At("order.status").GetString().ShouldBe("AWAITING_PAYMENT");
            (await guest.ProductAsync("HOM-CND-BEE")).Available.ShouldBe(candle.Available - 2);
        }
    }

    [Test]
    public async Task Payment_that_came_first_confirms_the_old_order_and_the_new_checkout_charges_nothing()
    {
        // No webhook tells of it: the new checkout finds out by itself.
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var guest = await Shop.GuestAsync();
        var pencil = await guest.ProductAsync("STA-PNC-MEC");
        await guest.AddToCartAsync(pencil.Id, 1);
        var old = (await guest.CheckoutAsync(ThreeDSecure)).At("order");
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(old)).Id, default);

        var answer = await guest.CheckoutAsync();
        answer.At("errors").EnumerateArray().Single().At("__typename").GetString().ShouldBe("CartChangedError");
        answer.At("order.number").GetString().ShouldBe(old.At("number").GetString());
        answer.At("order.status").GetString().ShouldBe("CONFIRMED");
        (await guest.AskAsync("{ me { orders { totalCount } } }")).At("me.orders.totalCount").GetInt32().ShouldBe(1);
        await Back.CalmAsync();
        await Back.SettledAsync(old);
        var intent = await Back.IntentAsync(old);
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, 0));
        (await guest.ProductAsync("STA-PNC-MEC")).Available.ShouldBe(pencil.Available - 1);
    }

    [Test]
    public async Task Nothing_is_taken_over_while_the_old_payments_outcome_is_not_known()
    {
        var guest = await Shop.GuestAsync();
        var mapCase = await guest.ProductAsync("OUT-MAP-CSE");
        await guest.AddToCartAsync(mapCase.Id, 1);
        var old = (await guest.CheckoutAsync(ThreeDSecure)).At("order");
        await Back.Gateway.InjectAsync(new(StripeSandbox.FaultKind.Error, "POST", "/v1/payment_intents/*/cancel"), default);
        await Back.Gateway.InjectAsync(new(StripeSandbox.FaultKind.Error, "GET", "/v1/payment_intents/*"), default);
        var key = Guid.NewGuid();
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => guest.CheckoutAsync(key: key));
        refused.Message.ShouldContain("SERVICE_UNAVAILABLE");
        (await guest.OrderAsync(old)).At("status").GetString().ShouldBe("AWAITING_PAYMENT");
        (await guest.AskAsync("{ me { orders { totalCount } } }")).At("me.orders.totalCount").GetInt32().ShouldBe(1);

        await Back.CalmAsync();
        await ConfirmedAsync(guest.CheckoutAsync(key: key));
        (await guest.OrderAsync(old)).At("status").GetString().ShouldBe("CANCELLED");
    }

    [Test]
    public async Task Another_session_takes_nothing_over()
    {
        var (guest, other) = (await Shop.GuestAsync(), await Shop.GuestAsync());
        var tape = await guest.ProductAsync("STA-TPE-WSH");
        var old = (await guest.BuyAsync(tape.Id, 1, ThreeDSecure)).At("order");
        await ConfirmedAsync(other.BuyAsync(tape.Id));
        (await guest.OrderAsync(old)).At("status").GetString().ShouldBe("AWAITING_PAYMENT");
        (await Back.ReservationAsync(old)).ShouldBe("ACTIVE");
    }

    private static async Task<JsonElement> ConfirmedAsync(Task<JsonElement> checkout)
    {
        var answer = await checkout;
        answer.At("errors").ValueKind.ShouldBe(JsonValueKind.Null, answer.ToString());
        answer.At("order.status").GetString().ShouldBe("CONFIRMED");
        return answer.At("order");
    }

    /// <summary>The old order is over without a word, and no one can pay it any more.</summary>
    private async Task ShouldBeReplacedAsync(Visitor guest, JsonElement old, Task<JsonElement> again)
    {
        var answer = await again;
        answer.At("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (answer.At("order.number").GetString(), answer.At("order.status").GetString()).ShouldBe((old.At("number").GetString(), "CANCELLED"));
        await Back.SettledAsync(old);
        (await guest.OrderAsync(old)).At("status").GetString().ShouldBe("CANCELLED");
        var intent = await Back.IntentAsync(old);
        (intent.Status, intent.AmountReceived).ShouldBe(("canceled", 0));
        (await Back.ReservationAsync(old)).ShouldBe("CANCELLED");
        (await Back.AllEmailsAsync(old)).ShouldBeEmpty();
    }
}
