namespace CommerceKata.EndToEnd.Tests;

/// <summary>Tests that share a shop, one after the other; after each the payment gateway is itself again.</summary>
/// <param name="settings">For every service: <c>Checkout:PaymentWindow=00:00:04</c>.</param>
internal abstract class ShopFixture(params string[] settings)
{
    protected const string ThreeDSecure = "pm_card_authenticationRequired";

    protected OpenShop Shop { get; private set; } = null!;

    protected BackRoom Back { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        Shop = await OpenShop.StartAsync(settings);
        Back = new BackRoom(Shop.Shop);
    }

    [TearDown]
    public Task CalmAsync() => Back.CalmAsync();

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        Back?.Dispose();
        if (Shop is not null) await Shop.DisposeAsync();
    }
}
