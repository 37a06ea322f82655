using CommerceKata.TestKit;

namespace CommerceKata.Telemetry;

/// <summary>Levels of logs follow the settings while a process runs (R1.4): the built binary, a file, and a signal.</summary>
internal sealed class LogLevelTests
{
    private const string Quiet = """{ "Log": { "Level": "Warning" } }""";
    private const string Requests = """{ "Log": { "Level": "Warning", "Levels": { "CommerceKata.ServiceDefaults.Hosting.RequestTelemetry": "Information" } } }""";
    private const string Slip = """{ "Log": { "Level": "Loud" } }""";

    [Test]
    public async Task Level_that_is_changed_in_the_settings_file_holds_after_a_hang_up()
    {
        var folder = Directory.CreateTempSubdirectory("commerce-kata-levels-").FullName;
        var (settings, log) = (Path.Combine(folder, "settings.json"), Path.Combine(folder, "log.jsonl"));
        await File.WriteAllTextAsync(settings, Quiet);
        var http = $"http://127.0.0.1:{FreePort.Take()}";
        var shipping = new ServiceProcess(
            "Shipping", ["--environment=Development", $"--Listen:HttpPort={new Uri(http).Port}", "--Listen:GrpcPort=0", $"--Settings:File={settings}", $"--Log:File={log}", "--Telemetry:Enabled=false"],
            http + "/health/ready", Path.Combine(folder, "out"));
        using var client = new HttpClient { BaseAddress = new Uri(http) };
        try
        {
            shipping.Start();
            await Eventually.HoldsAsync(shipping.IsReadyAsync, "Shipping");
            await AskAsync();

            await ReloadAsync(Requests, readings: 1);
            await AskAsync();
            await Eventually.HoldsAsync(() => Task.FromResult(Count("answered") == 1), "the request's line");

            await ReloadAsync(Slip, readings: 2);
            shipping.IsRunning.ShouldBeTrue();
            await AskAsync();
            await ReloadAsync(Requests, readings: 3);
            await AskAsync();
            // The one in between was not written: its turn would have been before this one's.
            await Eventually.HoldsAsync(() => Task.FromResult(Count("answered") >= 2), "the second line");
            Count("answered").ShouldBe(2);
        }
        finally
        {
            await shipping.KillAsync();
            Directory.Delete(folder, recursive: true);
        }

        async Task AskAsync()
        {
            using var _ = await client.GetAsync("/nothing-here");
        }

        async Task ReloadAsync(string text, int readings)
        {
            await File.WriteAllTextAsync(settings, text);
            await shipping.HangUpAsync();
            await Eventually.HoldsAsync(() => Task.FromResult(Count("were read again") == readings), "the settings to be read again");
        }

        int Count(string words)
        {
            if (!File.Exists(log)) return 0;
            using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Split('\n').Count(line => line.Contains(words, StringComparison.Ordinal));
        }
    }
}
