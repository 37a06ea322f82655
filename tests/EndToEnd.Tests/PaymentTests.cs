using System.Text.Json;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>3-D Secure, and webhooks that race the request (R4.1, FA.5; promises 2 and 4).</summary>
internal sealed class PaymentTests : ShopFixture
{
    [Test]
    public async Task Customer_passes_3DS_and_the_webhook_finishes_the_order()
    {
        var guest = await Shop.GuestAsync();
        var candle = await guest.ProductAsync("HOM-CND-BEE");
        var key = Guid.NewGuid();
        var answer = await guest.BuyAsync(candle.Id, 2, ThreeDSecure, key);
        var order = answer.At("order");
        order.At("status").GetString().ShouldBe("AWAITING_PAYMENT");
        answer.At("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        var intent = await Back.IntentAsync(order);
        (intent.Status, intent.AmountReceived).ShouldBe(("requires_action", 0));
        answer.At("paymentAction.redirectUrl").GetString()!.ShouldContain(intent.Id);
        answer.At("paymentAction.clientSecret").GetString()!.ShouldStartWith(intent.Id);
        (await guest.ProductAsync("HOM-CND-BEE")).Available.ShouldBe(candle.Available - 2);

        var again = await guest.BuyAsync(candle.Id, 2, ThreeDSecure, key);
        again.At("order.number").GetString().ShouldBe(order.At("number").GetString());
        again.At("paymentAction").ToString().ShouldBe(answer.At("paymentAction").ToString());

        await Back.Gateway.ApproveAsync(intent.Id, default);
        order = await guest.ReachedAsync(order, "CONFIRMED");
        HistoryOf(order).ShouldBe(["PENDING", "AWAITING_PAYMENT", "CONFIRMED"]);
        var later = await guest.BuyAsync(candle.Id, 2, ThreeDSecure, key);
        later.At("order.status").GetString().ShouldBe("CONFIRMED");
        later.At("paymentAction").ValueKind.ShouldBe(JsonValueKind.Null);

        await ShouldBeSoldOnceAsync(order);
        (await guest.ProductAsync("HOM-CND-BEE")).Available.ShouldBe(candle.Available - 2);
    }

    [Test]
    public async Task Customer_fails_3DS_and_the_stock_comes_back_and_the_cart_can_be_bought_with_a_new_key()
    {
        var guest = await Shop.GuestAsync();
        var torch = await guest.ProductAsync("OUT-LMP-HED");
        await guest.AddToCartAsync(torch.Id, 1);
        var key = Guid.NewGuid();
        var order = (await guest.CheckoutAsync(ThreeDSecure, key)).At("order");
        var intent = await Back.IntentAsync(order);
        await Back.Gateway.FailAsync(intent.Id, default);
        order = await guest.ReachedAsync(order, "PAYMENT_FAILED");
        HistoryOf(order).ShouldBe(["PENDING", "AWAITING_PAYMENT", "PAYMENT_FAILED"]);
        (await guest.CheckoutAsync(ThreeDSecure, key)).At("errors")[0].At("__typename").GetString().ShouldBe("PaymentDeclinedError");
        await Back.SettledAsync(order);
        (await Back.IntentAsync(order)).AmountReceived.ShouldBe(0);
        (await guest.ProductAsync("OUT-LMP-HED")).Available.ShouldBe(torch.Available);
        (await Back.ReservationAsync(order)).ShouldBe("CANCELLED");
        (await Back.EmailsAsync(order)).ShouldBe(["payment-failed"]);

        (await guest.CheckoutAsync()).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Customer_who_pays_with_another_card_after_the_order_has_failed_gets_it_all_back_once()
    {
        var guest = await Shop.GuestAsync();
        var clock = await guest.ProductAsync("HOM-CLK-WAL");
        var order = (await guest.BuyAsync(clock.Id, 1, ThreeDSecure)).At("order");
        await Back.Gateway.FailAsync((await Back.IntentAsync(order)).Id, default);
        await guest.ReachedAsync(order, "PAYMENT_FAILED");
        await Back.PayAsync(order, "pm_card_visa");
        await Back.SettledAsync(order);

        order = await guest.OrderAsync(order);
        order.At("status").GetString().ShouldBe("PAYMENT_FAILED");
        order.At("refunded.amount").GetString().ShouldBe(order.At("total.amount").GetString());
        var intent = await Back.IntentAsync(order);
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, intent.Amount));
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem();
        (await guest.ProductAsync("HOM-CLK-WAL")).Available.ShouldBe(clock.Available);
    }

    [Test]
    public async Task Customer_who_passed_3DS_and_asks_again_before_the_webhook_has_the_order()
    {
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var guest = await Shop.GuestAsync();
        var tape = await guest.ProductAsync("STA-TPE-WSH");
        var key = Guid.NewGuid();
        var order = (await guest.BuyAsync(tape.Id, 1, ThreeDSecure, key)).At("order");
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(order)).Id, default);
        // Billing learns of the money by this question, so that the webhook is no news to it: the answer must be used.
        (await guest.BuyAsync(tape.Id, 1, ThreeDSecure, key)).At("order.status").GetString().ShouldBe("CONFIRMED");

        await Back.CalmAsync();
        await ShouldBeSoldOnceAsync(order);
    }

    [Test]
    public async Task Webhook_before_the_answer_finishes_the_order_and_the_request_answers_with_it()
    {
        await Back.HoldAnswersAsync();
        var guest = await Shop.GuestAsync();
        var tape = await guest.ProductAsync("STA-TPE-WSH");
        var request = guest.BuyAsync(tape.Id);
        await Back.Gateway.HeldAsync(1, default);
        var order = await guest.ReachedAsync(await OnlyOrderAsync(guest), "CONFIRMED");
        request.IsCompleted.ShouldBeFalse();
        await Back.Gateway.ClearFaultsAsync(default);

        var answer = await request;
        answer.At("order.number").GetString().ShouldBe(order.At("number").GetString());
        answer.At("order.status").GetString().ShouldBe("CONFIRMED");
        await ShouldBeSoldOnceAsync(order);
    }

    [Test]
    public async Task Webhook_after_the_answer_changes_nothing_however_often_it_comes()
    {
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("STA-TPE-WSH")).Id)).At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        var paid = await Back.EventAsync(order, "payment_intent.succeeded");
        for (var i = 0; i < 3; i++) (await Back.Gateway.SendWebhookAsync(paid.Id, default)).ShouldBe(200);
        await Back.Gateway.SetWebhooksAsync(new(Paused: false, Shuffle: true, Copies: 3), default);
        await ShouldBeSoldOnceAsync(await guest.OrderAsync(order));
    }

    [Test]
    [Repeat(5)]
    public async Task Webhook_and_answer_at_once_are_one_order_one_capture_and_one_email()
    {
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        await Back.HoldAnswersAsync();
        var guest = await Shop.GuestAsync();
        var request = guest.BuyAsync((await guest.ProductAsync("STA-TPE-WSH")).Id);
        await Back.Gateway.HeldAsync(1, default);
        var paid = await Back.EventAsync(await OnlyOrderAsync(guest), "payment_intent.succeeded");
        var sent = await Task.WhenAll([
            .. Enumerable.Range(0, 3).Select(_ => Back.Gateway.SendWebhookAsync(paid.Id, default)),
            Task.Run(async () =>
            {
                await Back.Gateway.ClearFaultsAsync(default);
                return (int?)200;
            }),
        ]);
        sent.ShouldAllBe(status => status == 200);
        var order = (await request).At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        await Back.CalmAsync();
        await ShouldBeSoldOnceAsync(order);
    }

    [Test]
    public async Task Fifty_identical_checkouts_at_once_are_one_order_and_one_charge()
    {
        var guest = await Shop.GuestAsync();
        var pencil = await guest.ProductAsync("STA-PNC-MEC");
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => guest.BuyAsync(pencil.Id, 1, key: key)));
        answers.ShouldAllBe(answer => answer.At("order.status").GetString() == "CONFIRMED");
        answers.Select(answer => answer.At("order.id").GetString()).Distinct().Count().ShouldBe(1);
        (await guest.AskAsync("{ me { orders { totalCount } } }")).At("me.orders.totalCount").GetInt32().ShouldBe(1);
        (await guest.ProductAsync("STA-PNC-MEC")).Available.ShouldBe(pencil.Available - 1);
        await ShouldBeSoldOnceAsync(answers[0].At("order"));
    }

    private static async Task<JsonElement> OnlyOrderAsync(Visitor guest) =>
        (await guest.AskAsync("{ me { orders { nodes { id number } } } }")).At("me.orders.nodes").EnumerateArray().ShouldHaveSingleItem();

    private static IEnumerable<string?> HistoryOf(JsonElement order) => order.At("history").EnumerateArray().Select(each => each.At("status").GetString());

    /// <summary>Promise 4: one order, one capture, one email; the goods left the shelf once.</summary>
    private async Task ShouldBeSoldOnceAsync(JsonElement order)
    {
        await Back.SettledAsync(order);
        var intent = await Back.IntentAsync(order);
        intent.Charges.ShouldHaveSingleItem().Paid.ShouldBeTrue();
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, 0));
        (await Back.EmailsAsync(order)).ShouldBe(["order-confirmed"]);
        (await Back.ReservationAsync(order)).ShouldBe("SETTLED");
    }
}
