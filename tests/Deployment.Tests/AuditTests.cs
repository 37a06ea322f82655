using System.Diagnostics;
using System.Net;
using System.Text.Json;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommerceKata.Deployment.Tests;

/// <summary>What a restore says of a package with a known vulnerability, told by a source that knows one.</summary>
internal sealed class AuditTests
{
    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Dapper" /></ItemGroup></Project>""";

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("commerce-kata-audit-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("true", "error NU1903")]
    [TestCase("false", "warning NU1903")]
    public async Task Known_vulnerability_fails_the_restore_of_ci_and_warns_elsewhere(string ci, string expected)
    {
        await using var source = await SourceAsync(knows: true);
        var (exitCode, output) = await RestoreAsync(source, ci);
        output.ShouldContain(expected);
        (exitCode == 0).ShouldBe(ci == "false", output);
    }

    [Test]
    public async Task Source_that_knows_nothing_fails_no_restore_but_the_audit_of_the_pipeline()
    {
        await using var source = await SourceAsync(knows: false);
        (await RestoreAsync(source, "true")).ExitCode.ShouldBe(0);
        var audit = (await Checks.YamlAsync(".github/workflows/ci.yml")).GetProperty("jobs").GetProperty("audit").GetProperty("steps").EnumerateArray()
            .Select(step => step.TryGetProperty("run", out var run) ? run.GetString()! : "").Single(run => run.Contains("dotnet restore", StringComparison.Ordinal));
        var insisting = audit.Split(' ').Single(argument => argument.StartsWith("-p:", StringComparison.Ordinal));
        var (exitCode, output) = await RestoreAsync(source, "true", insisting);
        output.ShouldContain("error NU1905");
        exitCode.ShouldNotBe(0);
    }

    private static async Task<WebApplication> SourceAsync(bool knows)
    {
        var source = WebApplication.CreateSlimBuilder().Build();
        var address = $"http://{IPAddress.Loopback}:{FreePort.Take()}";
        source.Urls.Add(address);
        object[] resources = knows ? [new Dictionary<string, string> { ["@id"] = $"{address}/vulnerabilities", ["@type"] = "VulnerabilityInfo/6.7.0" }] : [];
        source.MapGet("/index.json", () => Json(new { version = "3.0.0", resources }));
        source.MapGet("/vulnerabilities", () => Json(new[]
        {
            new Dictionary<string, string> { ["@name"] = "base", ["@id"] = $"{address}/base", ["@updated"] = "2026-01-01T00:00:00Z" },
        }));
        source.MapGet("/base", () => Json(new { dapper = new[] { new { severity = 2, url = "https://example.org/advisory", versions = "(, 99.0.0)" } } }));
        await source.StartAsync();
        return source;
    }

    private static IResult Json(object content) => Results.Text(JsonSerializer.Serialize(content), "application/json");

    private async Task<(int ExitCode, string Output)> RestoreAsync(WebApplication source, string ci, params string[] more)
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props" }) File.Copy(Repository.At(name), Path.Combine(_folder, name), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Audited.csproj"), Project);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "nuget.config"),
            $"""<configuration><auditSources><clear /><add key="test" value="{source.Urls.Single()}/index.json" allowInsecureConnections="true" /></auditSources></configuration>""");
        var start = new ProcessStartInfo("dotnet", ["restore", "--force", .. more]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CI"] = ci;
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
