using System.Text.RegularExpressions;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>docs/graphql-limits.md says what happens: its commands are run, and print what stands below them.</summary>
internal sealed partial class LimitDocTests : OneDoorFixture
{
    private const string Document = "docs/graphql-limits.md";

    [Test]
    public async Task Examples_print_what_the_document_says()
    {
        var examples = Examples.In(Document);
        examples.Count.ShouldBeGreaterThan(3);
        foreach (var example in examples)
        {
            var printed = await Shell.RunAsync(example.Text.Replace("localhost:8080", Door.Http.BaseAddress!.Authority, StringComparison.Ordinal));
            Examples.Difference(example.Answer.ShouldNotBeNull($"each command has what it prints below it: {example.Text}"), printed).ShouldBeNull(example.Text);
        }
    }

    [Test]
    public void Every_setting_that_limits_is_in_the_table()
    {
        var text = File.ReadAllText(Path.Combine(Docs.Root, Document));
        var read = Setting().Matches(File.ReadAllText(Path.Combine(Docs.Root, "graph-gateway/Limits/LimitSettings.cs")))
            .Select(found => (Name: found.Groups["name"].Value, Default: found.Groups["default"].Value.Replace("_", "", StringComparison.Ordinal).Replace("256 * 1024", "262144", StringComparison.Ordinal)))
            .ToList();
        read.Count.ShouldBeGreaterThan(10);
        foreach (var (name, value) in read) text.ShouldContain($"| `{name}` | {value} |");
    }

    [GeneratedRegex("Number\\(settings, \"(?<name>GraphQL:[A-Za-z]+)\", (?<default>[^,]+),")]
    private static partial Regex Setting();
}
