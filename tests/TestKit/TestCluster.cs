using CommerceKata.PrivatePostgres;
using Npgsql;
using NUnit.Framework;

namespace CommerceKata.TestKit;

/// <summary>
/// One PostgreSQL for a whole test run, however many test processes it has: the first starts it, all share it,
/// the last stops it. File locks count the users, so that a killed process leaves nothing to clean up.
/// </summary>
public static class TestCluster
{
    private static readonly string Folder = Path.Combine(
        Path.GetTempPath(), "commerce-kata-tests-" + Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(AppContext.BaseDirectory.Split("/tests/")[0])))[..12]);

    private static readonly Lazy<Task<string>> Shared = new(JoinAsync);
    private static FileStream? _use;

    /// <summary>How to connect to it; no database is named.</summary>
    public static Task<string> ConnectionStringAsync() => Shared.Value;

    /// <summary>A connection string for a database that nobody else uses. It need not exist yet.</summary>
    /// <param name="name">The start of its name.</param>
    public static async Task<string> NewDatabaseAsync(string name) => new NpgsqlConnectionStringBuilder(await ConnectionStringAsync())
    {
        Database = $"{name}_{Guid.NewGuid():N}",
        MaxPoolSize = 20,
    }.ConnectionString;

    /// <summary>Removes a database and those whose names start with its own, and whoever is connected to them.</summary>
    /// <param name="connectionString">The database's.</param>
    public static async Task DropAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false });
        await using var list = source.CreateCommand("SELECT datname FROM pg_database WHERE starts_with(datname, $1)");
        list.Parameters.Add(new() { Value = name });
        List<string> names = [];
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        }

        foreach (var each in names)
        {
            await using var drop = source.CreateCommand($"""DROP DATABASE IF EXISTS "{each}" WITH (FORCE)""");
            await drop.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> JoinAsync()
    {
        Directory.CreateDirectory(Folder);
        await using var door = await LockAsync("door", FileShare.None);
        _use = await LockAsync("users", FileShare.Read);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
        var portFile = Path.Combine(Folder, "port");
        if (File.Exists(portFile))
        {
            var running = await PostgresServer.FindAsync(Options(int.Parse(File.ReadAllText(portFile), null)), CancellationToken.None);
            if (await running.IsRunningAsync(CancellationToken.None)) return running.ConnectionString;
        }

        var port = FreePort.Take();
        var server = await PostgresServer.StartAsync(Options(port), CancellationToken.None);
        await File.WriteAllTextAsync(portFile, $"{port}");
        return server.ConnectionString;
    }

    private static void Leave()
    {
        using var door = LockAsync("door", FileShare.None).GetAwaiter().GetResult();
        _use?.Dispose();
        try
        {
            using var last = new FileStream(Path.Combine(Folder, "users"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var port = int.Parse(File.ReadAllText(Path.Combine(Folder, "port")), null);
            var server = PostgresServer.FindAsync(Options(port), CancellationToken.None).GetAwaiter().GetResult();
            server.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (IOException)
        {
            // Another test process still uses it, and will stop it.
        }
    }

    /// <summary>Nothing here must survive a power cut, so nothing waits for the disk.</summary>
    private static PostgresServerOptions Options(int port) => new()
    {
        Folder = Path.Combine(Folder, "postgres"),
        Port = port,
        Report = TestContext.Progress.WriteLine,
        Settings = new Dictionary<string, string>
        {
            ["fsync"] = "off",
            ["synchronous_commit"] = "off",
            ["full_page_writes"] = "off",
            ["max_connections"] = "500",
            ["shared_buffers"] = "256MB",
        },
    };

    private static Task<FileStream> LockAsync(string name, FileShare share) => Eventually.GetAsync(
        () =>
        {
            try
            {
                var access = share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read;
                return Task.FromResult<FileStream?>(new FileStream(Path.Combine(Folder, name), FileMode.OpenOrCreate, access, share));
            }
            catch (IOException)
            {
                return Task.FromResult<FileStream?>(null);
            }
        },
        $"the lock \"{name}\" of the test cluster",
        TimeSpan.FromMinutes(2));
}
