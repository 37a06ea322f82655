using Shouldly;

namespace CommerceKata.TestKit;

/// <summary>A file of the repository that follows from the code: a test compares it, or rewrites it where REWRITE_DOCS is 1.</summary>
public static class GeneratedFile
{
    /// <summary>Compares a file with what it should say, or rewrites it.</summary>
    /// <param name="path">From the repository's root: "docs/authorization.md".</param>
    /// <param name="expected">What follows from the code; null for no such file.</param>
    public static void ShouldBe(string path, string? expected)
    {
        var file = Path.Combine(Root(), path);
        if (Environment.GetEnvironmentVariable("REWRITE_DOCS") == "1") Rewrite(file, expected);
        (File.Exists(file) ? File.ReadAllText(file) : null).ShouldBe(expected, $"{path}: run this test with REWRITE_DOCS=1, and look at the difference");
    }

    private static void Rewrite(string file, string? expected)
    {
        if (expected is null)
        {
            File.Delete(file);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, expected);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommerceKata.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
