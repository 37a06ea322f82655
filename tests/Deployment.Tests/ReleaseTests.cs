using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Npgsql;

namespace CommerceKata.Deployment.Tests;

/// <summary>
/// Promise 12: every migration runs on the schema of an earlier release with its data in it, while that release still
/// serves. Releases/&lt;version&gt; holds what ReleaseRecorder wrote down of each (ADR 23).
/// </summary>
internal sealed class ReleaseTests
{
    private const string Journal = "INSERT INTO public.schemaversions ";

    private static IEnumerable<TestCaseData> Databases() =>
        from release in Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Releases")).Select(Path.GetFileName).Order()
        from service in Hosts.WithDatabase
        select new TestCaseData(release, service);

    [Test]
    public void There_are_releases_to_compare_with() => Databases().Count().ShouldBeGreaterThanOrEqualTo(Hosts.WithDatabase.Count);

    [TestCaseSource(nameof(Databases))]
    public async Task Upgrade_keeps_every_row(string release, string service)
    {
        await using var database = await LoadAsync(service, release, "schema");
        // As pg_restore does: no trigger acts on what has happened already.
        await database.RunAsync($"SET session_replication_role = replica;\n{Read(release, service, "data")}");
        var before = await database.CountsAsync();
        before.Values.Sum().ShouldBeGreaterThan(10);

        await database.MigrateAsync();

        var after = await database.CountsAsync();
        foreach (var (table, rows) in before.Where(each => each.Key != "schemaversions")) after[table].ShouldBeGreaterThanOrEqualTo(rows, table);
    }

    /// <summary>While the new schema is there already, the old version goes on: what it wrote then must be taken.</summary>
    [TestCaseSource(nameof(Databases))]
    public async Task Old_version_still_writes_after_the_upgrade(string release, string service)
    {
        var data = Read(release, service, "data");
        await using var database = await LoadAsync(service, release, "schema");
        await database.RunAsync(JournalOf(data));
        await database.MigrateAsync();
        await database.EmptyAsync();

        // What a trigger has written already is in the dump as well.
        await database.RunAsync(string.Join('\n', Statements(data).Where(statement => !statement.StartsWith(Journal, StringComparison.Ordinal))
            .Select(statement => statement.StartsWith("INSERT", StringComparison.Ordinal) ? statement[..^1] + " ON CONFLICT DO NOTHING;" : statement)));

        (await database.CountsAsync()).Values.Sum().ShouldBeGreaterThan(10);
    }

    [TestCaseSource(nameof(Databases))]
    public async Task Old_versions_statements_still_run_after_the_upgrade(string release, string service)
    {
        await using var database = await LoadAsync(service, release, "schema");
        await database.RunAsync(JournalOf(Read(release, service, "data")));
        await database.MigrateAsync();

        var statements = Read(release, service, "statements").Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        statements.Length.ShouldBeGreaterThan(3);
        // Planned, not run: tables, columns, types, functions and conflict targets have to be there.
        foreach (var statement in statements) await database.RunAsync($"PREPARE old AS {statement};\nDEALLOCATE old");
    }

    private static async Task<OldDatabase> LoadAsync(string service, string release, string part)
    {
        var database = await OldDatabase.CreateAsync(service);
        await database.RunAsync(Read(release, service, part));
        return database;
    }

    /// <summary>Without what only psql understands, and with the search path that services have.</summary>
    private static string Read(string release, string service, string part) => string.Join('\n', File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Releases", release, $"{service}.{part}.sql"))
        .Where(line => !line.StartsWith('\\') && !line.StartsWith("SET transaction_timeout", StringComparison.Ordinal) && !line.Contains("set_config('search_path'", StringComparison.Ordinal)));

    /// <summary>Which migrations the release had run.</summary>
    private static string JournalOf(string data) =>
        Statements(data).Single(statement => statement.StartsWith(Journal, StringComparison.Ordinal))
        + "SELECT setval(pg_get_serial_sequence('public.schemaversions', 'schemaversionsid'), (SELECT max(schemaversionsid) FROM public.schemaversions));";

    /// <summary>A dump begins a statement after an empty line, and more rows of the same table on the next one.</summary>
    private static IEnumerable<string> Statements(string dump) => Regex.Split(dump, @";\n(?=\n|INSERT INTO )")
        .Select(text => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Trim())
        .Where(statement => statement.Length > 0).Select(statement => statement.TrimEnd(';') + ";");

    /// <summary>A database that an earlier release left behind.</summary>
    private sealed class OldDatabase(string service, string connection) : IAsyncDisposable
    {
        public static async Task<OldDatabase> CreateAsync(string service)
        {
            var connection = await TestCluster.NewDatabaseAsync("release");
            var database = new OldDatabase(service, connection);
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false });
            await using var create = source.CreateCommand($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(connection).Database}");
            await create.ExecuteNonQueryAsync();
            return database;
        }

        public async Task RunAsync(string sql)
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
            await using var run = source.CreateCommand(sql);
            await run.ExecuteNonQueryAsync();
        }

        /// <summary>With this version's migrations, and without its seeds.</summary>
        public async Task MigrateAsync() => (await ServiceRun.RunAsync(Hosts.All[service],
        [
            "migrate", "--environment=Development", $"--ConnectionStrings:{service}={connection}", "--Log:Level=Fatal", "--Telemetry:Enabled=false",
            .. service switch
            {
                "catalog" => (string[])["--Catalog:Seed=false"],
                "identity" => ["--Identity:DemoCustomer=false"],
                "billing" => ["--Stripe:ApiKey=sk_test_1"],
                _ => [],
            },
        ])).ShouldBe(0);

        public Task EmptyAsync() => RunAsync(
            """
            DO $$ DECLARE tables text;
            BEGIN
              SELECT string_agg(format('%I', tablename), ', ') INTO tables FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schemaversions';
              EXECUTE 'TRUNCATE ' || tables;
            END $$
            """);

        public async Task<Dictionary<string, long>> CountsAsync()
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var count = source.CreateCommand(
                """
                SELECT tablename, (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM public.%I', tablename), false, true, '')))[1]::text::bigint
                FROM pg_tables WHERE schemaname = 'public'
                """);
            await using var rows = await count.ExecuteReaderAsync();
            Dictionary<string, long> counts = [];
            while (await rows.ReadAsync()) counts[rows.GetString(0)] = rows.GetInt64(1);
            return counts;
        }

        public async ValueTask DisposeAsync() => await TestCluster.DropAsync(connection);
    }
}
