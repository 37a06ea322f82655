using System.Globalization;
using CommerceKata.PrivatePostgres;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.Load.Running;

/// <summary>The system that is measured: PostgreSQL with fsync on, and the shop in ten processes or in one.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    /// <summary>As Standalone runs it, but with room for replicas. What a commit says is on the disk is on the disk.</summary>
    private static readonly Dictionary<string, string> PostgresSettings = new() { ["max_connections"] = "400", ["shared_buffers"] = "256MB" };

    private const string AdminPassword = "a-load-test-admin";

    private readonly string _data;
    private readonly bool _keep;
    private readonly PostgresServer _postgres;
    private readonly List<ChildProcess> _processes = [];

    private RunningShop(string data, bool keep, PostgresServer postgres, ShopSettings settings) =>
        (_data, _keep, _postgres, Settings) = (data, keep, postgres, settings);

    public ShopSettings Settings { get; }

    /// <summary>Who may see the back office.</summary>
    public (string Email, string Password) Admin { get; } = (new StandaloneOptions().AdminEmail, AdminPassword);

    /// <summary>Where the front door answers, all replicas of it.</summary>
    public IReadOnlyList<Uri> Doors { get; private set; } = [];

    /// <summary>From the first process's start to the first GraphQL answer.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>All that works for a request, the driver left out.</summary>
    public IReadOnlyList<Measured> Measured =>
    [
        .. _processes.GroupBy(process => process.Name).Select(replicas => new Measured(replicas.Key, [.. replicas.Select(process => process.Id)])),
        new Measured("PostgreSQL", [PostmasterId], withChildren: true),
    ];

    private int PostmasterId => int.Parse(File.ReadLines(Path.Combine(_postgres.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<RunningShop> StartAsync(LoadOptions options, Action<string> say, CancellationToken cancel)
    {
        var data = options.Data is { } kept ? Directory.CreateDirectory(kept).FullName : Directory.CreateTempSubdirectory("commerce-kata-load-").FullName;
        File.SetUnixFileMode(data, (UnixFileMode)0b111_101_101);
        var ports = new Ports(FreePort.TakeBlock(Ports.Count));
        var postgres = await PostgresServer.StartAsync(
            new() { Folder = Path.Combine(data, "postgres"), Port = ports.Postgres, Report = say, Settings = PostgresSettings }, cancel);
        var shopOptions = new StandaloneOptions { Port = ports.FrontDoor, Data = data, AdminPassword = AdminPassword, Settings = [.. OwnSettings, .. options.Standalone ? Array.Empty<string>() : ["Services:InProcess=false"], .. options.Settings] };
        var shop = new RunningShop(data, options.Data is not null, postgres, new ShopSettings(shopOptions, ports, postgres.ConnectionString));
        try
        {
            await shop.FillAsync(options, say, cancel);
            await shop.OpenAsync(options, say, cancel);
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the shop; its databases stay open.</summary>
    public Task StopProcessesAsync() => Task.WhenAll(_processes.Select(process => process.KillAsync()));

    public async ValueTask DisposeAsync()
    {
        await StopProcessesAsync();
        await _postgres.StopAsync(CancellationToken.None);
        if (_keep) return;
        Directory.Delete(_data, recursive: true);
        if (Directory.Exists(_postgres.Folder)) Directory.Delete(_postgres.Folder, recursive: true);
    }

    /// <summary>Each process is measured with the metrics that it has in production; the demo shop would stand in the way.</summary>
    private static IReadOnlyList<string> OwnSettings => ["Telemetry:Enabled=true", "Catalog:Seed=false"];

    private async Task FillAsync(LoadOptions options, Action<string> say, CancellationToken cancel)
    {
        var filling = new Filling(Settings, _data, say);
        await filling.ProductsAsync(options.Products, cancel);
        if (options.PastOrders > 0) await filling.PastOrdersAsync(options.PastOrders, cancel);
    }

    private async Task OpenAsync(LoadOptions options, Action<string> say, CancellationToken cancel)
    {
        var replicas = new Replicas(Settings, options.Standalone ? 1 : options.Replicas, Settings.Logs);
        Doors = replicas.Doors;
        IReadOnlyList<(string Name, string[] Arguments)> processes = options.Standalone ? [] : [.. replicas.Processes];
        say(options.Standalone ? "Starting Standalone." : $"Starting {processes.Count} processes.");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        if (options.Standalone)
        {
            var environment = OwnSettings.Select(setting => setting.Split('=', 2)).ToDictionary(parts => parts[0].Replace(":", "__", StringComparison.Ordinal), parts => parts[1]);
            environment["ConnectionStrings__Postgres"] = Settings.Postgres;
            environment["ADMIN_PASSWORD"] = AdminPassword;
            _processes.Add(Start("Standalone", ["--port", $"{Settings.Ports.FrontDoor}", "--data", _data], environment));
        }
        else
        {
            foreach (var (name, arguments) in processes) _processes.Add(Start(name, arguments));
        }

        using var http = new HttpClient();
        foreach (var door in Doors) await Eventually.HoldsAsync(() => AnswersAsync(http, door, cancel), "the first answer", TimeSpan.FromMinutes(2));
        StartTime = watch.Elapsed;
        await new Filling(Settings, _data, say).StockedAsync(cancel);
    }

    private ChildProcess Start(string name, string[] arguments, Dictionary<string, string>? environment = null) =>
        ChildProcess.Start(name, arguments, Path.Combine(_data, name + ".out"), environment);

    private async Task<bool> AnswersAsync(HttpClient http, Uri door, CancellationToken cancel)
    {
        foreach (var process in _processes) process.ThrowIfEnded();
        try
        {
            using var answer = await http.PostAsync(door, new StringContent("""{"query":"{ products(first: 1) { nodes { id } } }"}""", null, "application/json"), cancel);
            return answer.IsSuccessStatusCode && !(await answer.Content.ReadAsStringAsync(cancel)).Contains("\"errors\"", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
