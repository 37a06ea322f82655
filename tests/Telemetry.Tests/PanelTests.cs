using CommerceKata.Telemetry.Tests.Dashboards;
using CommerceKata.TestKit;

namespace CommerceKata.Telemetry.Tests;

/// <summary>Every panel shows something, after a day in the shop and a rush on it. The rush comes after the tests that look at the day.</summary>
[DependsOnFixture(typeof(TraceTests), AllowFailure = true)]
internal sealed class PanelTests
{
    private static IEnumerable<TestCaseData> Panels =>
        Dashboard.All.SelectMany(dashboard => dashboard.Panels).Select(panel => new TestCaseData(panel).SetArgDisplayNames(panel.ToString()));

    [OneTimeSetUp]
    public Task RushAsync() => new Rush(ObservedShop.Shop).RunAsync();

    [TestCaseSource(nameof(Panels))]
    public async Task Panel_shows_data(Panel panel)
    {
        foreach (var query in panel.Queries)
        {
            query.ShouldNotContain("$", Case.Sensitive, "a variable that nobody fills in");
            IReadOnlyList<Sample> found = [];
            try
            {
                await Eventually.HoldsAsync(async () => (found = await ObservedShop.Prometheus.QueryAsync(query)).Any(sample => double.IsFinite(sample.Value)), query, TimeSpan.FromSeconds(5));
            }
            catch (TimeoutException)
            {
                Assert.Fail(found.Count == 0 ? $"{query} finds nothing." : $"{query} finds {found.Count} series without a number.");
            }
        }
    }
}
