using Shouldly;

namespace CommerceKata.TestKit;

/// <summary>Files, and parts of documents, that are written from the code. <c>REWRITE_DOCS=1</c> writes them anew.</summary>
public static class Docs
{
    /// <summary>Tests that write parts of one file run side by side.</summary>
    private static readonly Lock Writing = new();

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Compares what stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c> with what should, or rewrites it.</summary>
    /// <param name="file">"docs/telemetry.md".</param>
    /// <param name="name">The part.</param>
    /// <param name="expected">What should stand there.</param>
    public static void PartShouldBe(string file, string name, string expected)
    {
        lock (Writing) Compare(file, name, expected);
    }

    private static void Compare(string file, string name, string expected)
    {
        var path = Path.Combine(Root, file);
        var (open, close) = ($"<!-- {name} -->\n", $"<!-- /{name} -->\n");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(open, StringComparison.Ordinal) + open.Length, text.IndexOf(close, StringComparison.Ordinal));
        to.ShouldBeGreaterThanOrEqualTo(from, $"{file} must have {open} before {close}");
        if (Rewrites)
        {
            text = text[..from] + expected + text[to..];
            File.WriteAllText(path, text);
            to = from + expected.Length;
        }

        text[from..to].ShouldBe(expected, "run it with REWRITE_DOCS=1, and look at the difference");
    }

    /// <summary>Compares a whole file with what it should say, or rewrites it.</summary>
    /// <param name="file">"docs/authorization.md".</param>
    /// <param name="expected">What it should say; null for no such file.</param>
    public static void FileShouldBe(string file, string? expected)
    {
        var path = Path.Combine(Root, file);
        if (Rewrites) Rewrite(path, expected);
        (File.Exists(path) ? File.ReadAllText(path) : null).ShouldBe(expected, $"{file}: run this test with REWRITE_DOCS=1, and look at the difference");
    }

    private static bool Rewrites => Environment.GetEnvironmentVariable("REWRITE_DOCS") == "1";

    private static void Rewrite(string path, string? expected)
    {
        if (expected is null)
        {
            File.Delete(path);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, expected);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommerceKata.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
