using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>
/// A whole shop of its own: eight services, the front door and the sandbox on real ports and databases, with the demo
/// products in stock.
/// </summary>
internal sealed class OpenShop : IAsyncDisposable
{
    public const string AdminEmail = "admin@commerce-kata.example";
    public const string AdminPassword = "an-admin-password";

    private readonly string _database;
    private readonly string _data;

    private OpenShop(Shop shop, string database, string data) => (Shop, _database, _data) = (shop, database, data);

    public Shop Shop { get; }

    /// <summary>The folder of the services' log files.</summary>
    public string Logs => Path.Combine(_data, "logs");

    public static Task<OpenShop> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    /// <param name="known">Is told the ports before anything starts.</param>
    /// <param name="settings">For every service.</param>
    public static async Task<OpenShop> StartAsync(Action<Ports> known, params string[] settings)
    {
        var database = await TestCluster.NewDatabaseAsync("shop");
        var data = Directory.CreateTempSubdirectory("commerce-kata-shop-").FullName;
        var port = FreePort.TakeBlock(Ports.Count);
        known(new Ports(port));
        var shop = await Shop.StartAsync(new StandaloneOptions
        {
            Port = port,
            Data = data,
            Postgres = database,
            AdminEmail = AdminEmail,
            AdminPassword = AdminPassword,
            // Visitors of all tests give the same address, and the admin logs in for each of them.
            Settings =
            [
                "Mail:UnpaidPerHour=1000", "Identity:Throttle:SuccessfulLoginsPerAccount=1000000", "Identity:Throttle:SuccessfulLoginsPerAddress=1000000", .. settings,
            ],
        }, _ => { }, CancellationToken.None);
        var open = new OpenShop(shop, database, data);
        await open.StockedAsync();
        return open;
    }

    /// <summary>Somebody who has not said who they are.</summary>
    public Visitor Visitor() => new(Shop);

    /// <summary>Somebody with a guest session.</summary>
    public async Task<Visitor> GuestAsync()
    {
        var visitor = Visitor();
        await visitor.StartGuestSessionAsync();
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        if (ReleaseRecorder.Current is { } recorder) await recorder.WriteAsync(_database);
        await TestCluster.DropAsync(_database);
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Inventory hears of the seeded products by events, a moment after the start; and the first calls of a process are slow.</summary>
    private Task StockedAsync() => Eventually.HoldsAsync(async () =>
    {
        var answer = await Visitor().PostAsync("{ products(first: 50, order: NEWEST) { nodes { available } } }");
        return !answer.TryGetProperty("errors", out _) && answer.At("data.products.nodes").EnumerateArray()
            .Select(product => product.At("available"))
            .All(available => available.ValueKind == JsonValueKind.Number && available.GetInt32() > 0);
    }, "the seeded products to be in stock");
}
