using System.Text;
using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Metrics;
using CommerceKata.TestKit;

namespace CommerceKata.Telemetry;

/// <summary>docs/telemetry.md has every metric of ours, as the code has it; and the code makes them in one way.</summary>
internal sealed partial class MetricsDocumentTests
{
    [Test]
    public void Document_has_every_metric()
    {
        var text = new StringBuilder();
        foreach (var meter in OurMetrics.All.GroupBy(metric => metric.Meter))
        {
            text.Append(null, $"\n**{meter.Key}**\n\n| at `/metrics` | kind | labels | what |\n|---|---|---|---|\n");
            foreach (var metric in meter)
            {
                var labels = string.Join(", ", metric.PrometheusLabels.Select(label => $"`{label}`"));
                text.Append(null, $"| `{metric.PrometheusName}` | {metric.Kind.ToString().ToLowerInvariant()} | {labels} | {metric.What} |\n");
            }
        }

        Docs.PartShouldBe("docs/telemetry.md", "metrics", text.Append('\n').ToString());
    }

    [Test]
    public void Names_are_those_of_the_conventions()
    {
        OurMetrics.All.Count.ShouldBeGreaterThan(30);
        OurMetrics.All.Select(metric => metric.PrometheusName).ShouldBeUnique();
        foreach (var metric in OurMetrics.All)
        {
            Name().IsMatch(metric.Name).ShouldBeTrue(metric.Name);
            metric.What.ShouldEndWith(".", Case.Sensitive, metric.Name);
            // A counter's unit is what is counted; a duration is in seconds, and says so.
            if (metric.Kind == MetricKind.Counter) metric.Unit.ShouldMatch("^{[a-z_]+}$");
            if (metric.Kind == MetricKind.Histogram) (metric.Name.EndsWith(".duration", StringComparison.Ordinal) || metric.Name.EndsWith(".delay", StringComparison.Ordinal)).ShouldBeTrue(metric.Name);
        }
    }

    [Test]
    public void Instruments_are_made_by_ServiceMeter_only()
    {
        var made = Directory.EnumerateFiles(Path.Combine(Docs.Root, "services"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Docs.Root, "graph-gateway"), "*.cs", SearchOption.AllDirectories))
            .Where(file => File.ReadAllText(file).Contains("new Meter(", StringComparison.Ordinal) || Meter().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName).ToList();
        made.ShouldBe(["ServiceMeter.cs"]);
    }

    [GeneratedRegex(@"^[a-z]+(\.[a-z_]+)+$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bMeter \w+ = new\(")]
    private static partial Regex Meter();
}
