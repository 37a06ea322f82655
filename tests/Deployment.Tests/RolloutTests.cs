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
        case "$*" in
          "artifacts docker images describe"*) [[ "$5" == *":$COMMIT" ]] && echo "sha256:$DIGEST" ;;
          *describe*) echo "$4-before" ;;
        esac
        """;

    private const string Gh =
        """
        #!/usr/bin/env bash
        echo "gh $*" >>"$CALLS"
        if [ -n "${FAIL:-}" ] && [[ "$*" == *"$FAIL"* ]]; then exit 1; fi
        echo verified
        """;

    private const string Registry = "r-docker.pkg.dev/p/commerce-kata";
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly string Digest = new('d', 64);

    private static readonly string[] Services = [.. Hosts.All.Keys.Where(name => name != "stripe-sandbox")];

    private string _folder = null!;

    [SetUp]
    public async Task MakeProgramsAsync()
    {
        _folder = Directory.CreateTempSubdirectory("commerce-kata-rollout-").FullName;
        foreach (var (name, script) in new[] { ("gcloud", Gcloud), ("gh", Gh) })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), script + "\n");
            File.SetUnixFileMode(Path.Combine(_folder, name), (UnixFileMode)0b111_101_101);
        }

        await File.WriteAllLinesAsync(Path.Combine(_folder, "images"), Services.Select(name => $"{name} {Image(name)}"));
    }

    [TearDown]
    public void RemovePrograms() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Images_of_a_commit_are_named_by_digest_once_their_provenance_is_verified()
    {
        var (exitCode, output) = await RunAsync("verify.sh", "http://nowhere");
        exitCode.ShouldBe(0, output);
        foreach (var service in Services)
        {
            output.Split('\n').ShouldContain($"{service} {Image(service)}");
            Calls().ShouldContain(
                $"gh attestation verify oci://{Image(service)} --repo owner/shop --signer-workflow owner/shop/.github/workflows/release.yml "
                + $"--source-ref refs/heads/main --source-digest {Commit} --deny-self-hosted-runners");
        }
    }

    [TestCase("attestation verify oci://r-docker.pkg.dev/p/commerce-kata/orders@")]
    [TestCase("describe r-docker.pkg.dev/p/commerce-kata/orders:")]
    public async Task Image_that_is_missing_or_of_unknown_provenance_stops_the_release(string fails)
    {
        var (exitCode, output) = await RunAsync("verify.sh", "http://nowhere", fails);
        exitCode.ShouldNotBe(0);
        output.ShouldNotContain("orders r-docker.pkg.dev");
    }

    [TestCase("migrate.sh")]
    [TestCase("rollout.sh")]
    public async Task Image_by_a_tag_is_not_rolled_out(string script)
    {
        var images = Path.Combine(_folder, "images");
        await File.WriteAllTextAsync(images, (await File.ReadAllTextAsync(images)).Replace($"identity@sha256:{Digest}", "identity:v2", StringComparison.Ordinal));
        var (exitCode, output) = await RunAsync(script, "http://nowhere");
        exitCode.ShouldNotBe(0);
        output.ShouldContain("no image with a digest for identity");
        (File.Exists(Path.Combine(_folder, "calls")) ? Calls() : []).ShouldNotContain(call => call.Contains("identity", StringComparison.Ordinal));
    }

    [Test]
    public async Task Migration_runs_every_database_with_the_new_image_one_after_the_other()
    {
        (await RunAsync("migrate.sh", "http://nowhere")).ExitCode.ShouldBe(0);
        var calls = Calls();
        calls.Length.ShouldBe(2 * Hosts.WithDatabase.Count);
        foreach (var (service, at) in Hosts.WithDatabase.Select((service, at) => (service, at)))
        {
            calls.ShouldContain(call => call.StartsWith($"run jobs update {service}-migrate", StringComparison.Ordinal) && call.Contains($"--image {Image(service)} ", StringComparison.Ordinal));
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
        foreach (var service in Services) Calls().ShouldContain(call => call.StartsWith($"run services update {service} --image {Image(service)} --no-traffic", StringComparison.Ordinal));
        var served = Calls().Where(call => call.Contains("--to-latest", StringComparison.Ordinal)).Select(call => call.Split(' ')[3]).ToList();
        served.ShouldBe(Services, ignoreOrder: true);
        served.IndexOf("notifications").ShouldBeLessThan(served.IndexOf("orders"));
        served[^1].ShouldBe("gateway");
    }

    [Test]
    public async Task Release_whose_smoke_test_fails_goes_back_everywhere()
    {
        await using var shop = await ShopAsync(answers: false);
        var (exitCode, output) = await RunAsync("rollout.sh", shop.Urls.Single());
        exitCode.ShouldBe(1, output);
        foreach (var service in Services)
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

    private static string Image(string service) => $"{Registry}/{service}@sha256:{Digest}";

    /// <summary>A shop as the smoke test sees it, which declines; a broken one answers, but with errors. What the test finds is tried on a whole shop: SmokeTests.</summary>
    private static async Task<WebApplication> ShopAsync(bool answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var shop = builder.Build();
        shop.Urls.Add($"http://{IPAddress.Loopback}:{FreePort.Take()}");
        shop.MapPost("/graphql", () => Results.Text(answers
            ? """
              {"data":{"id":"p","available":5,"accessToken":"x","cart":{"totalQuantity":1},"errors":null,"shippingOptions":[{"id":"o","price":{"amount":"1.00"}}]},
              "errors":[{"code":"FORBIDDEN","__typename":"PaymentDeclinedError"}]}
              """
            : """{"data":{"products":null},"errors":[{"message":"A part of the shop does not answer."}]}""", "application/json"));
        await shop.StartAsync();
        return shop;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string script, string shop, string fail = "")
    {
        var start = new ProcessStartInfo("bash", [Repository.At($"deploy/cloudrun/{script}")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        (string Name, string Value)[] variables =
        [
            ("CALLS", Path.Combine(_folder, "calls")), ("FAIL", fail), ("DIGEST", Digest), ("PROJECT", "p"), ("REGION", "r"), ("REGISTRY", Registry), ("COMMIT", Commit),
            ("REPOSITORY", "owner/shop"), ("IMAGES", Path.Combine(_folder, "images")), ("SHOP_URL", shop), ("SMOKE_ENDING", "declined"), ("SMOKE_PATIENCE", "1"),
        ];
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
