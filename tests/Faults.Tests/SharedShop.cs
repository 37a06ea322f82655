namespace CommerceKata.Faults.Tests;

/// <summary>The shop of processes that all tests here share, one after the other.</summary>
[SetUpFixture]
internal sealed class SharedShop
{
    public static ProcessShop Shop { get; private set; } = null!;

    /// <summary>Something to buy, of which there is plenty.</summary>
    public static string Product { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        // Short leases: what a crash left behind is found when they end. All buy from one address, and every fourth card is declined:
        // how many declined payments are allowed is tried elsewhere.
        Shop = await ProcessShop.StartAsync(
            "Checkout:RequestLease=00:00:02", "Mail:Timeout=00:00:02", "Stripe:Timeout=00:00:02",
            "Checkout:Declines:PerEmail=1000000", "Checkout:Declines:PerAddress=1000000", "Mail:UnpaidPerHour=1000000");
        Product = await Shop.NewBuyer().ProductIdAsync("jute-twine-100-m");
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await Shop.DisposeAsync();
}
