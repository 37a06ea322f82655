using CommerceKata.TestKit;
using CommerceKata.TestKit.Otlp;

namespace CommerceKata.Telemetry.Tests;

/// <summary>
/// A shop of processes in which a day has passed, watched as in production: OTLP to a collector, and a real Prometheus scraping
/// every process. All tests here look at what it left.
/// </summary>
[SetUpFixture]
internal sealed class ObservedShop
{
    public static OtlpCollector Collector { get; private set; } = null!;

    public static Prometheus Prometheus { get; private set; } = null!;

    public static ProcessShop Shop { get; private set; } = null!;

    public static Scenario Day { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        Collector = await OtlpCollector.StartAsync();
        Shop = await ProcessShop.StartAsync(
            "Telemetry:Enabled=true", "Log:Level=Information", $"OTEL_EXPORTER_OTLP_ENDPOINT={Collector.Endpoint}", "OTEL_BSP_SCHEDULE_DELAY=200",
            "OTEL_BLRP_SCHEDULE_DELAY=200", "OTEL_METRIC_EXPORT_INTERVAL=1000",
            // Ten processes that have run nothing yet, beside other tests: the first calls take their time.
            "GraphQL:DeadlineSeconds=60");
        Prometheus = await Prometheus.StartAsync(Shop.Metrics, Directory.GetFiles(Path.Combine(Docs.Root, "deploy/prometheus/rules"), "*.yml"));
        Day = new Scenario($"http://127.0.0.1:{Shop.Settings.Ports.FrontDoor}/graphql", () => Shop.Ledger.SettledAsync(TimeSpan.FromSeconds(30)));
        await Day.RunAsync(ProcessShop.AdminEmail, ProcessShop.AdminPassword);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (Prometheus is not null) await Prometheus.DisposeAsync();
        if (Shop is not null) await Shop.DisposeAsync();
        if (Collector is not null) await Collector.DisposeAsync();
    }
}
