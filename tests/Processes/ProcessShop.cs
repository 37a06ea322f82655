using CommerceKata.PrivatePostgres;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.Standalone;
using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;

namespace CommerceKata.Processes;

/// <summary>
/// A shop of eleven processes: PostgreSQL, the sandbox, eight services, the front door. Each can be killed and started
/// again while the others go on.
/// </summary>
internal sealed class ProcessShop : IAsyncDisposable
{
    public const string AdminEmail = "admin@commerce-kata.example";
    public const string AdminPassword = "an-admin-password";

    private const string GatewayName = "Gateway";
    private const string SandboxName = "StripeSandbox";

    private readonly string _data;
    private readonly PostgresServerOptions _postgresOptions;
    private readonly Dictionary<string, ServiceProcess> _processes;
    private PostgresServer _postgres;

    private ProcessShop(string data, PostgresServerOptions postgresOptions, PostgresServer postgres, ShopSettings settings)
    {
        (_data, _postgresOptions, _postgres, Settings) = (data, postgresOptions, postgres, settings);
        _processes = ServiceAddresses.Names
            .Select(name => (name, settings.For(name), settings.Ports.Http(name)))
            // The ledger counts every payment.
            .Append((SandboxName, [.. settings.ForSandbox(), "--Sandbox:Keep=0"], settings.Ports.Sandbox))
            .Append((GatewayName, [.. settings.ForGateway(), "--Telemetry:ServiceName=gateway"], settings.Ports.Operations))
            .ToDictionary(each => each.Item1, each => new ServiceProcess(
                each.Item1, each.Item2,
                $"http://127.0.0.1:{each.Item3}/{(each.Item1 == SandboxName ? "_sandbox/faults" : "health/ready")}",
                Path.Combine(data, each.Item1 + ".out")));
        Sandbox = new SandboxControl(new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.Ports.Sandbox}") });
        Ledger = new Ledger(settings.Postgres, Sandbox, Path.Combine(data, "mailbox"));
    }

    public ShopSettings Settings { get; }

    /// <summary>Where each process serves <c>/metrics</c>, by its name in telemetry.</summary>
    public IReadOnlyDictionary<string, string> Metrics => ServiceAddresses.Names
        .ToDictionary(name => name.ToLowerInvariant(), name => $"127.0.0.1:{Settings.Ports.Http(name)}")
        .Append(new("gateway", $"127.0.0.1:{Settings.Ports.Operations}")).ToDictionary();

    public SandboxControl Sandbox { get; }

    /// <summary>What the databases, the sandbox and the mailbox say.</summary>
    public Ledger Ledger { get; }

    public ServiceProcess this[string name] => _processes[name];

    public Buyer NewBuyer() => new($"http://127.0.0.1:{Settings.Ports.FrontDoor}/graphql");

    public static async Task<ProcessShop> StartAsync(params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("commerce-kata-faults-").FullName;
        File.SetUnixFileMode(data, (UnixFileMode)0b111_101_101);
        var ports = new Ports(FreePort.TakeBlock(Ports.Count));
        var postgresOptions = new PostgresServerOptions
        {
            Folder = Path.Combine(data, "postgres"),
            Port = ports.Postgres,
            // What must survive here is a crash of the server, not of the machine.
            Settings = new Dictionary<string, string> { ["fsync"] = "off", ["max_connections"] = "250" },
        };
        var postgres = await PostgresServer.StartAsync(postgresOptions, CancellationToken.None);
        var options = new StandaloneOptions { Port = ports.FrontDoor, Data = data, AdminEmail = AdminEmail, AdminPassword = AdminPassword, Settings = settings };
        var shop = new ProcessShop(data, postgresOptions, postgres, new ShopSettings(options, ports, postgres.ConnectionString));
        foreach (var process in shop._processes.Values) process.Start();
        await shop.ReadyAsync();
        await shop.Ledger.StockedAsync();
        return shop;
    }

    /// <summary>Waits until all that runs serves.</summary>
    public Task ReadyAsync() => Task.WhenAll(_processes.Values.Select(process =>
        Eventually.HoldsAsync(process.IsReadyAsync, process.Name + " to be ready", TimeSpan.FromMinutes(2))));

    /// <summary>Kills a service, and starts it again at once.</summary>
    /// <param name="name">"Orders".</param>
    /// <param name="killAt">Where it shall die next; null to live.</param>
    public async Task RestartAsync(string name, string? killAt = null)
    {
        await _processes[name].KillAsync();
        _processes[name].Start(killAt);
        await Eventually.HoldsAsync(_processes[name].IsReadyAsync, name + " to be ready", TimeSpan.FromMinutes(2));
    }

    /// <summary>PostgreSQL goes down under everybody, and comes back.</summary>
    public async Task RestartPostgresAsync() => _postgres = await PostgresServer.StartAsync(_postgresOptions, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_processes.Values.Select(process => process.KillAsync()));
        await _postgres.StopAsync(CancellationToken.None);
        Directory.Delete(_data, recursive: true);
    }
}
