using System.Text.Json;

namespace CommerceKata.Telemetry.Tests.Dashboards;

/// <summary>The dashboards' files are whole, and leave no question open.</summary>
internal sealed class DashboardTests
{
    [Test]
    public void Dashboards_have_names_that_stay()
    {
        Dashboard.All.Select(dashboard => dashboard.Uid).ShouldBe(["commerce-business", "commerce-gateway", "commerce-queues", "commerce-services"]);
        foreach (var dashboard in Dashboard.All)
        {
            dashboard.Json.GetProperty("title").GetString().ShouldStartWith("Commerce Kata: ");
            // What Grafana's export leaves behind.
            foreach (var noise in new[] { "__inputs", "__requires", "id", "version", "iteration", "gnetId" }) dashboard.Json.TryGetProperty(noise, out _).ShouldBeFalse($"{dashboard.File}: {noise}");
        }
    }

    [TestCaseSource(typeof(Dashboard), nameof(Dashboard.All))]
    public void Panels_say_what_they_show_and_in_which_unit(Dashboard dashboard)
    {
        foreach (var panel in dashboard.Panels)
        {
            panel.Title.ShouldNotBeEmpty();
            panel.Json.GetProperty("description").GetString()!.ShouldEndWith(".", Case.Sensitive, panel.ToString());
            panel.Json.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString().ShouldNotBeNullOrEmpty(panel.ToString());
            panel.Json.GetProperty("datasource").GetProperty("uid").GetString().ShouldBe("prometheus");
            panel.Queries.ShouldNotBeEmpty(panel.ToString());
        }
    }

    [TestCaseSource(typeof(Dashboard), nameof(Dashboard.All))]
    public void Panels_lie_side_by_side(Dashboard dashboard)
    {
        var places = dashboard.Json.GetProperty("panels").EnumerateArray().Select(panel => (Id: panel.GetProperty("id").GetInt32(), Place: panel.GetProperty("gridPos"))).ToList();
        places.Select(each => each.Id).ShouldBeUnique();
        var cells = places.SelectMany(each => Cells(each.Place)).ToList();
        cells.ShouldBeUnique();
        cells.ShouldAllBe(cell => cell.X < 24);
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonElement place)
    {
        int Get(string name) => place.GetProperty(name).GetInt32();
        return from x in Enumerable.Range(Get("x"), Get("w")) from y in Enumerable.Range(Get("y"), Get("h")) select (x, y);
    }
}
