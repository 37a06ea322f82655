using System.Text;
using CommerceKata.ServiceDefaults.Metrics;
using CommerceKata.TestKit;

namespace CommerceKata.Telemetry.Tests;

/// <summary>The signal matrix: what each process must tell of a day, and that it arrived where operators look (R1.4, R2.4, R3.4, R4.4, R5.4).</summary>
// One after the other, so that what changes the shop (PanelTests) comes after all that look at the day.
[DependsOnFixture(typeof(CountTests), AllowFailure = true)]
internal sealed class MatrixTests
{
    private static readonly string[] Callers = ["gateway", "catalog", "identity", "inventory", "cart", "orders"];
    private static readonly string[] Queues = ["catalog", "identity", "inventory", "orders", "billing", "notifications"];
    private static readonly string[] Publishers = ["catalog", "identity", "inventory", "orders"];
    private static readonly string[] Subscribers = ["catalog", "inventory", "cart", "notifications"];

    /// <summary>What does not happen on a day like this.</summary>
    private static readonly string[] NotToday = ["cart.abandoned.cleared", "graphql.errors", "graphql.subscriptions.active", "inventory.units.short"];

    /// <summary>What of the libraries' metrics dashboards rest on.</summary>
    private static readonly string[] Libraries = ["http_server_request_duration_seconds_count", "dotnet_gc_collections_total", "kestrel_active_connections"];

    private static IEnumerable<string> Services => ObservedShop.Shop is null ? [] : ObservedShop.Shop.Metrics.Keys;

    [Test]
    public async Task Every_signal_of_the_matrix_arrived()
    {
        List<string> missing = [];
        await Eventually.HoldsAsync(async () =>
        {
            missing = await MissingAsync();
            return missing.Count == 0;
        }, "every signal", TimeSpan.FromSeconds(15)).ContinueWith(_ => { }, TaskScheduler.Default);
        missing.ShouldBeEmpty();
        Docs.PartShouldBe("docs/telemetry.md", "matrix", Table());
    }

    [Test]
    public async Task Each_request_is_one_log_line_with_its_trace_service_and_user()
    {
        var lines = await Eventually.GetAsync(async () =>
        {
            var written = (await LinesAsync("orders")).Where(line => line.TryGetProperty("Method", out var method) && method.GetString() == "commerce.orders.v1.OrdersService/Checkout").ToArray();
            return written.Length >= 2 ? written : null;
        }, "the lines of two checkouts");
        lines.Length.ShouldBe(2);
        foreach (var line in lines)
        {
            line.GetProperty("Status").GetString().ShouldBe("OK");
            (line.GetProperty("service").GetString(), line.GetProperty("@tr").GetString()!.Length, line.GetProperty("@sp").GetString()!.Length).ShouldBe(("orders", 32, 16));
            Guid.TryParse(line.GetProperty("user").GetString(), out _).ShouldBeTrue();
            Guid.TryParse(line.GetProperty("session").GetString(), out _).ShouldBeTrue();
            line.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        }

        foreach (var service in Services)
        {
            var written = await LinesAsync(service);
            written.ShouldNotContain(line => line.GetProperty("SourceContext").GetString()!.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal), service);
            written.ShouldNotContain(line => line.GetProperty("@mt").GetString()!.Contains("/health", StringComparison.Ordinal), service);
        }
    }

    private static async Task<List<string>> MissingAsync()
    {
        var spans = ObservedShop.Collector.Spans.Select(span => (span.Service, span.Kind)).ToHashSet();
        var logs = ObservedShop.Collector.Logs.Where(log => log.TraceId.Length > 0).Select(log => log.Service).ToHashSet();
        var exported = ObservedShop.Collector.Metrics;
        var scraped = (await ObservedShop.Prometheus.QueryAsync("count({__name__=~'.+'}) by (job, __name__)"))
            .Select(series => (series.Labels["job"], series.Labels["__name__"])).ToHashSet();
        List<string> missing = [];
        foreach (var service in Services)
        {
            missing.AddRange(Kinds(service).Where(kind => !spans.Contains((service, kind))).Select(kind => $"{service}: spans of kind {kind}"));
            missing.AddRange(Metrics(service).Where(metric => !scraped.Contains((service, Series(metric)))).Select(metric => $"{service}: {Series(metric)} at Prometheus"));
            missing.AddRange(Metrics(service).Where(metric => !exported.Contains((service, metric.Name))).Select(metric => $"{service}: {metric.Name} by OTLP"));
            missing.AddRange(Libraries.Where(name => !scraped.Contains((service, name))).Select(name => $"{service}: {name}"));
            if (service is not ("gateway" or "shipping") && !scraped.Contains((service, "db_client_connection_count"))) missing.Add($"{service}: the pool of PostgreSQL");
            if (!logs.Contains(service)) missing.Add($"{service}: logs with a trace");
        }

        return missing;
    }

    private static IEnumerable<string> Kinds(string service)
    {
        yield return "Server";
        if (service != "shipping") yield return "Client";
        if (service == "gateway") yield return "Internal";
        if (Publishers.Contains(service)) yield return "Producer";
        if (Subscribers.Contains(service)) yield return "Consumer";
    }

    private static IEnumerable<MetricDescription> Metrics(string service) => OurMetrics.All.Where(metric => !NotToday.Contains(metric.Name) && metric switch
    {
        { Name: "rpc.server.call.duration" } => service != "gateway",
        { Name: "rpc.client.call.duration" } => Callers.Contains(service),
        { Name: "outbox.delivery.delay" } => Publishers.Contains(service),
        { Name: "queue.work" } => Publishers.Append("notifications").Contains(service),
        { Meter: "CommerceKata.Queues" } => Queues.Contains(service),
        { Meter: "CommerceKata.GraphQL" } => service == "gateway",
        _ => metric.Meter.EndsWith("." + service, StringComparison.OrdinalIgnoreCase),
    });

    private static string Series(MetricDescription metric) => metric.PrometheusName + (metric.Kind == MetricKind.Histogram ? "_count" : "");

    private static string Table()
    {
        var text = new StringBuilder("\n| service | spans | metrics of ours | logs |\n|---|---|---|---|\n");
        foreach (var service in Services)
            text.Append(null, $"| {service} | {string.Join(", ", Kinds(service)).ToLowerInvariant()} | {string.Join(", ", Metrics(service).Select(metric => $"`{metric.PrometheusName}`"))} | with trace |\n");
        return text.Append('\n').ToString();
    }

    private static async Task<System.Text.Json.JsonElement[]> LinesAsync(string service)
    {
        using var reader = new StreamReader(new FileStream(Path.Combine(ObservedShop.Shop.Settings.Logs, service + ".jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        // The last line may be half written.
        return [.. (await reader.ReadToEndAsync()).Split('\n')[..^1].Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)];
    }
}
