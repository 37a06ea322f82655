using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceKata.TestKit;

namespace CommerceKata.Deployment.Tests;

/// <summary>
/// A release, as every orchestrator rolls it out: each replica is asked to stop, ends by itself, and another takes its
/// place, while customers go on (R5.3). Two front doors and two Catalogs, real processes in Production.
/// </summary>
internal sealed class RollingRestartTests
{
    private const string Query = """{"query":"{ products(first: 1) { nodes { name } } }"}""";
    private const int Customers = 4;

    private readonly int[] _catalogs = [FreePort.Take(), FreePort.Take()];
    private readonly int[] _doors = [FreePort.Take(), FreePort.Take()];
    private readonly Dictionary<int, int> _health = [];
    private readonly ConcurrentDictionary<int, bool> _ready = [];
    private readonly ConcurrentBag<string> _failures = [];
    private string _database = null!;
    private int _answered;

    [OneTimeTearDown]
    public Task CleanUpAsync() => TestCluster.DropAsync(_database);

    [Test]
    public async Task Release_rolled_out_under_traffic_fails_no_request()
    {
        _database = await TestCluster.NewDatabaseAsync("rolling");
        (await ServiceCommand.RunAsync("Catalog", ForCatalog(_catalogs[0]), "migrate")).ExitCode.ShouldBe(0);
        Dictionary<int, ServiceCommand> running = [];
        using var end = new CancellationTokenSource();
        try
        {
            foreach (var port in _catalogs) running[port] = await StartedAsync(port);
            foreach (var door in _doors) running[door] = await StartedAsync(door);
            var balancer = BalanceAsync(end.Token);
            var traffic = Enumerable.Range(0, Customers).Select(_ => BuyAndBuyAsync(end.Token)).ToArray();
            foreach (var port in _catalogs.Concat(_doors))
            {
                await MoreAnsweredAsync();
                running[port].Stop();
                (await running[port].ExitAsync()).ShouldBe(0, running[port].Errors);
                running[port].Dispose();
                await MoreAnsweredAsync();
                running[port] = await StartedAsync(port);
            }

            await MoreAnsweredAsync();
            await end.CancelAsync();
            await Task.WhenAll([balancer, .. traffic]);
            _failures.ShouldBeEmpty();
        }
        finally
        {
            await end.CancelAsync();
            foreach (var process in running.Values) process.Dispose();
        }
    }

    private Task MoreAnsweredAsync()
    {
        var soFar = Volatile.Read(ref _answered);
        return Eventually.HoldsAsync(() => Task.FromResult(Volatile.Read(ref _answered) >= soFar + 20), "20 more answers");
    }

    private async Task<ServiceCommand> StartedAsync(int port)
    {
        var (name, settings) = _doors.Contains(port) ? ("Gateway", ForDoor(port)) : ("Catalog", ForCatalog(port));
        var process = ServiceCommand.Start(name, settings);
        using var http = new HttpClient();
        await Eventually.HoldsAsync(
            async () => process.IsRunning ? await IsReadyAsync(http, port) : throw new InvalidOperationException(process.Errors), $"{name} to be ready");
        return process;
    }

    /// <summary>What a load balancer does: it looks at readiness, and sends requests where it says so.</summary>
    private async Task BalanceAsync(CancellationToken end)
    {
        using var http = new HttpClient();
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!end.IsCancellationRequested)
        {
            foreach (var door in _doors) _ready[door] = await IsReadyAsync(http, door);
            try
            {
                await often.WaitForNextTickAsync(end);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task BuyAndBuyAsync(CancellationToken end)
    {
        using var http = new HttpClient();
        for (var turn = 0; !end.IsCancellationRequested; turn++)
        {
            var open = _doors.Where(door => _ready.GetValueOrDefault(door)).ToArray();
            if (open.Length == 0)
            {
                await Task.Yield();
                continue;
            }

            try
            {
                using var answer = await http.PostAsync($"http://127.0.0.1:{open[turn % open.Length]}/graphql", new StringContent(Query, null, "application/json"), CancellationToken.None);
                var body = await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
                if (body.TryGetProperty("errors", out _)) _failures.Add(body.ToString());
            }
            catch (HttpRequestException error)
            {
                _failures.Add(error.ToString());
            }

            Interlocked.Increment(ref _answered);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient http, int port)
    {
        try
        {
            using var answer = await http.GetAsync($"http://127.0.0.1:{_health[port]}/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private IEnumerable<(string, string)> ForCatalog(int port) =>
    [
        .. Shared(port), ("ConnectionStrings__Catalog", _database), ("Catalog__Seed", "false"), ("Listen__GrpcPort", $"{port}"), ("Listen__HttpPort", $"{_health[port]}"),
        ("Auth__ServiceKey", "0123456789-0123456789-0123456789"),
    ];

    private IEnumerable<(string, string)> ForDoor(int port) =>
    [
        .. Shared(port), ("Listen__Port", $"{port}"), ("Listen__ManagementPort", $"{_health[port]}"),
        ("Services__Catalog", string.Join(',', _catalogs.Select(catalog => $"http://127.0.0.1:{catalog}"))),
    ];

    /// <summary>Long enough for the balancer to notice, on a machine where everything else is tested at the same time.</summary>
    private IEnumerable<(string, string)> Shared(int port)
    {
        _health.TryAdd(port, FreePort.Take());
        return [("ASPNETCORE_ENVIRONMENT", "Production"), ("Listen__DrainFor", "00:00:03"), ("Log__Level", "Warning"), ("Telemetry__Enabled", "false")];
    }
}
