namespace CommerceKata.Deployment.Tests;

/// <summary>The files that are shipped beside the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(At(path));

    public static string At(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommerceKata.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
