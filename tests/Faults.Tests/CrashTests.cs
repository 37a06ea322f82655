namespace CommerceKata.Faults.Tests;

/// <summary>
/// Kills a service at a named place in the middle of a purchase, starts it again, and looks at what is true then
/// (promises 3, 9, 10). One test at a time: they share a shop of processes.
/// </summary>
[NonParallelizable]
internal sealed class CrashTests
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private ProcessShop _shop = null!;
    private string _product = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        // A crash is noticed by the recovery worker when the request's lease on its order ends.
        _shop = await ProcessShop.StartAsync("Checkout:RequestLease=00:00:02", "Mail:Timeout=00:00:02");
        _product = await _shop.NewBuyer().ProductIdAsync("jute-twine-100-m");
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    [TearDown]
    public async Task MendAsync() => await _shop.Sandbox.ClearFaultsAsync(CancellationToken.None);

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
        await _shop.RestartAsync(service, killAt: place);
        var buying = _shop.NewBuyer().BuyAsync(_product);
        await _shop[service].DiedAsync(Settling);
        await _shop.RestartAsync(service);

        (await buying).Status.ShouldBe("CONFIRMED");
        await ShouldHoldAsync();
    }

    [TestCase("Orders", "orders.charged")]
    [TestCase("Orders", "orders.moving")]
    [TestCase("Orders", "orders.moved")]
    [TestCase("Billing", "billing.charged")]
    public async Task Declined_purchase_survives_a_crash(string service, string place)
    {
        await _shop.RestartAsync(service, killAt: place);
        var buying = _shop.NewBuyer().BuyAsync(_product, card: "pm_card_chargeDeclined");
        await _shop[service].DiedAsync(Settling);
        await _shop.RestartAsync(service);

        (await buying).Status.ShouldBe("PAYMENT_FAILED");
        await ShouldHoldAsync();
    }

    private async Task ShouldHoldAsync()
    {
        await _shop.Ledger.SettledAsync(Settling);
        (await _shop.Ledger.BrokenAsync()).ShouldBeEmpty();
    }
}
