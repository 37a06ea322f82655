namespace CommerceKata.Gateway.Tests;

/// <summary>All tests share a front door and a shop: they change neither.</summary>
internal abstract class OneDoorFixture
{
    protected TestDoor Door { get; private set; } = null!;

    protected FakeShop Shop => Door.Shop;

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual string[] Settings => [];

    [OneTimeSetUp]
    public async Task OpenAsync() => Door = await TestDoor.StartAsync(Settings);

    [OneTimeTearDown]
    public async Task CloseAsync() => await Door.DisposeAsync();
}
