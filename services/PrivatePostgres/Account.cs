namespace CommerceKata.PrivatePostgres;

/// <summary>
/// PostgreSQL refuses to run as root. Where this process is root, its programs run as <c>postgres</c>
/// (or <c>nobody</c>), who must own the data folder and be able to reach it.
/// </summary>
internal static class Account
{
    private static readonly Lazy<string?> Other = new(() => !Environment.IsPrivilegedProcess
        ? null
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody");

    /// <summary>The account to drop to; null to stay who we are.</summary>
    public static string? Name => Other.Value;

    public static (string Program, IEnumerable<string> Arguments) As(string program, IEnumerable<string> arguments)
    {
        if (Name is not { } name) return (program, arguments);
        var setpriv = Command.OnPath("setpriv")
            ?? throw new PostgresUnavailableException("PostgreSQL does not run as root, and setpriv (util-linux) is not there to drop to another account.");
        var group = File.ReadLines("/etc/group").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal)) ? name : "nogroup";
        return (setpriv, [$"--reuid={name}", $"--regid={group}", "--clear-groups", program, .. arguments]);
    }

    public static async Task OwnAsync(string path, CancellationToken cancel)
    {
        if (Name is not { } name) return;
        var (code, output) = await Command.RunAsync("chown", ["-R", name, path], cancel);
        if (code != 0) throw new PostgresUnavailableException($"Cannot hand {path} to {name}: {output}");
    }

    /// <summary>
    /// The folder itself, or a folder of the same identity below /var/tmp when an ancestor is closed to the account
    /// (a checkout below /root).
    /// </summary>
    public static string Reachable(string folder)
    {
        var full = Path.GetFullPath(folder);
        if (Name is null) return full;
        for (var parent = Directory.GetParent(full); parent is not null; parent = parent.Parent)
        {
            if (parent.Exists && !parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return Path.Combine("/var/tmp/commerce-kata", Identity.Of(full));
        }

        return full;
    }
}

/// <summary>A short, stable name for a path.</summary>
internal static class Identity
{
    public static string Of(string path) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path)))[..16];
}
