using System.Net;
using System.Net.Sockets;
using CommerceKata.TestKit;
using Npgsql;

namespace CommerceKata.Deployment.Tests;

/// <summary>
/// Processes that are asked to stop while they start, or before their work is done: they say so in a line, or nothing.
/// </summary>
internal sealed class StoppedStartTests
{
    /// <summary>Exit codes above it: the kernel ended a process that did not listen yet.</summary>
    private const int EndedBySignal = 128;

    private const string NotStarted = "Asked to stop before it had started.";
    private const string NotDone = "Asked to stop before it was done.";

    /// <summary>The lock that a process takes to migrate.</summary>
    private const string MigrationLock = "SELECT pg_advisory_lock(x'434B4D47'::bigint)";

    private readonly List<string> _databases = [];

    [OneTimeTearDown]
    public async Task CleanUpAsync()
    {
        foreach (var database in _databases) await TestCluster.DropAsync(database);
    }

    /// <summary>A library that a process has loaded says how far it is.</summary>
    private static readonly (string Loaded, bool CtrlC)[] Moments =
    [
        ("libhostfxr.so", false), ("libcoreclr.so", true), ("ServiceDefaults.dll", false), ("Microsoft.AspNetCore.Server.Kestrel.Core.dll", true),
        ("System.Net.Sockets.dll", false),
    ];

    [Test]
    public async Task Process_that_is_stopped_while_it_starts_says_so_or_nothing(
        [Values("Catalog", "Gateway", "StripeSandbox")] string process, [ValueSource(nameof(Moments))] (string Loaded, bool CtrlC) moment)
    {
        using var command = ServiceCommand.Start(process, Settings("Host=127.0.0.1;Port=1"), Ports(process));
        await Eventually.HoldsAsync(
            () => Task.FromResult(!command.IsRunning || command.HasLoaded(moment.Loaded)), $"{process} to load {moment.Loaded}");
        command.Stop(moment.CtrlC);
        var code = await command.ExitAsync();
        if (code > EndedBySignal) command.Said.ShouldBe(("", ""));
        // Without PostgreSQL a Catalog may have given up first, and says so.
        else if (code == 1) command.Errors.Trim().ShouldBe("PostgreSQL does not answer. Check ConnectionStrings:Postgres.");
        else (code, command.Said.Errors, command.Said.Output.Replace(NotStarted, "", StringComparison.Ordinal).Trim()).ShouldBe((0, "", ""));
    }

    [TestCase("Catalog")]
    [TestCase("Identity")]
    [TestCase("Inventory")]
    [TestCase("Cart")]
    [TestCase("Orders")]
    [TestCase("Billing")]
    [TestCase("Notifications")]
    public async Task Service_that_is_stopped_while_another_process_migrates_says_so_and_ends_with_0(string service)
    {
        var database = await NewAsync();
        await using var other = await HeldAsync(database, MigrationLock);
        using var command = ServiceCommand.Start(service, Settings(database), Ports(service));
        await WaitsAsync(database, command);
        command.Stop();
        (await command.ExitAsync()).ShouldBe(0, command.Errors);
        command.Said.ShouldBe((NotStarted, ""));
    }

    [Test]
    public async Task Migration_that_is_stopped_while_it_waits_says_so_and_ends_with_1()
    {
        var database = await NewAsync();
        await using var other = await HeldAsync(database, MigrationLock);
        await StoppedAsync("Catalog", database, "migrate");
    }

    /// <summary>A script waits for a lock, which DbUp does without a way to cancel it: nothing of it stays.</summary>
    [Test]
    public async Task Migration_that_is_stopped_in_the_middle_of_a_script_says_so_and_leaves_nothing_of_it()
    {
        var database = await NewAsync();
        await using (var other = await HeldAsync(database, "CREATE TABLE category ()", keep: true))
            await StoppedAsync("Catalog", database, "migrate");
        // The session that waited sees its client gone, and ends.
        const string sessions = "pg_stat_activity WHERE datname = current_database() AND application_name = 'Catalog'";
        await Eventually.HoldsAsync(async () => await CountAsync(database, sessions) == 0, "PostgreSQL to take it back");
        (await CountAsync(database, "pg_tables WHERE tablename = 'product'")).ShouldBe(0);
    }

    [TestCase("Cart", "cart", "clear-abandoned")]
    [TestCase("Inventory", "stock", "recount")]
    [TestCase("Identity", "signing_key", "rotate-keys")]
    public async Task Command_that_is_stopped_before_its_work_is_done_says_so_and_ends_with_1(string service, string table, string command)
    {
        var database = await MigratedAsync(service);
        await using var other = await HeldAsync(database, $"LOCK TABLE {table}", keep: true);
        await StoppedAsync(service, database, command);
    }

    [Test]
    public async Task Import_that_is_stopped_says_what_is_done_and_ends_with_1()
    {
        var database = await MigratedAsync("Catalog");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "sku,name,description,category,price\nSTOP-1,Stopped,For a test.,,1.00\n");
        // It may be read, as the check at start does, and not be written.
        await using var other = await HeldAsync(database, "LOCK TABLE product IN SHARE MODE", keep: true);
        using var command = ServiceCommand.Start("Catalog", Settings(database), "import", file);
        await WaitsAsync(database, command);
        command.Stop();
        (await command.ExitAsync()).ShouldBe(1, command.Errors);
        command.Said.ShouldBe((
            "Stopped: it was asked to stop.\nBatches of 2000 lines before it are done, and unchanged when it is run again.", ""));
        File.Delete(file);
    }

    [Test]
    public async Task Healthcheck_that_is_stopped_while_it_waits_says_so_and_ends_with_1()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var command = ServiceCommand.Start(
            "Shipping", Settings(""), "healthcheck", $"--Listen:HttpPort={((IPEndPoint)silent.LocalEndpoint).Port}");
        using var asks = await silent.AcceptTcpClientAsync();
        command.Stop();
        (await command.ExitAsync()).ShouldBe(1);
        command.Said.ShouldBe(("", NotDone));
    }

    private static async Task StoppedAsync(string service, string database, params string[] arguments)
    {
        using var command = ServiceCommand.Start(service, Settings(database), arguments);
        await WaitsAsync(database, command);
        command.Stop();
        (await command.ExitAsync()).ShouldBe(1);
        var said = command.Output + command.Errors;
        said.ShouldContain(NotDone);
        said.ShouldNotContain("Exception");
    }

    /// <summary>Until the process waits for a lock in its database.</summary>
    private static Task WaitsAsync(string database, ServiceCommand command) => Eventually.HoldsAsync(
        async () => command.IsRunning
            ? await CountAsync(database, "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0
            : throw new InvalidOperationException($"It ended: {command.Said}"), "the process to wait for the lock");

    /// <summary>A session that holds what the statement takes.</summary>
    private static async Task<NpgsqlConnection> HeldAsync(string database, string statement, bool keep = false)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        // What an open transaction made or locked is waited for.
        await using var take = new NpgsqlCommand((keep ? "BEGIN; " : "") + statement, connection);
        await take.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<long> CountAsync(string database, string what)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false });
        await using var count = source.CreateCommand($"SELECT count(*) FROM {what}");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task<string> MigratedAsync(string service)
    {
        var database = await NewAsync();
        var (code, _, errors) = await ServiceCommand.RunAsync(service, Settings(database), "migrate");
        code.ShouldBe(0, errors);
        return database;
    }

    private async Task<string> NewAsync()
    {
        var database = await TestCluster.NewDatabaseAsync("stopped");
        _databases.Add(database);
        var settings = new NpgsqlConnectionStringBuilder(database) { Database = "postgres", Pooling = false };
        await using var server = NpgsqlDataSource.Create(settings);
        await using var create = server.CreateCommand($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database}");
        await create.ExecuteNonQueryAsync();
        return database;
    }

    private static (string, string)[] Settings(string database) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("Log__Level", "Warning"), ("Telemetry__Enabled", "false"),
        ("Listen__DrainFor", "00:00:10"), ("Stripe__ApiKey", "sk_test_1"),
        .. database.Length == 0 ? [] : Hosts.WithDatabase.Select(name => ($"ConnectionStrings__{name}", database)),
    ];

    private static string[] Ports(string process) => process switch
    {
        "Gateway" => [$"--Listen:Port={FreePort.Take()}", $"--Listen:ManagementPort={FreePort.Take()}"],
        "StripeSandbox" => [$"--Sandbox:Port={FreePort.Take()}"],
        _ => ["--Listen:GrpcPort=0", "--Listen:HttpPort=0"],
    };
}
