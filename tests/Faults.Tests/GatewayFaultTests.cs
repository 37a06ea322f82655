using CommerceKata.StripeSandbox;

namespace CommerceKata.Faults.Tests;

/// <summary>The payment gateway misbehaves, and the outcome of a charge is not known for a while (promises 3, 11).</summary>
[NonParallelizable]
internal sealed class GatewayFaultTests
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private static ProcessShop Shop => SharedShop.Shop;

    [TearDown]
    public async Task MendAsync() => await Shop.Sandbox.ClearFaultsAsync(CancellationToken.None);

    private static readonly GatewayFault[] Faults =
    [
        new(FaultKind.LostAnswer) { Method = "POST", Path = "/v1/payment_intents", Times = 1 },
        new(FaultKind.LostAnswer) { Method = "POST", Path = "/v1/payment_intents/*/confirm", Times = 1 },
        new(FaultKind.Refuse) { Method = "POST", Path = "/v1/payment_intents/*/confirm", Times = 2 },
        new(FaultKind.SlowAnswer) { Method = "POST", Path = "/v1/payment_intents/*/confirm", Times = 1, DelayMs = 5_000 },
        new(FaultKind.Delay) { Method = "POST", Path = "/v1/payment_intents", Times = 1, DelayMs = 5_000 },
        new(FaultKind.BrokenAnswer) { Method = "POST", Path = "/v1/payment_intents/*/confirm", Times = 1, Status = 500 },
        new(FaultKind.StoredError) { Method = "POST", Path = "/v1/payment_intents", Times = 1, Status = 500 },
        new(FaultKind.Error) { Method = "POST", Path = "/v1/payment_intents/*/confirm", Times = 3, Status = 503 },
        new(FaultKind.Error) { Method = "POST", Path = "/v1/payment_intents/*/confirm", Times = 1, Status = 429 },
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task Purchase_survives_a_gateway_that(GatewayFault fault)
    {
        await Shop.Sandbox.InjectAsync(fault, CancellationToken.None);
        (await Shop.NewBuyer().BuyAsync(SharedShop.Product)).Status.ShouldBe("CONFIRMED");
        await Shop.Ledger.SettledAsync(Settling);
        (await Shop.Ledger.BrokenAsync()).ShouldBeEmpty();
    }
}
