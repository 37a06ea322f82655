using CommerceKata.TestKit;

namespace CommerceKata.Deployment.Tests;

/// <summary>The files that are shipped beside the code.</summary>
internal static class Repository
{
    public static string Read(string path) => File.ReadAllText(At(path));

    public static string At(string path) => Path.Combine(Docs.Root, path);
}
