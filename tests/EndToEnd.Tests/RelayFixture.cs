using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>A shop in which the calls to Billing and to Inventory can be stopped, just before or just after they are done.</summary>
/// <param name="settings">For every service.</param>
internal abstract class RelayFixture(params string[] settings)
{
    protected const string Declined = "pm_card_chargeDeclined";
    protected const string ThreeDSecure = "pm_card_authenticationRequired";

    protected Relay Billing { get; private set; } = null!;

    protected Relay Inventory { get; private set; } = null!;

    protected OpenShop Shop { get; private set; } = null!;

    protected BackRoom Back { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        Billing = await Relay.StartAsync();
        Inventory = await Relay.StartAsync();
        Shop = await OpenShop.StartAsync(
            ports =>
            {
                Billing.ForwardTo(ports.Grpc("Billing"));
                Inventory.ForwardTo(ports.Grpc("Inventory"));
            },
            [$"Services:Billing={Billing.Address}", $"Services:Inventory={Inventory.Address}", .. settings]);
        Back = new BackRoom(Shop.Shop);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        Back?.Dispose();
        if (Shop is not null) await Shop.DisposeAsync();
        await Billing.DisposeAsync();
        await Inventory.DisposeAsync();
    }

    /// <summary>A guest buys, and the purchase is stopped at a place.</summary>
    protected async Task<(Race Race, Task<JsonElement> Request)> StartAsync(string sku, Relay.Stop stop, string card)
    {
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync(sku);
        var request = guest.BuyAsync(product.Id, 1, card);
        await stop.Arrived;
        var order = (await guest.AskAsync($$"""{ me { orders { nodes { {{Visitor.OrderFields}} } } } }""")).At("me.orders.nodes").EnumerateArray().ShouldHaveSingleItem();
        return (new(guest, product.Available, sku, order), request);
    }

    /// <summary>A guest has bought, and is to confirm the payment.</summary>
    protected async Task<Race> AwaitPaymentAsync(string sku)
    {
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync(sku);
        var order = (await guest.BuyAsync(product.Id, 1, ThreeDSecure)).At("order");
        order.At("status").GetString().ShouldBe("AWAITING_PAYMENT");
        return new(guest, product.Available, sku, order);
    }

    protected async Task ShouldBeSoldAsync(Race race)
    {
        await Back.SettledAsync(race.Order);
        var intent = await Back.IntentAsync(race.Order);
        intent.Charges.Count(charge => charge.Paid).ShouldBe(1);
        (intent.AmountReceived, intent.AmountRefunded).ShouldBe((intent.Amount, 0));
        (await Back.EmailsAsync(race.Order)).ShouldBe(["order-confirmed"]);
        (await Back.ReservationAsync(race.Order)).ShouldBe("SETTLED");
        (await race.Guest.ProductAsync(race.Sku)).Available.ShouldBe(race.Available - 1);
    }

    /// <summary>No stock and no money of it stayed with us, and what came went back once.</summary>
    protected async Task ShouldBeUndoneAsync(Race race, string end)
    {
        await Back.SettledAsync(race.Order);
        var order = await race.Guest.OrderAsync(race.Order);
        order.At("status").GetString().ShouldBe(end);
        var intents = await Back.IntentsAsync(order);
        intents.Length.ShouldBeLessThanOrEqualTo(1);
        intents.ShouldAllBe(intent => intent.AmountReceived == intent.AmountRefunded);
        var wasPaid = intents is [{ AmountReceived: > 0 }];
        if (wasPaid)
        {
            (await Back.RefundsAsync(order)).ShouldHaveSingleItem().Status.ShouldBe("succeeded");
            order.At("refunded.amount").GetString().ShouldBe(order.At("total.amount").GetString());
        }

        // A guest who cancels what they never paid knows: only money makes a mail.
        if (end == "CANCELLED") (await Back.EmailsAsync(order)).Count(template => template == "order-cancelled").ShouldBe(wasPaid ? 1 : 0);
        (await Back.ReservationAsync(order)).ShouldBe("CANCELLED");
        (await race.Guest.ProductAsync(race.Sku)).Available.ShouldBe(race.Available);
    }

    protected sealed record Race(Visitor Guest, int Available, string Sku, JsonElement Order);
}
