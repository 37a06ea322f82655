using System.Text.Json;
using CommerceKata.TestKit;

namespace CommerceKata.Telemetry.Tests.Dashboards;

/// <summary>One of deploy/grafana/dashboards.</summary>
internal sealed record Dashboard(string File, string Uid, JsonElement Json)
{
    public static IReadOnlyList<Dashboard> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Docs.Root, "deploy/grafana/dashboards"), "*.json").Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>What shows data; rows are headings.</summary>
    public IReadOnlyList<Panel> Panels =>
        [.. Json.GetProperty("panels").EnumerateArray().Where(panel => panel.GetProperty("type").GetString() != "row").Select(panel => new Panel(ToString(), panel))];

    public override string ToString() => Path.GetFileName(File);

    private static Dashboard Read(string file)
    {
        var json = JsonDocument.Parse(System.IO.File.ReadAllText(file)).RootElement;
        return new(file, json.GetProperty("uid").GetString()!, json);
    }
}

/// <summary>A panel of a dashboard.</summary>
internal sealed record Panel(string Dashboard, JsonElement Json)
{
    public string Title => Json.GetProperty("title").GetString()!;

    /// <summary>Its queries, as Grafana sends them: variables are filled in.</summary>
    public IReadOnlyList<string> Queries => [.. Json.GetProperty("targets").EnumerateArray().Select(target => Fill(target.GetProperty("expr").GetString()!))];

    public override string ToString() => $"{Dashboard}: {Title}";

    /// <summary>All of everything, and windows in which a short day has room.</summary>
    private static string Fill(string query) => query
        .Replace("$__rate_interval", "2m", StringComparison.Ordinal).Replace("$__range", "5m", StringComparison.Ordinal)
        .Replace("$service", ".+", StringComparison.Ordinal).Replace("$gateway", ".+", StringComparison.Ordinal).Replace("$outcome", ".+", StringComparison.Ordinal);
}
