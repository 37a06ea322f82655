using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>docs/graphql-limits.md says what happens: its commands are run, and print what stands below them.</summary>
internal sealed partial class LimitDocTests : OneDoorFixture
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "graphql-limits.md"));

    [Test]
    public async Task Examples_print_what_the_document_says()
    {
        var examples = Example().Matches(Text);
        examples.Count.ShouldBe(Command().Count(Text), "each command has what it prints below it");
        examples.Count.ShouldBeGreaterThan(3);
        foreach (Match example in examples)
        {
            var printed = await RunAsync(example.Groups["command"].Value.Replace("localhost:8080", Door.Http.BaseAddress!.Authority, StringComparison.Ordinal));
            Lines(printed).ShouldBe(Lines(example.Groups["printed"].Value), example.Groups["command"].Value);
        }
    }

    [Test]
    public void Every_setting_that_limits_is_in_the_table()
    {
        var read = Setting().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "LimitSettings.cs.txt")))
            .Select(found => (Name: found.Groups["name"].Value, Default: found.Groups["default"].Value.Replace("_", "", StringComparison.Ordinal).Replace("256 * 1024", "262144", StringComparison.Ordinal)))
            .ToList();
        read.Count.ShouldBeGreaterThan(10);
        foreach (var (name, value) in read) Text.ShouldContain($"| `{name}` | {value} |");
    }

    private static async Task<string> RunAsync(string command)
    {
        try
        {
            using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true })!;
            // Answers have no line end of their own.
            var printed = await shell.StandardOutput.ReadToEndAsync();
            await shell.WaitForExitAsync();
            shell.ExitCode.ShouldBe(0, command);
            return printed;
        }
        catch (Win32Exception)
        {
            Assume.That(Environment.GetEnvironmentVariable("CI"), Is.Not.Null, "bash is missing.");
            throw;
        }
    }

    private static string[] Lines(string printed) =>
        TraceId().Replace(printed, "\"traceId\":\"…\"").Replace("}{", "}\n{", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"```sh\n(?<command>.*?)```\n\n```json\n(?<printed>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("```sh\n")]
    private static partial Regex Command();

    [GeneratedRegex("\"traceId\":\"[0-9a-f]{32}\"")]
    private static partial Regex TraceId();

    [GeneratedRegex("Number\\(settings, \"(?<name>GraphQL:[A-Za-z]+)\", (?<default>[^,]+),")]
    private static partial Regex Setting();
}
