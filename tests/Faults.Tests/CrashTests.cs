namespace CommerceKata.Faults.Tests;

/// <summary>
/// Kills a service at a named place in the middle of a purchase, starts it again, and looks at what is true then
/// (promises 3, 9, 10). One test at a time: they share a shop of processes.
/// </summary>
[NonParallelizable]
internal sealed class CrashTests
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private static ProcessShop Shop => SharedShop.Shop;

    [TearDown]
    public async Task MendAsync() => await Shop.Sandbox.ClearFaultsAsync(CancellationToken.None);

    [TestCase("Orders", "orders.placed")]
    [TestCase("Orders", "orders.reserved")]
    [TestCase("Orders", "orders.charged")]
    [TestCase("Orders", "orders.moving")]
    [TestCase("Orders", "orders.moved")]
    [TestCase("Orders", "outbox.delivered")]
    [TestCase("Inventory", "inventory.reserved")]
    [TestCase("Inventory", "inbox.applying")]
    [TestCase("Inventory", "inbox.applied")]
    [TestCase("Billing", "billing.created")]
    [TestCase("Billing", "billing.attached")]
    [TestCase("Billing", "billing.charged")]
    [TestCase("Notifications", "inbox.applied")]
    [TestCase("Notifications", "mail.sent")]
    [TestCase("Cart", "inbox.applying")]
    public async Task Purchase_survives_a_crash(string service, string place)
    {
        await Shop.RestartAsync(service, killAt: place);
        var buying = Shop.NewBuyer().BuyAsync(SharedShop.Product);
        await Shop[service].DiedAsync(Settling);
        await Shop.RestartAsync(service);

        (await buying).Status.ShouldBe("CONFIRMED");
        await ShouldHoldAsync();
    }

    [TestCase("Orders", "orders.charged")]
    [TestCase("Orders", "orders.moving")]
    [TestCase("Orders", "orders.moved")]
    [TestCase("Billing", "billing.charged")]
    public async Task Declined_purchase_survives_a_crash(string service, string place)
    {
        await Shop.RestartAsync(service, killAt: place);
        var buying = Shop.NewBuyer().BuyAsync(SharedShop.Product, card: "pm_card_chargeDeclined");
        await Shop[service].DiedAsync(Settling);
        await Shop.RestartAsync(service);

        (await buying).Status.ShouldBe("PAYMENT_FAILED");
        await ShouldHoldAsync();
    }

    private static async Task ShouldHoldAsync()
    {
        await Shop.Ledger.SettledAsync(Settling);
        (await Shop.Ledger.BrokenAsync()).ShouldBeEmpty();
    }
}
