using Shouldly;

namespace CommerceKata.TestKit;

/// <summary>Parts of documents that are written from the code. <c>REWRITE_DOCS=1</c> writes them anew.</summary>
public static class Docs
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Compares what stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c> with what should, or rewrites it.</summary>
    /// <param name="file">"docs/telemetry.md".</param>
    /// <param name="name">The part.</param>
    /// <param name="expected">What should stand there.</param>
    public static void PartShouldBe(string file, string name, string expected)
    {
        var path = Path.Combine(Root, file);
        var (open, close) = ($"<!-- {name} -->\n", $"<!-- /{name} -->\n");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(open, StringComparison.Ordinal) + open.Length, text.IndexOf(close, StringComparison.Ordinal));
        to.ShouldBeGreaterThanOrEqualTo(from, $"{file} must have {open} before {close}");
        if (Environment.GetEnvironmentVariable("REWRITE_DOCS") == "1")
        {
            text = text[..from] + expected + text[to..];
            File.WriteAllText(path, text);
            to = from + expected.Length;
        }

        text[from..to].ShouldBe(expected, "run it with REWRITE_DOCS=1, and look at the difference");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommerceKata.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
