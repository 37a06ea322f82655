using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NUnit.Framework;

namespace CommerceKata.TestKit;

/// <summary>One series of an answer, and its value now.</summary>
/// <param name="Labels">Its labels, <c>__name__</c> among them where it has a name.</param>
/// <param name="Value">The value; NaN where Prometheus says so.</param>
public sealed record Sample(IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>A rule as Prometheus has read it.</summary>
/// <param name="Name">The alert's name, or the recorded series'.</param>
/// <param name="IsAlert">Whether it is an alert; else it records.</param>
/// <param name="Query">Its expression.</param>
/// <param name="Labels">What it labels.</param>
/// <param name="Annotations">What it tells people; empty for one that records.</param>
/// <param name="Error">Why it could not be evaluated; empty when it could.</param>
public sealed record Rule(
    string Name, bool IsAlert, string Query, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations, string Error);

/// <summary>A real Prometheus, which scrapes processes twice a second, for as long as a test needs it.</summary>
public sealed class Prometheus : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly string _folder;

    private Prometheus(Process process, int port, string folder) =>
        (_process, _http, _folder) = (process, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") }, folder);

    /// <summary>Starts one, and waits until it has scraped everybody.</summary>
    /// <param name="targets">Where <c>/metrics</c> is, "127.0.0.1:8091", by what becomes the label <c>job</c>: "catalog".</param>
    /// <param name="ruleFiles">Alerting and recording rules to load.</param>
    public static async Task<Prometheus> StartAsync(IReadOnlyDictionary<string, string> targets, params string[] ruleFiles)
    {
        var folder = Directory.CreateTempSubdirectory("commerce-kata-prometheus-").FullName;
        var config = new StringBuilder("global: { scrape_interval: 500ms, scrape_timeout: 500ms, evaluation_interval: 500ms }\n");
        config.Append(null, $"rule_files: [{string.Join(", ", ruleFiles.Select(file => $"'{file}'"))}]\nscrape_configs:\n");
        foreach (var (job, target) in targets) config.Append(null, $"  - {{ job_name: {job}, static_configs: [{{ targets: ['{target}'] }}] }}\n");
        var file = Path.Combine(folder, "prometheus.yml");
        await File.WriteAllTextAsync(file, config.ToString());
        var port = FreePort.Take();
        var prometheus = new Prometheus(
            Start($"--config.file={file}", $"--storage.tsdb.path={folder}/data", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error"), port, folder);
        await Eventually.HoldsAsync(async () =>
        {
            if (prometheus._process.HasExited) throw new InvalidOperationException(await prometheus._process.StandardError.ReadToEndAsync());
            return (await prometheus.TryQueryAsync("up == 1"))?.Count == targets.Count;
        }, "Prometheus to have scraped everybody");
        return prometheus;
    }

    /// <summary>What a PromQL expression comes to now.</summary>
    /// <param name="expression">"sum(orders_transitions_total) by (status)".</param>
    /// <exception cref="InvalidOperationException">Prometheus refuses it.</exception>
    public async Task<IReadOnlyList<Sample>> QueryAsync(string expression)
    {
        var data = await GetAsync("query?query=" + Uri.EscapeDataString(expression), expression);
        return data.GetProperty("resultType").GetString() switch
        {
            "vector" => [.. data.GetProperty("result").EnumerateArray().Select(Read)],
            "scalar" => [new(new Dictionary<string, string>(), Number(data.GetProperty("result")))],
            var other => throw new InvalidOperationException($"{expression} is a {other}."),
        };
    }

    /// <summary>The rules that it was started with.</summary>
    public async Task<IReadOnlyList<Rule>> RulesAsync()
    {
        var groups = (await GetAsync("rules", "the rules")).GetProperty("groups").EnumerateArray();
        return [.. groups.SelectMany(group => group.GetProperty("rules").EnumerateArray()).Select(ReadRule)];
    }

    /// <summary>Stops it, and removes what it kept.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IReadOnlyList<Sample>?> TryQueryAsync(string expression)
    {
        try
        {
            return await QueryAsync(expression);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            // It is still starting.
            return null;
        }
    }

    private async Task<JsonElement> GetAsync(string path, string what)
    {
        using var response = await _http.GetAsync("/api/v1/" + path);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        if (answer.GetProperty("status").GetString() != "success") throw new InvalidOperationException($"{what}: {answer.GetProperty("error").GetString()}");
        return answer.GetProperty("data");
    }

    private static Rule ReadRule(JsonElement rule) => new(
        rule.GetProperty("name").GetString()!, rule.GetProperty("type").GetString() == "alerting", rule.GetProperty("query").GetString()!,
        Texts(rule, "labels"), Texts(rule, "annotations"), rule.TryGetProperty("lastError", out var error) ? error.GetString()! : "");

    private static Dictionary<string, string> Texts(JsonElement rule, string name) =>
        rule.TryGetProperty(name, out var texts) ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!) : [];

    private static Sample Read(JsonElement series) => new(
        series.GetProperty("metric").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!), Number(series.GetProperty("value")));

    private static double Number(JsonElement point) => point[1].GetString() switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var text => double.Parse(text!, CultureInfo.InvariantCulture),
    };

    private static Process Start(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("prometheus", arguments) { RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            Assume.That(Environment.GetEnvironmentVariable("CI"), Is.Not.Null, "prometheus is missing: install it (apt install prometheus) to run this test.");
            throw;
        }
    }
}
