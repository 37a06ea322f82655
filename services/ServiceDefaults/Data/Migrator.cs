using System.Reflection;
using DbUp;
using DbUp.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>A migration failed; the ones before it stay, the failed one left nothing.</summary>
/// <param name="message">Which one, and why.</param>
/// <param name="inner">What PostgreSQL said.</param>
public sealed class MigrationException(string message, Exception inner) : Exception(message, inner);

/// <summary>Puts first data into a new database, once.</summary>
public interface ISeeder
{
    /// <summary>Adds the data, or does nothing when it is there.</summary>
    /// <param name="transaction">Everything happens in this transaction, under the migration lock.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task SeedAsync(Transaction transaction, CancellationToken cancel);
}

/// <summary>
/// Brings a service's database up to date: creates it if missing, then runs the numbered scripts that it has not
/// seen, each in a transaction of its own, then the seeders, then what has to be done to rows that were there before. An advisory lock lets one process at a time do it.
/// </summary>
internal sealed partial class Migrator(
    NpgsqlDataSource source, Database database, MigrationScripts scripts, IEnumerable<ISeeder> seeders, IEnumerable<IBackfill> backfills,
    TimeProvider time, ILogger<Migrator> log)
{
    /// <summary>Any number, as long as every process uses the same: "CKMG" in ASCII.</summary>
    private const long LockKey = 0x434B4D47;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs what is missing.</summary>
    /// <returns>How many scripts were applied.</returns>
    /// <exception cref="MigrationException">A script failed.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        CreateDatabase();
        await using var guard = await source.OpenConnectionAsync(cancel);
        // The lock ends with this transaction, also when a script fails: the pool would keep a session's lock.
        await using var untilDone = await guard.BeginTransactionAsync(cancel);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({LockKey})", guard) { CommandTimeout = 0 })
            await take.ExecuteNonQueryAsync(cancel);

        var result = DeployChanges.To.PostgresqlDatabase(scripts.ConnectionString)
            .WithScripts(scripts.All).WithTransactionPerScript().WithVariablesDisabled().LogTo(new DbUpLog(log)).Build().PerformUpgrade();
        if (!result.Successful) throw new MigrationException($"Migration {result.ErrorScript?.Name} failed: {Why(result.Error)}", result.Error);
        await database.TransactionAsync(async transaction =>
        {
            foreach (var seeder in seeders) await seeder.SeedAsync(transaction, cancel);
        }, cancel);

        foreach (var backfill in backfills) await FillAsync(backfill, cancel);
        var applied = result.Scripts.Count();
        if (applied > 0) LogApplied(applied);
        return applied;
    }

    private async Task FillAsync(IBackfill backfill, CancellationToken cancel)
    {
        var (done, told) = (0, time.GetTimestamp());
        while (await backfill.RunBatchAsync(cancel) is > 0 and var count)
        {
            done += count;
            if (time.GetElapsedTime(told) < ProgressInterval) continue;
            LogFilled(backfill.What, done);
            told = time.GetTimestamp();
        }

        if (done > 0) LogFilled(backfill.What, done);
    }

    private void CreateDatabase()
    {
        try
        {
            EnsureDatabase.For.PostgresqlDatabase(scripts.ConnectionString, new DbUpLog(log));
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica that starts now created it a moment ago.
        }
    }

    private static string Why(Exception error) => error is PostgresException sql ? $"{sql.MessageText} ({sql.SqlState})" : error.Message;

    [LoggerMessage(1, LogLevel.Information, "Applied {Count} migrations")]
    private partial void LogApplied(int count);

    [LoggerMessage(2, LogLevel.Information, "Brought {What} up to date: {Count} rows so far")]
    private partial void LogFilled(string what, int count);
}

/// <summary>A service's scripts: those that all share (outbox, inbox), then its own.</summary>
/// <param name="ConnectionString">Its database.</param>
/// <param name="Service">The assembly that carries its scripts as resources <c>Migrations/*.sql</c>.</param>
internal sealed record MigrationScripts(string ConnectionString, Assembly Service)
{
    public IEnumerable<SqlScript> All => [.. From(typeof(MigrationScripts).Assembly, group: 0), .. From(Service, group: 1)];

    /// <summary>DbUp sorts by group, then by name.</summary>
    private static IEnumerable<SqlScript> From(Assembly assembly, int group) => assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Select(name => new SqlScript(name, Read(assembly, name), new SqlScriptOptions { RunGroupOrder = group }));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>Migrates before the first request, where <c>Migrations:AtStart</c> says so (outside production, unless set).</summary>
internal sealed class MigrateAtStart(Migrator migrator, IConfiguration settings, IHostEnvironment environment) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        settings.GetValue("Migrations:AtStart", !environment.IsProduction()) ? migrator.RunAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
