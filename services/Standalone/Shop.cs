using CommerceKata.Billing;
using CommerceKata.Cart;
using CommerceKata.Catalog;
using CommerceKata.Gateway;
using CommerceKata.Identity;
using CommerceKata.Inventory;
using CommerceKata.Notifications;
using CommerceKata.Orders;
using CommerceKata.PrivatePostgres;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.Shipping;
using CommerceKata.StripeSandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Standalone;

/// <summary>
/// Everything in one process: a private PostgreSQL, the payment sandbox, the eight services and the front door, each
/// on its own port. They talk gRPC as if each were alone, but without sockets (ADR 0027).
/// </summary>
public sealed class Shop : IAsyncDisposable
{
    private readonly PostgresServer? _postgres;
    private readonly IReadOnlyList<WebApplication> _hosts;

    private Shop(StandaloneOptions options, ShopSettings settings, PostgresServer? postgres, IReadOnlyList<WebApplication> hosts) =>
        (Options, Settings, _postgres, _hosts) = (options, settings, postgres, hosts);

    /// <summary>Where the front door is: "http://127.0.0.1:8080/graphql".</summary>
    public string GraphQL => $"http://127.0.0.1:{Settings.Ports.FrontDoor}/graphql";

    /// <summary>The folder in which emails arrive.</summary>
    public string Mailbox => Settings.Mailbox;

    /// <summary>How to connect to PostgreSQL; no database is named.</summary>
    public string Postgres => Settings.Postgres;

    /// <summary>The currency of all prices.</summary>
    internal Currency Currency => _hosts[0].Services.GetRequiredService<Currency>();

    /// <summary>The ports of the block.</summary>
    public Ports Ports => Settings.Ports;

    /// <summary>The processes that it is made of, each as it would run alone.</summary>
    internal IReadOnlyList<WebApplication> Hosts => _hosts;

    internal StandaloneOptions Options { get; }

    internal ShopSettings Settings { get; }

    /// <summary>Starts it; when this returns, the first query is answered.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="report">Told what takes long.</param>
    /// <param name="cancel">Stops the start, and what has started.</param>
    public static async Task<Shop> StartAsync(StandaloneOptions options, Action<string> report, CancellationToken cancel)
    {
        var ports = new Ports(options.Port);
        ports.Check();
        Directory.CreateDirectory(options.Data);
        var postgres = options.Postgres is null
            ? await PostgresServer.StartAsync(
                new() { Folder = Path.Combine(options.Data, "postgres"), Port = ports.Postgres, Report = report, Settings = PostgresSettings }, cancel)
            : null;
        var settings = new ShopSettings(options, ports, postgres?.ConnectionString ?? options.Postgres!);
        List<WebApplication> hosts = [];
        try
        {
            var building = Builders(settings).Select(build => Task.Run(() => build.Build(build.Arguments), cancel)).ToArray();
            foreach (var built in building) hosts.Add(await built);
            foreach (var host in hosts) await StartChecks.RunAsync(host.Services, cancel);
            await Task.WhenAll(hosts.Select(host => Task.Run(() => host.StartAsync(cancel), cancel)));
            settings.NoteFirstStart();
            return new Shop(options, settings, postgres, hosts);
        }
        catch
        {
            await StopAsync(hosts, postgres);
            throw;
        }
    }

    /// <summary>Stops all of it, PostgreSQL last.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(_hosts, _postgres);

    /// <summary>The pools of eight services, and room for an operator.</summary>
    private static readonly Dictionary<string, string> PostgresSettings = new() { ["max_connections"] = "250", ["shared_buffers"] = "256MB" };

    private static IEnumerable<(Func<string[], WebApplication> Build, string[] Arguments)> Builders(ShopSettings settings) =>
    [
        (CatalogHost.Build, settings.For("Catalog")),
        (IdentityHost.Build, settings.For("Identity")),
        (InventoryHost.Build, settings.For("Inventory")),
        (CartHost.Build, settings.For("Cart")),
        (OrdersHost.Build, settings.For("Orders")),
        (BillingHost.Build, settings.For("Billing")),
        (ShippingHost.Build, settings.For("Shipping")),
        (NotificationsHost.Build, settings.For("Notifications")),
        (GatewayHost.Build, settings.ForGateway()),
        .. settings.UsesSandbox ? [(StripeSandboxHost.Build, settings.ForSandbox())] : Array.Empty<(Func<string[], WebApplication>, string[])>(),
    ];

    private static async Task StopAsync(IReadOnlyList<WebApplication> hosts, PostgresServer? postgres)
    {
        await Task.WhenAll(hosts.Select(async host =>
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }));
        if (postgres is not null) await postgres.StopAsync(CancellationToken.None);
    }
}
