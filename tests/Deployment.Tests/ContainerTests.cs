using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceKata.TestKit;

namespace CommerceKata.Deployment.Tests;

/// <summary>The container image, and docker-compose.yml (R1.3).</summary>
internal sealed partial class ContainerTests
{
    private static readonly string[] Projects = ["protos", "graph-gateway", "services"];

    /// <summary>For development, and outside the default build.</summary>
    private static readonly string[] NotShipped = ["/Standalone/", "/PrivatePostgres/", "/Fusion/"];

    private static readonly string[] Instructions = [.. Repository.Read("Dockerfile").Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'))];

    [Test]
    public void Image_pins_what_it_is_built_from()
    {
        Repository.Read("Dockerfile").ShouldNotContain("# syntax=");
        var bases = Instructions.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ToList();
        bases.Count.ShouldBe(3);
        bases.ShouldAllBe(line => Base().IsMatch(line));
    }

    /// <summary>A <c>docker</c> that knows digests takes the place of the real one.</summary>
    [Test]
    public async Task Release_builds_on_the_digest_of_every_base_that_has_a_tag_only()
    {
        var bases = Instructions.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).Where(name => !name.Contains('@')).ToList();
        bases.ShouldNotBeEmpty();
        var digest = "sha256:" + new string('b', 64);
        var printed = await BasesAsync($"echo {digest}");
        printed.Trim().Split('\n').ShouldBe(bases.Select(name => $"{name}=docker-image://{name}@{digest}"));
        foreach (var wrong in new[] { "echo unknown", "false" }) await BasesAsync(wrong, "!");

        static Task<string> BasesAsync(string docker, string fails = "") => Shell.RunAsync($"docker() {{ {docker}; }}; export -f docker; {fails} {Repository.At("deploy/bases.sh")}");
    }

    [Test]
    public void Image_runs_as_nobody_special_and_says_whether_it_is_ready()
    {
        var final = Instructions.SkipWhile(line => !line.EndsWith("AS final", StringComparison.Ordinal)).ToList();
        // The plain chiseled image has no ICU, and without it a program does not start: ServiceRunTests.
        final[0].ShouldContain("chiseled-extra");
        final.ShouldContain(line => line.Contains("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false", StringComparison.Ordinal));
        final.ShouldContain("USER 1654:1654");
        final.ShouldNotContain(line => line.StartsWith("RUN", StringComparison.Ordinal));
        final.ShouldContain("ENTRYPOINT [\"/app/service\"]");
        final.ShouldContain(line => line.StartsWith("HEALTHCHECK", StringComparison.Ordinal) && line.EndsWith("CMD [\"/app/service\", \"healthcheck\"]", StringComparison.Ordinal));
    }

    [Test]
    public void Image_restores_what_the_lock_files_of_its_projects_say()
    {
        Instructions.ShouldContain(line => line.Contains("dotnet restore", StringComparison.Ordinal) && line.EndsWith(" --locked-mode", StringComparison.Ordinal));
        var projects = Projects.SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Docs.Root, file)).Where(file => !NotShipped.Any(file.Contains));
        foreach (var project in projects)
        {
            var folder = Path.GetDirectoryName(project);
            Instructions.ShouldContain($"COPY {project} {folder}/packages.lock.json {folder}/");
        }
    }

    [Test]
    public async Task Compose_keeps_to_its_specification_and_has_every_process()
    {
        var services = await ServicesAsync();
        string[] images = ["postgres", "mailpit", "otel-collector", "tempo", "prometheus", "grafana"];
        services.Keys.ShouldBe([.. Hosts.All.Keys, .. Hosts.WithDatabase.Select(name => name + "-migrate"), .. images], ignoreOrder: true);
        foreach (var name in images) ExactTag().IsMatch(services[name].GetProperty("image").GetString()!).ShouldBeTrue(name);
        foreach (var (name, service) in services.Where(each => each.Key != "postgres"))
        {
            service.GetProperty("read_only").GetBoolean().ShouldBeTrue(name);
            service.GetProperty("cap_drop")[0].GetString().ShouldBe("ALL", name);
        }

        // All of it on this machine only, and the shop at one port.
        foreach (var port in services.Values.Where(service => service.TryGetProperty("ports", out _)).SelectMany(service => service.GetProperty("ports").EnumerateArray()))
            port.GetString()!.ShouldStartWith("127.0.0.1:");
        services["gateway"].GetProperty("ports")[0].GetString().ShouldBe("127.0.0.1:8080:8080");
    }

    [Test]
    public async Task Compose_starts_a_service_after_its_migrations_and_whom_it_needs()
    {
        var services = await ServicesAsync();
        foreach (var name in Hosts.WithDatabase)
        {
            Condition(services[name], name + "-migrate").ShouldBe("service_completed_successfully");
            Condition(services[name + "-migrate"], "postgres").ShouldBe("service_healthy");
        }

        // Orders tells Notifications of things that an older one does not know.
        Condition(services["orders"], "notifications").ShouldBe("service_healthy");
        Condition(services["gateway"], "orders").ShouldBe("service_healthy");

        static string Condition(JsonElement service, string on) => service.GetProperty("depends_on").GetProperty(on).GetProperty("condition").GetString()!;
    }

    [Test]
    public async Task Compose_gives_every_process_settings_that_it_accepts()
    {
        foreach (var (name, service) in (await ServicesAsync()).Where(each => Hosts.All.ContainsKey(each.Key)))
        {
            var environment = service.GetProperty("environment").EnumerateObject()
                .Select(each => KeyValuePair.Create(each.Name, Substitution().Replace(each.Value.ToString(), match => match.Groups[1].Value)));
            await Hosts.AcceptsAsync(name, environment);
        }
    }

    private static async Task<Dictionary<string, JsonElement>> ServicesAsync()
    {
        var compose = JsonDocument.Parse(await Checks.RunAsync("compose.mjs", Repository.At("docker-compose.yml")));
        return compose.RootElement.GetProperty("services").EnumerateObject().ToDictionary(each => each.Name, each => each.Value);
    }

    /// <summary>An exact version, written out: Dependabot does not look behind a variable.</summary>
    [GeneratedRegex(@"^FROM [\w./-]+:\d+\.\d+\.\d+-[a-z-]+(@sha256:[0-9a-f]{64})? AS [a-z]+$")]
    private static partial Regex Base();

    [GeneratedRegex(@":v?\d+\.\d+(\.\d+)?(-[a-z]+)?$")]
    private static partial Regex ExactTag();

    /// <summary><c>${NAME:-default}</c></summary>
    [GeneratedRegex(@"\$\{\w+:?-([^}]*)\}")]
    private static partial Regex Substitution();
}
