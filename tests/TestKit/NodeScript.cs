using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace CommerceKata.TestKit;

/// <summary>A folder beside the tests with a <c>package.json</c> and scripts: clients of others, run as their users run them.</summary>
/// <param name="folder">The folder's name, copied to the test's output.</param>
public sealed class NodeScript(string folder)
{
    /// <summary>Fixtures that run side by side share a folder.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Installed = new();

    /// <summary>Where it was copied to.</summary>
    public string Location { get; } = Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>Installs its packages, as its lock file has them, and runs none of their scripts. Once in a test run.</summary>
    public Task InstallAsync() => Installed.GetOrAdd(Location, _ => new(InstallOnceAsync)).Value;

    private async Task InstallOnceAsync()
    {
        using var installing = Start(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        var (exitCode, output) = await EndAsync(installing);
        exitCode.ShouldBe(0, output);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <param name="arguments">The script and its arguments.</param>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunCommandAsync("node", arguments);

    /// <summary>Runs a program to its end, in the folder.</summary>
    public async Task<(int ExitCode, string Output)> RunCommandAsync(string command, params string[] arguments)
    {
        using var running = Start(command, arguments);
        return await EndAsync(running);
    }

    /// <summary>Starts a script; its output can be read as it comes.</summary>
    /// <param name="command">"node".</param>
    /// <param name="arguments">The script and its arguments.</param>
    public Process Start(string command, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = Location, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            // The README promises that the SDK and PostgreSQL are enough for `dotnet test`; the project's own check has Node.
            Assume.That(Environment.GetEnvironmentVariable("CI"), Is.Not.Null, $"{command} is missing: install it to run this test. node and npm: Node.js 20 or later.");
            throw;
        }
    }

    private static async Task<(int ExitCode, string Output)> EndAsync(Process process)
    {
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
