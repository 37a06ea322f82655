namespace CommerceKata.Gateway.Tests;

/// <summary>Each test has a front door and a shop of its own.</summary>
internal abstract class DoorFixture
{
    protected TestDoor Door { get; private set; } = null!;

    protected FakeShop Shop => Door.Shop;

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual string[] Settings => [];

    [SetUp]
    public async Task OpenAsync() => Door = await TestDoor.StartAsync(Settings);

    [TearDown]
    public async Task CloseAsync() => await Door.DisposeAsync();
}
