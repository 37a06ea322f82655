using CommerceKata.Catalog;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using CatalogClient = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;
using Client = Commerce.Cart.V1.CartService.CartServiceClient;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart.Tests;

/// <summary>
/// A running Cart beside a running Catalog with the demo shop in it, and an Inventory that has enough of everything
/// unless a test says otherwise.
/// </summary>
internal abstract class CartFixture
{
    private TestService _catalog = null!;

    protected TestService Service { get; private set; } = null!;

    protected FakeInventory Inventory { get; private set; } = null!;

    protected Client AsService { get; private set; } = null!;

    protected CatalogClient CatalogAdmin { get; private set; } = null!;

    /// <summary>Ids of some products on sale.</summary>
    protected IReadOnlyList<string> Products { get; private set; } = [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _catalog = await TestService.StartAsync(CatalogHost.Build);
        Inventory = await FakeInventory.StartAsync();
        Service = await TestService.StartAsync(CartHost.Build, Neighbours());
        AsService = Service.Client<Client>(Who.Service);
        CatalogAdmin = _catalog.Client<CatalogClient>(Who.Admin);
        Products = [.. (await CatalogAdmin.ListProductsAsync(new())).Edges.Select(edge => edge.Product.Id)];
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await Service.DisposeAsync();
        await Inventory.DisposeAsync();
        await _catalog.DisposeAsync();
    }

    [TearDown]
    public void RestockInventory() => Inventory.Reset();

    /// <summary>
    /// Where the Cart's neighbours are, and other settings. The machine may be busy: where a test does not ask for
    /// less, there is time for every answer.
    /// </summary>
    protected (string Key, string Value)[] Neighbours(params (string Key, string Value)[] others) =>
    [
        ("Services:Catalog", _catalog.GrpcAddress), ("Services:Inventory", Inventory.Address),
        ("Cart:StockPatience", "00:00:05"), .. others,
    ];

    /// <summary>Somebody new, with a client that calls as them.</summary>
    protected (string UserId, Client Client) Somebody(Who who = Who.Guest, Guid? sessionId = null)
    {
        var id = Guid.CreateVersion7();
        return (id.ToString(), Service.Client<Client>(TestTokens.User(who, id, sessionId: sessionId)));
    }

    /// <summary>A cart with these quantities of the first products.</summary>
    protected async Task<Proto.Cart> FillAsync(Client client, params int[] quantities)
    {
        foreach (var (at, quantity) in quantities.Index())
            await client.AddLineAsync(new() { ProductId = Products[at], Quantity = quantity });
        return (await client.GetCartAsync(new())).Cart;
    }

    /// <summary>What each line holds, and how many units it says were left out.</summary>
    protected static IEnumerable<(int Quantity, int LeftOut)> Kept(Proto.Cart cart) =>
        cart.Lines.Select(line => (line.Quantity, line.LeftOut));

    protected static IEnumerable<(string ProductId, int Quantity)> Lines(Proto.Cart cart) => cart.Lines.Select(line => (line.ProductId, line.Quantity));
}
