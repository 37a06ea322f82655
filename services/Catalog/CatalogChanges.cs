using CommerceKata.ServiceDefaults.Data;
using Npgsql;

namespace CommerceKata.Catalog;

/// <summary>
/// Hears from PostgreSQL of each committed change of the catalog, whoever made it, and has this process forget what it knew. While
/// it cannot hear, the cache is closed.
/// </summary>
internal sealed partial class CatalogChanges(
    ListenConnections connections, Database database, CatalogCache cache, TimeProvider time, ILogger<CatalogChanges> log) : BackgroundService
{
    /// <summary>What the triggers of the migrations 0003 and 0004 notify.</summary>
    private const string Name = "catalog_changed";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (probe, heard, told) = (Guid.NewGuid().ToString("N"), false, false);
        try
        {
            await connections.ListenAsync(Name, Hear, OpenAsync, Lose, time, stoppingToken);
        }
        finally
        {
            cache.Close();
        }

        void Hear(string payload)
        {
            if (payload == probe) heard = true;
            else cache.Clear();
        }

        async Task OpenAsync(NpgsqlConnection connection)
        {
            heard = false;
            await ProbeAsync(probe, stoppingToken);
            while (!heard)
            {
                if (!await connection.WaitAsync(Patience, stoppingToken)) throw new TimeoutException("No notification comes through.");
            }

            cache.Open();
            told = false;
        }

        void Lose(Exception error)
        {
            cache.Close();
            if (!told) LogNotListening(error);
            told = true;
        }
    }

    /// <summary>A pooler may swallow what is listened for, and before the migration nobody tells: both would look like no change at all.</summary>
    private async Task ProbeAsync(string probe, CancellationToken stopping)
    {
        const string triggers = """
            SELECT count(*) = 3 FROM pg_trigger
            WHERE tgfoid = to_regproc('tell_catalog_changed') AND tgrelid IN (to_regclass('product'), to_regclass('category')) AND tgenabled = 'O'
            """;
        if (!await database.QuerySingleOrDefaultAsync<bool>(triggers, null, stopping))
            throw new InvalidOperationException("The triggers that tell of changes are not there yet.");
        await database.ExecuteAsync("SELECT pg_notify(@Name, @probe)", new { Name, probe }, stopping);
    }

    [LoggerMessage(1, LogLevel.Warning, "Changes of the catalog are not heard of for now: everything is read from the database")]
    private partial void LogNotListening(Exception error);
}
