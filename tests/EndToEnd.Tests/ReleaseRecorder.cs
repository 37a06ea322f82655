using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>
/// Records a release for the tests of later ones (ADR 23): the schema and the data of every database after a day in the
/// shop, and each SQL statement that its services sent. Only where <c>RECORD_RELEASE</c> names a folder; see docs/operations.md.
/// </summary>
internal sealed partial class ReleaseRecorder
{
    private static readonly string[] Verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];

    private readonly string _folder;
    private readonly Dictionary<string, SortedSet<string>> _statements = [];
    private static readonly SemaphoreSlim One = new(1);
    private long _most;

    private ReleaseRecorder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Note,
        });
    }

    /// <summary>Listens as long as the tests run; null where nothing is to be recorded.</summary>
    public static ReleaseRecorder? Current { get; } =
        Environment.GetEnvironmentVariable("RECORD_RELEASE") is { Length: > 0 } folder ? new(folder) : null;

    /// <summary>
    /// Writes down what was sent to any shop so far, and the databases of this one if more happened in it than in those before.
    /// </summary>
    /// <param name="connection">A closed shop's; its databases' names begin with the one it names.</param>
    public async Task WriteAsync(string connection)
    {
        await One.WaitAsync();
        var data = Directory.CreateTempSubdirectory("commerce-kata-release-");
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connection);
            KeyValuePair<string, SortedSet<string>>[] services;
            lock (_statements) services = [.. _statements.Select(each => new KeyValuePair<string, SortedSet<string>>(each.Key, [.. each.Value]))];
            foreach (var (service, statements) in services)
            {
                var database = $"{server.Database}_{service}";
                await DumpAsync(server, database, Path.Combine(_folder, $"{service}.schema.sql"), "--schema-only");
                await DumpAsync(server, database, Path.Combine(data.FullName, $"{service}.data.sql"), "--data-only", "--column-inserts", "--rows-per-insert=200");
                await WriteStatementsAsync(new(connection) { Database = database }, service, statements);
            }

            var size = data.EnumerateFiles().Sum(file => file.Length);
            if (size <= _most) return;
            _most = size;
            foreach (var file in data.EnumerateFiles()) file.CopyTo(Path.Combine(_folder, file.Name), overwrite: true);
        }
        finally
        {
            data.Delete(recursive: true);
            One.Release();
        }
    }

    private async Task WriteStatementsAsync(NpgsqlConnectionStringBuilder database, string service, SortedSet<string> statements)
    {
        await using var source = NpgsqlDataSource.Create(database);
        List<string> plannable = [];
        foreach (var statement in statements)
        {
            if (await PlansAsync(source, statement)) plannable.Add(statement);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, $"{service}.statements.sql"), string.Join(";\n\n", plannable) + ";\n");
    }

    private void Note(Activity activity)
    {
        var text = activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement");
        var database = activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name");
        if (text is not string sql || database is not string name || !name.StartsWith("shop_", StringComparison.Ordinal)) return;
        lock (_statements)
        {
            var service = name[(name.LastIndexOf('_') + 1)..];
            if (!_statements.TryGetValue(service, out var known)) _statements[service] = known = new(StringComparer.Ordinal);
            foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Verbs.Any(verb => statement.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) && !statement.Contains("pg_", StringComparison.Ordinal))
                    known.Add(Numbered(statement));
            }
        }
    }

    /// <summary><c>@Name</c> becomes <c>$1</c>, which PREPARE takes.</summary>
    private static string Numbered(string statement)
    {
        List<string> names = [];
        return Parameter().Replace(statement, match =>
        {
            if (!names.Contains(match.Value)) names.Add(match.Value);
            return $"${names.IndexOf(match.Value) + 1}";
        });
    }

    /// <summary>Whether PostgreSQL can tell the types of its parameters without being told.</summary>
    private static async Task<bool> PlansAsync(NpgsqlDataSource source, string statement)
    {
        await using var prepare = source.CreateCommand($"PREPARE recorded AS {statement}; DEALLOCATE recorded");
        try
        {
            await prepare.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException error)
        {
            TestContext.Progress.WriteLine($"left out: {error.MessageText}: {statement.ReplaceLineEndings(" ")}");
            return false;
        }
    }

    private static async Task DumpAsync(NpgsqlConnectionStringBuilder server, string database, string file, params string[] what)
    {
        string[] connection = ["--host", server.Host!, "--port", $"{server.Port}", "--username", server.Username!, "--dbname", database];
        var start = new ProcessStartInfo(PgDump(), [.. connection, "--no-owner", "--no-privileges", "--file", file, .. what])
        {
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = server.Password;
        using var dump = Process.Start(start)!;
        var said = await dump.StandardError.ReadToEndAsync();
        await dump.WaitForExitAsync();
        dump.ExitCode.ShouldBe(0, said);
    }

    private static string PgDump() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateFiles("/usr/lib/postgresql", "pg_dump", SearchOption.AllDirectories).Order().Last()
        : "pg_dump";

    [GeneratedRegex(@"(?<![@\w])@\w+")]
    private static partial Regex Parameter();
}
