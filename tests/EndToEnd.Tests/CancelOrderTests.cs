using System.Text.Json;
using Commerce.Orders.V1;
using CommerceKata.Standalone;
using Grpc.Core;
using Grpc.Net.Client;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Orders that customers want no more (R1.2), and a crowd that wants the same (promise 1).</summary>
internal sealed class CancelOrderTests : ShopFixture
{
    [Test]
    public async Task Confirmed_order_is_cancelled_with_its_money_and_its_stock_and_twice_is_once()
    {
        var guest = await Shop.GuestAsync();
        var shears = await guest.ProductAsync("GRD-SEC-BYP");
        var order = (await guest.BuyAsync(shears.Id, 2)).At("order");
        await Back.SettledAsync(order);
        (await Back.ReservationAsync(order)).ShouldBe("SETTLED");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => guest.CancelAsync(order)));
        answers.ShouldAllBe(answer => answer.At("order.status").GetString() == "CANCELLED" && answer.At("errors").ValueKind == JsonValueKind.Null);
        await Back.SettledAsync(order);
        var cancelled = (await guest.CancelAsync(order)).At("order");
        cancelled.At("refunded.amount").GetString().ShouldBe(order.At("total.amount").GetString());
        cancelled.At("payment.status").GetString().ShouldBe("REFUNDED");
        cancelled.At("history").EnumerateArray().Select(each => each.At("status").GetString()).ShouldBe(["PENDING", "CONFIRMED", "CANCELLED"]);

        var intent = await Back.IntentAsync(order);
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, intent.Amount));
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem().Status.ShouldBe("succeeded");
        (await Back.EmailsAsync(order)).ShouldBe(["order-confirmed", "order-cancelled"]);
        (await Back.ReservationAsync(order)).ShouldBe("CANCELLED");
        (await guest.ProductAsync("GRD-SEC-BYP")).Available.ShouldBe(shears.Available);
    }

    [Test]
    public async Task Order_that_waits_for_its_payment_is_cancelled_and_can_no_longer_be_paid()
    {
        var guest = await Shop.GuestAsync();
        var can = await guest.ProductAsync("GRD-CAN-5L");
        var order = (await guest.BuyAsync(can.Id, 1, ThreeDSecure)).At("order");
        (await guest.CancelAsync(order)).At("order.payment.status").GetString().ShouldBe("CANCELLED");
        await Back.SettledAsync(order);
        (await Back.IntentAsync(order)).Status.ShouldBe("canceled");
        // Whose address it is was never shown, and the guest knows: nobody is mailed.
        (await Back.EmailsAsync(order)).ShouldBeEmpty();
        (await guest.ProductAsync("GRD-CAN-5L")).Available.ShouldBe(can.Available);
    }

    [Test]
    public async Task Customer_cancels_while_paying_and_the_money_that_came_first_goes_back()
    {
        var guest = await Shop.GuestAsync();
        var pad = await guest.ProductAsync("GRD-KNL-PAD");
        await Back.Gateway.SetWebhooksAsync(new(Paused: true), default);
        var order = (await guest.BuyAsync(pad.Id, 1, ThreeDSecure)).At("order");
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(order)).Id, default);
        var cancelled = await guest.CancelAsync(order);
        cancelled.At("order.status").GetString().ShouldBe("CANCELLED");

        await Back.CalmAsync();
        await Back.SettledAsync(order);
        order = await guest.OrderAsync(order);
        (order.At("status").GetString(), order.At("payment.status").GetString()).ShouldBe(("CANCELLED", "REFUNDED"));
        order.At("refunded.amount").GetString().ShouldBe(order.At("total.amount").GetString());
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem();
        (await guest.ProductAsync("GRD-KNL-PAD")).Available.ShouldBe(pad.Available);
    }

    [Test]
    public async Task Shipped_order_is_not_cancelled()
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("GRD-SED-HRB")).Id, 2)).At("order");
        await ShipAsync(order);
        var error = (await guest.CancelAsync(order)).At("errors")[0];
        (error.At("__typename").GetString(), error.At("status").GetString()).ShouldBe(("WrongStateError", "SHIPPED"));
        await Back.SettledAsync(order);
        (await Back.IntentAsync(order)).AmountRefunded.ShouldBe(0);
        (await Back.ReservationAsync(order)).ShouldBe("SETTLED");
    }

    [Test]
    public async Task Order_that_was_never_sold_is_not_cancelled()
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("GRD-SED-HRB")).Id, 2, "pm_card_chargeDeclined")).At("order");
        (await guest.CancelAsync(order)).At("errors")[0].At("status").GetString().ShouldBe("PAYMENT_FAILED");
        await Back.SettledAsync(order);
        (await Back.EmailsAsync(order)).ShouldBeEmpty();
    }

    [Test]
    public async Task Order_of_somebody_else_does_not_exist()
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("GRD-SED-HRB")).Id, 2)).At("order");
        var answer = await (await Shop.GuestAsync()).CancelAsync(order);
        answer.At("errors")[0].At("__typename").GetString().ShouldBe("NotFoundError");
        answer.At("order").ValueKind.ShouldBe(JsonValueKind.Null);
        (await guest.OrderAsync(order)).At("status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Two_hundred_who_want_fifty_units_get_fifty()
    {
        const int wanting = 200;
        const int units = 50;
        var guests = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Shop.GuestAsync()));
        var bowls = await guests[0].ProductAsync("KIT-BWL-MIX");
        bowls.Available.ShouldBe(units);
        var answers = new JsonElement[wanting];
        await Parallel.ForAsync(0, wanting, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            answers[i] = await guests[i % guests.Length].BuyAsync(bowls.Id));

        var sold = answers.Where(answer => answer.At("order.status").GetString() == "CONFIRMED").ToArray();
        sold.Length.ShouldBe(units);
        var refused = answers.Except(sold).ToArray();
        refused.ShouldAllBe(answer => answer.At("order.status").GetString() == "OUT_OF_STOCK"
            && answer.At("errors")[0].At("__typename").GetString() == "OutOfStockError");
        refused.Length.ShouldBe(wanting - units);

        (await guests[0].ProductAsync("KIT-BWL-MIX")).Available.ShouldBe(0);
        var ids = sold.Select(answer => BackRoom.Id(answer.At("order")).ToString()).ToHashSet();
        var refusedIds = refused.Select(answer => BackRoom.Id(answer.At("order")).ToString()).ToHashSet();
        var intents = (await Back.Gateway.StateAsync(default)).Intents;
        intents.Where(intent => ids.Contains(intent.Metadata["order_id"])).Count(intent => intent.AmountReceived == intent.Amount).ShouldBe(units);
        intents.ShouldNotContain(intent => refusedIds.Contains(intent.Metadata["order_id"]));
    }

    /// <summary>As the back office would.</summary>
    private async Task ShipAsync(JsonElement order)
    {
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{Shop.Shop.Ports.Grpc("Orders")}");
        var shipped = await new OrdersService.OrdersServiceClient(channel).MarkShippedAsync(
            new() { OrderId = BackRoom.Id(order).ToString(), TrackingNumber = "1Z999" }, new Metadata { { "authorization", $"Bearer {admin.Token}" } });
        shipped.Order.Status.ShouldBe(OrderStatus.Shipped);
    }
}
