using System.Text.RegularExpressions;
using CommerceKata.TestKit;

namespace CommerceKata.Deployment.Tests;

/// <summary>What documents point to is there.</summary>
internal sealed partial class DocumentTests
{
    private static readonly string[] Built = ["/bin/", "/obj/", "/node_modules/"];

    [Test]
    public void Links_between_documents_lead_somewhere()
    {
        var documents = Directory.EnumerateFiles(Docs.Root, "*.md", SearchOption.AllDirectories)
            .Where(file => !Built.Any(file.Contains)).ToDictionary(file => file, File.ReadAllText);
        documents.Count.ShouldBeGreaterThan(30);
        documents.SelectMany(each => Broken(each.Key, each.Value)).ShouldBeEmpty();
    }

    [Test]
    public void Threats_are_held_off_by_tests_that_are_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Docs.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = TestClass().Matches(File.ReadAllText(Path.Combine(Docs.Root, "docs", "security.md"))).Select(match => match.Groups[1].Value).ToList();
        named.Count.ShouldBeGreaterThan(30);
        named.Where(name => !tests.Contains(name)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Broken(string file, string text)
    {
        foreach (var link in Link().Matches(Fenced().Replace(text, "")).Select(match => match.Groups[1].Value))
        {
            if (Uri.TryCreate(link, UriKind.Absolute, out var web) && web.Scheme is not "file") continue;
            var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var target = path.Length == 0 ? file : Path.GetFullPath(path, Path.GetDirectoryName(file)!);
            var leads = heading is null || !target.EndsWith(".md", StringComparison.Ordinal)
                ? Path.Exists(target)
                : File.Exists(target) && Heading().Matches(File.ReadAllText(target)).Any(match => Anchor(match.Groups[1].Value) == heading);
            if (!leads) yield return $"{Path.GetRelativePath(Docs.Root, file)}: {link}";
        }
    }

    /// <summary>As GitHub makes them of a heading's text.</summary>
    private static string Anchor(string heading) =>
        Dropped().Replace(Linked().Replace(heading, "$1").ToLowerInvariant(), "").Trim().Replace(' ', '-');

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests)`")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Linked();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Dropped();
}
