using System.ComponentModel;
using System.Diagnostics;

namespace CommerceKata.Gateway.Tests;

internal sealed class AuditTests : DoorFixture
{
    [Test]
    public async Task Endpoint_passes_every_check_of_the_graphql_http_audit_suite()
    {
        var installed = await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
        installed.ExitCode.ShouldBe(0, installed.Output);
        var audited = await RunAsync("node", "audit.mjs", new Uri(Door.Http.BaseAddress!, "/graphql").ToString());
        audited.ExitCode.ShouldBe(0, audited.Output);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "audit"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, string.Concat(output));
        }
        catch (Win32Exception)
        {
            // The README promises that the SDK and PostgreSQL are enough for `dotnet test`; the project's own check has Node.
            Assume.That(Environment.GetEnvironmentVariable("CI"), Is.Not.Null, $"{command} is missing: install Node.js 20 or later to run the audit.");
            throw;
        }
    }
}
