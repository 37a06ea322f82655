using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>The command line of a service, and the migrations that it runs. Alone, since the console is everybody's.</summary>
[NonParallelizable]
internal sealed class ServiceRunTests
{
    /// <summary>The two shared scripts, and the two of these tests.</summary>
    private const int Scripts = 4;

    private string _database = null!;

    [SetUp]
    public async Task NameADatabaseAsync() => _database = await TestCluster.NewDatabaseAsync("run");

    [TearDown]
    public async Task DropItAsync() => await TestCluster.DropAsync(_database);

    [Test]
    public async Task Migrate_creates_the_database_and_says_what_it_did()
    {
        (await RunAsync(TestHosts.Plain, "migrate")).ShouldBe((0, $"Applied {Scripts} migrations.\n", ""));
        (await RunAsync(TestHosts.Plain, "migrate")).ShouldBe((0, "The database is up to date.\n", ""));
    }

    [Test]
    public async Task Migrate_without_a_database_has_nothing_to_do() =>
        (await RunAsync(TestHosts.Bare, "migrate")).ShouldBe((0, "There is no database to migrate.\n", ""));

    [Test]
    public async Task Migrate_by_three_at_once_creates_the_database_and_applies_each_script_once()
    {
        const string waiting = """
            SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE 'create database "' || $1 || '"%'
            """;
        var target = new NpgsqlConnectionStringBuilder(_database);
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_database) { Database = "postgres" });
        await using var gate = await server.OpenConnectionAsync();
        await using var closed = await gate.BeginTransactionAsync();
        await using (var close = new NpgsqlCommand("LOCK TABLE pg_database IN SHARE MODE", gate)) await close.ExecuteNonQueryAsync();

        // All have seen that it is missing, and are about to create it.
        var hosts = Enumerable.Range(0, 3).Select(_ => TestHosts.Plain(Arguments())).ToList();
        var migrations = hosts.Select(host => OnThreadOfItsOwnAsync(host.Services.GetRequiredService<Migrator>())).ToList();
        await Eventually.HoldsAsync(async () =>
        {
            await using var count = server.CreateCommand(waiting);
            count.Parameters.Add(new() { Value = target.Database });
            return (long)(await count.ExecuteScalarAsync())! == hosts.Count;
        }, "all to create the database");
        await closed.CommitAsync();

        (await Task.WhenAll(migrations)).Order().ShouldBe([0, 0, Scripts]);
        foreach (var host in hosts) await host.DisposeAsync();

        // Creating the database does not wait asynchronously.
        static Task<int> OnThreadOfItsOwnAsync(Migrator migrator) => Task.Factory.StartNew(
            () => migrator.RunAsync(default), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    [Test]
    public async Task Migrate_that_fails_says_why_in_a_line_and_keeps_only_what_came_before()
    {
        await CreateAsync();
        await ExecuteAsync("CREATE TABLE make_migrations_fail ()");
        await using var host = TestHosts.Plain(Arguments());
        var error = await Should.ThrowAsync<MigrationException>(host.Services.GetRequiredService<Migrator>().RunAsync(default));
        error.Message.ShouldBe("Migration Migrations/0002_fails_where_told.sql failed: told to fail (P0001)");

        // The host above still lives, and must not keep the next one waiting.
        (await RunAsync(TestHosts.Plain, "migrate")).ShouldBe((1, "", error.Message + "\n"));
        const string applied = "SELECT string_agg(scriptname, ' ' ORDER BY schemaversionsid) FROM schemaversions";
        (await ExecuteAsync(applied)).ShouldBe("shared/0001_messaging.sql shared/0002_session.sql Migrations/0001_tests.sql");
        (await ExecuteAsync("SELECT to_regclass('half_done') IS NULL")).ShouldBe(true);

        await ExecuteAsync("DROP TABLE make_migrations_fail");
        (await RunAsync(TestHosts.Plain, "migrate")).ShouldBe((0, "Applied 1 migrations.\n", ""));
    }

    [Test]
    public async Task Start_on_a_port_that_is_taken_says_so_in_a_line()
    {
        await using var owner = await TestService.StartAsync(TestHosts.Bare);
        var port = new Uri(owner.GrpcAddress).Port;
        var (exit, _, error) = await RunAsync(TestHosts.Bare, $"--Listen:GrpcPort={port}");
        exit.ShouldBe(1);
        error.ShouldStartWith("A port is taken:");
        error.ShouldContain($"{port}");
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Test]
    public async Task Healthcheck_asks_the_process_that_has_the_same_settings()
    {
        var port = FreePort.Take();
        (await RunAsync(TestHosts.Bare, "healthcheck", $"--Listen:HttpPort={port}"))
            .ShouldBe((1, "", $"http://127.0.0.1:{port}/health/ready does not answer.\n"));
        await using var service = await TestService.StartAsync(TestHosts.Bare, ("Listen:HttpPort", $"{port}"), ("Listen:DrainFor", "00:00:05"));
        (await RunAsync(TestHosts.Bare, "healthcheck", $"--Listen:HttpPort={port}", "--Listen:Address=0.0.0.0")).ShouldBe((0, "Ready.\n", ""));
        var stop = service.Services.GetRequiredService<IHost>().StopAsync(new CancellationToken(canceled: true));
        (await RunAsync(TestHosts.Bare, "healthcheck", $"--Listen:HttpPort={port}")).Exit.ShouldBe(1);
        await Should.ThrowAsync<OperationCanceledException>(stop);
    }

    [TestCase("Listen:DrainFor=00:01:00", "Listen:DrainFor must be 0 to 10 seconds, written as 00:00:05, not \"00:01:00\".")]
    [TestCase("Listen:HttpPort=-1", "Listen:HttpPort must be 0 to 65535.")]
    [TestCase("Listen:HttpProt=8091", "Listen:HttpProt is no setting. Under Listen there are: Address, GrpcPort, HttpPort, GrpcWeb, DrainFor.")]
    [TestCase("Services:Inventory=inventory", "Services:Inventory must be an address such as http://inventory:8083, several with commas between, or dns:///inventory:8083, not \"inventory\".")]
    [TestCase("Services:Inventory=http://a:1,dns:///b:2", "Services:Inventory must be an address such as http://inventory:8083, several with commas between, or dns:///inventory:8083, not \"http://a:1,dns:///b:2\".")]
    public async Task Start_with_a_setting_that_is_wrong_or_misspelt_says_what_it_should_be(string setting, string line) =>
        (await RunAsync(TestHosts.Publisher, "--Services:Cart=http://127.0.0.1:1", "--" + setting)).ShouldBe((1, "", line + "\n"));

    [Test]
    public async Task Start_with_a_wrong_setting_names_it_but_tells_no_password()
    {
        var (exit, _, error) = await RunAsync(TestHosts.Bare, "--Listen:Address=nowhere");
        (exit, error).ShouldBe((1, "Listen:Address must be an IP address, not \"nowhere\".\n"));
        (exit, _, error) = await RunAsync(TestHosts.Plain, "--ConnectionStrings:ServiceDefaults.Tests=Pasword=hunter2");
        (exit, error).ShouldBe((1, "ConnectionStrings:ServiceDefaults.Tests is not a PostgreSQL connection string.\n"));
    }

    [Test]
    public async Task Start_on_a_database_that_contradicts_a_setting_says_so_in_a_line_and_nothing_else()
    {
        const string line = "The database has 0 events.\n";
        (await RunAsync(TestHosts.Contradicting, "migrate")).ShouldBe((1, "", line));
        (await RunAsync(TestHosts.Contradicting)).ShouldBe((1, "", line));
    }

    [Test]
    public async Task Start_without_PostgreSQL_says_so_in_a_line()
    {
        var nobody = $"Host=127.0.0.1;Port={FreePort.Take()};Username=nobody;Password=none;Database=none";
        var (exit, _, error) = await RunAsync(TestHosts.Plain, "migrate", $"--ConnectionStrings:ServiceDefaults.Tests={nobody}");
        (exit, error).ShouldBe((1, "PostgreSQL does not answer. Check ConnectionStrings:Postgres.\n"));
    }

    /// <summary>Each watch would take one of the 128 inotify instances that a user may have.</summary>
    [Test]
    public void Build_watches_no_settings_file() =>
        ((IConfigurationRoot)ServiceHost.CreateBareBuilder([], "unwatched").Configuration).Providers.OfType<FileConfigurationProvider>()
            .ShouldAllBe(file => !file.Source.ReloadOnChange);

    [Test]
    public void Explain_leaves_what_is_a_bug_its_stack_trace() => ServiceRun.Explain(new InvalidOperationException()).ShouldBeNull();

    [Test]
    public async Task Pool_of_a_service_is_bounded_unless_its_setting_says_otherwise()
    {
        (await PoolAsync("")).ShouldBe(Math.Max(8, 4 * Environment.ProcessorCount));
        (await PoolAsync("Maximum Pool Size=7")).ShouldBe(7);

        static async Task<int> PoolAsync(string setting)
        {
            var connection = $"--ConnectionStrings:ServiceDefaults.Tests=Host=127.0.0.1;{setting}";
            await using var host = TestHosts.Plain([connection, "--environment=Development"]);
            return new NpgsqlConnectionStringBuilder(host.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString).MaxPoolSize;
        }
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(Func<string[], WebApplication> build, params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using StringWriter newOutput = new(), newError = new();
        Console.SetOut(newOutput);
        Console.SetError(newError);
        try
        {
            var exit = await ServiceRun.RunAsync(build, Arguments(arguments)).WaitAsync(TimeSpan.FromMinutes(1));
            return (exit, newOutput.ToString(), newError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>A command comes first, and settings of the test's own last, where they win.</summary>
    private string[] Arguments(params string[] own) =>
    [
        .. own.Where(argument => !argument.StartsWith('-')),
        "--environment=Development", "--Log:Level=Fatal", "--Telemetry:Enabled=false", "--Listen:GrpcPort=0", "--Listen:HttpPort=0",
        $"--ConnectionStrings:ServiceDefaults.Tests={_database}",
        .. own.Where(argument => argument.StartsWith('-')),
    ];

    private async Task CreateAsync()
    {
        var target = new NpgsqlConnectionStringBuilder(_database);
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_database) { Database = "postgres" });
        await using var create = server.CreateCommand($"CREATE DATABASE \"{target.Database}\"");
        await create.ExecuteNonQueryAsync();
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
