using CommerceKata.StripeSandbox;

namespace CommerceKata.Faults.Tests;

/// <summary>
/// Services die, and the payment gateway misbehaves, in the middle of a return: it ends with its money back once, its unit on the shelf
/// once, and one mail (FC.3, FC.4, FC.5; promises 3, 9, 10).
/// </summary>
[NonParallelizable]
internal sealed class ReturnCrashTests
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private static readonly GatewayFault[] Faults =
    [
        new(FaultKind.LostAnswer) { Method = "POST", Path = "/v1/refunds", Times = 1 },
        new(FaultKind.BrokenAnswer) { Method = "POST", Path = "/v1/refunds", Times = 1, Status = 500 },
        new(FaultKind.SlowAnswer) { Method = "POST", Path = "/v1/refunds", Times = 1, DelayMs = 5_000 },
    ];

    private static ProcessShop Shop => SharedShop.Shop;

    [TearDown]
    public async Task MendAsync() => await Shop.Sandbox.ClearFaultsAsync(CancellationToken.None);

    [TestCase("Orders", "returns.inspected")]
    [TestCase("Orders", "returns.refunded")]
    [TestCase("Orders", "returns.settling")]
    [TestCase("Billing", "billing.refunded")]
    [TestCase("Inventory", "inbox.applying")]
    public async Task Return_survives_a_crash(string service, string place)
    {
        var asked = await AskedAsync();
        var admin = await Shop.NewBuyer().LoginAsync(ProcessShop.AdminEmail, ProcessShop.AdminPassword);
        await Shop.RestartAsync(service, killAt: place);
        var approving = admin.ApproveAsync(asked, sellable: 0, damaged: 1);
        await Shop[service].DiedAsync(Settling);
        await Shop.RestartAsync(service);

        (await approving).ShouldBe("REFUNDED");
        await ShouldHoldAsync();
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Return_survives_a_gateway_that(GatewayFault fault)
    {
        var asked = await AskedAsync();
        var admin = await Shop.NewBuyer().LoginAsync(ProcessShop.AdminEmail, ProcessShop.AdminPassword);
        await Shop.Sandbox.InjectAsync(fault, CancellationToken.None);
        (await admin.ApproveAsync(asked, sellable: 1, damaged: 0)).ShouldBe("REFUNDED");
        await ShouldHoldAsync();
    }

    private static async Task<(string Id, string Line)> AskedAsync()
    {
        var buyer = Shop.NewBuyer();
        var bought = await buyer.BuyAsync(SharedShop.Product, quantity: 2);
        bought.Status.ShouldBe("CONFIRMED");
        // What the purchase left to be told is told before anybody dies.
        await Shop.Ledger.SettledAsync(Settling);
        return await buyer.RequestReturnAsync(bought);
    }

    private static async Task ShouldHoldAsync()
    {
        await Shop.Ledger.SettledAsync(Settling);
        (await Shop.Ledger.BrokenAsync()).ShouldBeEmpty();
    }
}
