using System.Diagnostics;
using System.Net;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommerceKata.Deployment.Tests;

/// <summary>The scripts that roll a release out to Cloud Run, with a gcloud that notes what it is told (R1.3, R2.3, R5.3).</summary>
internal sealed class RolloutTests
{
    private const string Gcloud =
        """
        #!/usr/bin/env bash
        echo "$*" >>"$CALLS"
        if [ -n "${FAIL:-}" ] && [[ "$*" == *"$FAIL"* ]]; then exit 1; fi
        case "$*" in *describe*) echo "$4-before" ;; esac
        """;

    private string _folder = null!;

    [SetUp]
    public async Task MakeGcloudAsync()
    {
        _folder = Directory.CreateTempSubdirectory("commerce-kata-rollout-").FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "gcloud"), Gcloud + "\n");
        File.SetUnixFileMode(Path.Combine(_folder, "gcloud"), (UnixFileMode)0b111_101_101);
    }

    [TearDown]
    public void RemoveGcloud() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Migration_runs_every_database_with_the_new_image_one_after_the_other()
    {
        (await RunAsync("migrate.sh", "http://nowhere")).ExitCode.ShouldBe(0);
        var calls = Calls();
        calls.Length.ShouldBe(2 * Hosts.WithDatabase.Count);
        foreach (var (service, at) in Hosts.WithDatabase.Select((service, at) => (service, at)))
        {
            calls.ShouldContain(call => call.StartsWith($"run jobs update {service}-migrate", StringComparison.Ordinal) && call.Contains($"/{service}:v2", StringComparison.Ordinal));
            calls[(2 * at) + 1].ShouldContain("--wait");
        }
    }

    [Test]
    public async Task Migration_that_fails_stops_the_release()
    {
        (await RunAsync("migrate.sh", "http://nowhere", "execute inventory-migrate")).ExitCode.ShouldNotBe(0);
        Calls()[^1].ShouldContain("execute inventory-migrate");
    }

    [Test]
    public async Task Release_reaches_every_service_the_told_before_the_teller_and_the_front_door_last()
    {
        await using var shop = await ShopAsync(answers: true);
        var (exitCode, output) = await RunAsync("rollout.sh", shop.Urls.Single());
        exitCode.ShouldBe(0, output);
        var served = Calls().Where(call => call.Contains("--to-latest", StringComparison.Ordinal)).Select(call => call.Split(' ')[3]).ToList();
        served.ShouldBe(Hosts.All.Keys.Where(name => name != "stripe-sandbox"), ignoreOrder: true);
        served.IndexOf("notifications").ShouldBeLessThan(served.IndexOf("orders"));
        served[^1].ShouldBe("gateway");
    }

    [Test]
    public async Task Release_whose_smoke_test_fails_goes_back_everywhere()
    {
        await using var shop = await ShopAsync(answers: false);
        var (exitCode, output) = await RunAsync("rollout.sh", shop.Urls.Single());
        exitCode.ShouldBe(1, output);
        foreach (var service in Hosts.All.Keys.Where(name => name != "stripe-sandbox"))
            Calls().ShouldContain(call => call.StartsWith($"run services update-traffic {service} --to-revisions {service}-before=100", StringComparison.Ordinal));
    }

    [Test]
    public async Task Release_that_does_not_become_ready_goes_back_before_anybody_asks_it()
    {
        var (exitCode, _) = await RunAsync("rollout.sh", "http://nowhere", "update billing --image");
        exitCode.ShouldBe(1);
        Calls().ShouldNotContain(call => call.Contains("update-traffic orders --to-latest", StringComparison.Ordinal));
        Calls()[^1].ShouldContain("update-traffic identity --to-revisions identity-before=100");
    }

    private string[] Calls() => File.ReadAllLines(Path.Combine(_folder, "calls"));

    /// <summary>A shop as the smoke test sees it; a broken one answers, but with errors. What the test finds is tried on a whole shop: SmokeTests.</summary>
    private static async Task<WebApplication> ShopAsync(bool answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var shop = builder.Build();
        shop.Urls.Add($"http://{IPAddress.Loopback}:{FreePort.Take()}");
        shop.MapPost("/graphql", () => Results.Text(answers
            ? """
              {"data":{"id":"p","available":5,"accessToken":"x","cart":{"totalQuantity":1},"errors":null,"shippingOptions":[{"id":"o","price":{"amount":"1.00"}}],
              "order":{"id":"o","number":"CK"},"was":{"status":"CONFIRMED","payment":{"status":"SUCCEEDED"}},"is":{"status":"CANCELLED","payment":{"status":"REFUNDED"}}},
              "errors":[{"code":"FORBIDDEN"}]}
              """
            : """{"data":{"products":null},"errors":[{"message":"A part of the shop does not answer."}]}""", "application/json"));
        await shop.StartAsync();
        return shop;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string script, string shop, string fail = "")
    {
        var start = new ProcessStartInfo("bash", [Repository.At($"deploy/cloudrun/{script}")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in new[] { ("CALLS", Path.Combine(_folder, "calls")), ("FAIL", fail), ("PROJECT", "p"), ("REGION", "r"), ("VERSION", "v2"), ("SHOP_URL", shop), ("SMOKE_PATIENCE", "1") })
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
