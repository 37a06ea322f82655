using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Metrics;
using CommerceKata.TestKit;

namespace CommerceKata.Telemetry.Tests.Dashboards;

/// <summary>Alerts as a real Prometheus reads them. Whether they fire is tested with promtool: deploy/prometheus/tests.</summary>
internal sealed partial class RuleTests
{
    private IReadOnlyList<Rule> _rules = null!;

    [OneTimeSetUp]
    public async Task ReadAsync() => _rules = await ObservedShop.Prometheus.RulesAsync();

    [Test]
    public async Task Rules_and_panels_ask_for_metrics_that_exist()
    {
        var known = OurMetrics.All.SelectMany(Series)
            .Concat((await ObservedShop.Prometheus.QueryAsync("count by (__name__) ({__name__=~\".+\"})")).Select(series => series.Labels["__name__"]))
            .Concat(_rules.Select(rule => rule.Name)).ToHashSet();
        var asked = _rules.Select(rule => (What: rule.Name, rule.Query))
            .Concat(Dashboard.All.SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Queries.Select(query => (What: panel.ToString(), Query: query))));
        asked.SelectMany(each => PromQL.Names(each.Query).Where(name => !known.Contains(name)).Select(name => $"{each.What}: {name}")).ShouldBeEmpty();
    }

    [Test]
    public async Task No_rule_fails() => (await ObservedShop.Prometheus.RulesAsync()).Where(rule => rule.Error.Length > 0).Select(rule => $"{rule.Name}: {rule.Error}").ShouldBeEmpty();

    [Test]
    public void Alerts_say_how_bad_it_is_and_lead_to_the_runbook()
    {
        var entries = Heading().Matches(File.ReadAllText(Path.Combine(Docs.Root, "docs/runbook.md"))).Select(match => match.Groups[1].Value).ToList();
        var alerts = _rules.Where(rule => rule.IsAlert).ToList();
        alerts.Count.ShouldBeGreaterThan(15);
        foreach (var alert in alerts)
        {
            alert.Labels["severity"].ShouldBeOneOf("page", "ticket");
            alert.Annotations.Keys.ShouldBe(["summary", "description", "runbook_url"], ignoreOrder: true);
            alert.Annotations["runbook_url"].ShouldBe("docs/runbook.md#" + alert.Name.ToLowerInvariant());
        }

        entries.ShouldBe(alerts.Select(alert => alert.Name).Distinct(), ignoreOrder: true);
    }

    [Test]
    public void Alerts_are_tested_both_ways()
    {
        var tests = string.Concat(Directory.GetFiles(Path.Combine(Docs.Root, "deploy/prometheus/tests"), "*.yml").Select(File.ReadAllText));
        foreach (var alert in _rules.Where(rule => rule.IsAlert).Select(rule => rule.Name).Distinct())
        {
            tests.ShouldContain($"alertname: {alert}, exp_alerts: [] }}", Case.Sensitive, "it must be silent when all is well");
            tests.ShouldContain($"alertname: {alert}\n        exp_alerts:\n", Case.Sensitive, "it must fire");
        }
    }

    private static IEnumerable<string> Series(MetricDescription metric) =>
        metric.Kind == MetricKind.Histogram ? new[] { "_bucket", "_sum", "_count" }.Select(part => metric.PrometheusName + part) : [metric.PrometheusName];

    [GeneratedRegex("^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
