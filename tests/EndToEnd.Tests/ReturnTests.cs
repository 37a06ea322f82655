using System.Globalization;
using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.StripeSandbox;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Flow C: what customers send back, from the request to the money and the mail.</summary>
internal sealed class ReturnTests : ShopFixture
{
    private Visitor _admin = null!;

    [OneTimeSetUp]
    public async Task LoginAsync()
    {
        _admin = Shop.Visitor();
        await _admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
    }

    [Test]
    public async Task Order_goes_back_in_two_returns_to_the_last_cent()
    {
        var guest = await Shop.GuestAsync();
        var (apron, cloth) = (await guest.ProductAsync("STA-PNC-MEC"), await guest.ProductAsync("HOM-CND-BEE"));
        var order = (await guest.CheckoutAsync(lines: new[] { new { productId = apron.Id, quantity = 2 }, new { productId = cloth.Id, quantity = 1 } })).At("order");
        (await _admin.ShipAsync(order, "1Z999")).At("order.trackingNumber").GetString().ShouldBe("1Z999");
        (await _admin.DeliverAsync(order)).At("order.history").GetArrayLength().ShouldBe(4);

        // FC.1 and FC.2: one of two, damaged.
        var first = (await guest.RequestReturnAsync(order, (0, 1))).At("return");
        (first.At("status").GetString(), first.At("refund").ValueKind).ShouldBe(("REQUESTED", JsonValueKind.Null));
        (await _admin.ApproveAsync(first, (0, 1))).At("return.refund.amount").GetString().ShouldBe(Text(apron.Price));
        first = await guest.ReturnReachedAsync(first, "REFUNDED");

        // FC.3, FC.4, FC.5.
        await Back.SettledAsync(order);
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem().Amount.ShouldBe(Cents(apron.Price));
        (first.At("order.refunded.amount").GetString(), first.At("order.payment.status").GetString()).ShouldBe((Text(apron.Price), "PARTIALLY_REFUNDED"));
        first.At("lines")[0].At("orderLine.returnedQuantity").GetInt32().ShouldBe(1);
        (await Back.DamagedAsync(Product(apron.Id))).ShouldBe(1);
        (await guest.ProductAsync("STA-PNC-MEC")).Available.ShouldBe(apron.Available - 2);
        (await guest.RequestReturnAsync(order, (0, 2))).At("errors")[0].At("field").GetString().ShouldBe("lines[0].quantity");

        // The rest, and with it the shipping.
        var rest = (await guest.RequestReturnAsync(order, (0, 1), (1, 1))).At("return");
        await _admin.ApproveAsync(rest, (1, 0), (1, 0));
        await guest.ReturnReachedAsync(rest, "REFUNDED");
        await Back.SettledAsync(order);
        order = await guest.OrderAsync(order);
        Amount(order, "shipping").ShouldBeGreaterThan(0);
        (Amount(order, "refunded"), order.At("payment.status").GetString()).ShouldBe((Amount(order, "total"), "REFUNDED"));
        var intent = await Back.IntentAsync(order);
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, intent.Amount));
        (await Back.RefundsAsync(order)).Select(refund => refund.Status).ShouldBe(["succeeded", "succeeded"]);
        (await guest.ProductAsync("STA-PNC-MEC")).Available.ShouldBe(apron.Available - 1);
        (await guest.ProductAsync("HOM-CND-BEE")).Available.ShouldBe(cloth.Available);

        (await Back.EmailsAsync(order)).ShouldBe(["order-confirmed", "order-shipped", "order-delivered"], ignoreOrder: true);
        (await Back.EmailsAsync(first)).ShouldBe(["return-received", "refund-issued"], ignoreOrder: true);
        (await Back.EmailsAsync(rest)).ShouldBe(["return-received", "refund-issued"], ignoreOrder: true);
        (await guest.CancelAsync(order)).At("errors")[0].At("status").GetString().ShouldBe("DELIVERED");
        (await guest.RequestReturnAsync(order, (1, 1))).At("errors")[0].At("__typename").GetString().ShouldBe("ValidationError");
    }

    [Test]
    public async Task Order_that_comes_back_before_it_ships_is_returned_and_leaves_the_packing_list()
    {
        var (guest, order, asked) = await AskedAsync("KIT-SCL-DIG");
        var before = (await guest.ProductAsync("KIT-SCL-DIG")).Available;
        (await PackingListAsync()).ShouldContain(order.At("number").GetString());
        (await _admin.ApproveAsync(asked, (1, 0))).At("return.order.status").GetString().ShouldBe("RETURNED");
        (await _admin.ShipAsync(order, "1Z999")).At("errors")[0].At("status").GetString().ShouldBe("RETURNED");
        (await PackingListAsync()).ShouldNotContain(order.At("number").GetString());

        await guest.ReturnReachedAsync(asked, "REFUNDED");
        await Back.SettledAsync(order);
        order = await guest.OrderAsync(order);
        (order.At("status").GetString(), Amount(order, "refunded"), order.At("payment.status").GetString())
            .ShouldBe(("RETURNED", Amount(order, "total"), "REFUNDED"));
        (await guest.ProductAsync("KIT-SCL-DIG")).Available.ShouldBe(before + 1);
        (await guest.CancelAsync(order)).At("errors")[0].At("status").GetString().ShouldBe("RETURNED");
        (await guest.RequestReturnAsync(order, (0, 1))).At("errors")[0].At("status").GetString().ShouldBe("RETURNED");
        (await Back.AllEmailsAsync(order))
            .ShouldBe(["order-confirmed", "return-received", "refund-issued"], ignoreOrder: true);

        async Task<IEnumerable<string?>> PackingListAsync() =>
            [.. (await _admin.AskAsync("{ orders(status: [CONFIRMED], first: 50) { nodes { number } } }"))
            .At("orders.nodes").EnumerateArray().Select(node => node.At("number").GetString())];
    }

    [Test]
    public async Task Rejected_return_gives_nothing_back_and_says_so()
    {
        var (guest, order, asked) = await AskedAsync("OUT-LMP-HED");
        var rejected = (await _admin.InspectAsync(asked, approved: false)).At("return");
        (rejected.At("status").GetString(), rejected.At("refund").ValueKind, rejected.At("note").GetString()).ShouldBe(("REJECTED", JsonValueKind.Null, "Looked at."));
        (await _admin.ApproveAsync(asked, (1, 0))).At("errors")[0].At("message").GetString()
            .ShouldBe("This return was rejected already. Its units can be returned with another one.");
        await Back.SettledAsync(order);
        (await Back.EmailsAsync(asked)).ShouldBe(["return-rejected"]);
        (await Back.IntentAsync(order)).AmountRefunded.ShouldBe(0);
        (await guest.OrderAsync(order)).At("payment.status").GetString().ShouldBe("SUCCEEDED");
    }

    [Test]
    public async Task Refund_that_the_gateway_refuses_is_tried_again_by_an_admin()
    {
        var (guest, order, asked) = await AskedAsync("HOM-CLK-WAL");
        // Billing does not hear that somebody has refunded it all by hand.
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var byHand = await Back.RefundByHandAsync(order);
        await _admin.ApproveAsync(asked, (1, 0));
        await guest.ReturnReachedAsync(asked, "REFUND_FAILED");
        var failed = (await _admin.AskAsync("{ returns(status: [REFUND_FAILED], first: 50) { nodes { id } } }")).At("returns.nodes");
        failed.EnumerateArray().Select(node => node.At("id").GetString()).ShouldContain(asked.At("id").GetString());
        Amount(await guest.OrderAsync(order), "refunded").ShouldBe(0);

        await Back.Gateway.FailRefundAsync(byHand, default);
        (await _admin.RetryRefundAsync(asked)).At("return.status").GetString().ShouldBe("REFUNDING");
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        (await _admin.RetryRefundAsync(asked)).At("return.status").GetString().ShouldBe("REFUNDED");

        await Back.CalmAsync();
        await Back.SettledAsync(order);
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        (await Back.RefundsAsync(order)).Count(refund => refund.Status == "succeeded").ShouldBe(1);
        (await Back.AllEmailsAsync(order)).ShouldBe(["order-confirmed", "return-received", "refund-issued"], ignoreOrder: true);
    }

    [Test]
    public async Task Refund_that_the_bank_sends_back_is_seen_and_made_anew()
    {
        var (guest, order, asked) = await AskedAsync("OUT-MAP-CSE");
        await _admin.ApproveAsync(asked, (1, 0));
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        await Back.SettledAsync(order);
        await Back.Gateway.FailRefundAsync((await Back.RefundsAsync(order)).ShouldHaveSingleItem().Id, default);
        await guest.ReturnReachedAsync(asked, "REFUND_FAILED");
        (await guest.OrderAsync(order)).At("payment.status").GetString().ShouldBe("SUCCEEDED");

        await _admin.RetryRefundAsync(asked);
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        await Back.SettledAsync(order);
        (await Back.RefundsAsync(order)).Select(refund => refund.Status).ShouldBe(["failed", "succeeded"], ignoreOrder: true);
        order = await guest.OrderAsync(order);
        (Amount(order, "refunded"), order.At("payment.status").GetString()).ShouldBe((Amount(order, "total"), "REFUNDED"));
        (await Back.AllEmailsAsync(order)).ShouldBe(["order-confirmed", "return-received", "refund-issued", "refund-issued"], ignoreOrder: true);
    }

    [Test]
    public async Task Refund_waits_for_a_gateway_that_is_away_and_is_made_once()
    {
        var (guest, order, asked) = await AskedAsync("GRD-KNL-PAD");
        await Back.Gateway.InjectAsync(new(FaultKind.LostAnswer, "POST", "/v1/refunds", Times: 1), default);
        await Back.Gateway.InjectAsync(new(FaultKind.Error, "GET", "/v1/refunds", Times: 1, Status: 503), default);
        await _admin.ApproveAsync(asked, (1, 0));
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        await Back.SettledAsync(order);
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem().Status.ShouldBe("succeeded");
        (await Back.EmailsAsync(asked)).Count(template => template == "refund-issued").ShouldBe(1);
    }

    [Test]
    public async Task Order_with_a_return_is_not_cancelled_and_returns_of_many_orders_are_listed()
    {
        var (guest, order, asked) = await AskedAsync("GRD-SED-HRB");
        (await guest.CancelAsync(order)).At("errors")[0].At("status").GetString().ShouldBe("RETURN_REQUESTED");
        var data = await _admin.AskAsync("{ returns(first: 50) { totalCount nodes { id order { number returns { id } } } } orders(first: 50) { nodes { number returns { id status } } } }");
        data.At("returns.nodes").EnumerateArray().ShouldContain(node => node.At("id").GetString() == asked.At("id").GetString());
        data.At("orders.nodes").EnumerateArray().Single(node => node.At("number").GetString() == order.At("number").GetString())
            .At("returns")[0].At("id").GetString().ShouldBe(asked.At("id").GetString());
        var refused = await guest.PostAsync("{ returns { totalCount } }");
        refused.At("errors")[0].At("extensions.code").GetString().ShouldBe("FORBIDDEN");
    }

    /// <summary>Somebody has bought one unit, and asks to send it back before anybody marked it delivered.</summary>
    private async Task<(Visitor Guest, JsonElement Order, JsonElement Asked)> AskedAsync(string sku)
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync(sku)).Id)).At("order");
        return (guest, order, (await guest.RequestReturnAsync(order, (0, 1))).At("return"));
    }

    private static JsonElement Product(string id) => JsonSerializer.SerializeToElement(new { id });

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static long Cents(decimal amount) => (long)(amount * 100);

    private static decimal Amount(JsonElement order, string field) => decimal.Parse(order.At(field + ".amount").GetString()!, CultureInfo.InvariantCulture);
}
