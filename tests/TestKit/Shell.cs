using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace CommerceKata.TestKit;

/// <summary>Commands as people type them.</summary>
public static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What a command prints.</summary>
    /// <param name="command">For bash.</param>
    /// <param name="lines">How many lines to take, and then end it: some commands go on until somebody ends them. Null waits for its end.</param>
    /// <param name="variables">What it finds in its environment.</param>
    public static async Task<string> RunAsync(string command, int? lines = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        using var shell = Start(command, variables);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (lines is { } count) return await TakeAsync(shell.StandardOutput, count, patience.Token);
            var printed = await shell.StandardOutput.ReadToEndAsync(patience.Token);
            await shell.WaitForExitAsync(patience.Token);
            shell.ExitCode.ShouldBe(0, command);
            return printed;
        }
        finally
        {
            if (!shell.HasExited) shell.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> TakeAsync(StreamReader output, int count, CancellationToken cancel)
    {
        List<string> taken = [];
        while (taken.Count < count && await output.ReadLineAsync(cancel) is { } line)
        {
            if (line.Length > 0) taken.Add(line);
        }

        return string.Join('\n', taken);
    }

    private static Process Start(string command, IReadOnlyDictionary<string, string>? variables)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assume.That(Environment.GetEnvironmentVariable("CI"), Is.Not.Null, "bash is missing.");
            throw;
        }
    }
}
