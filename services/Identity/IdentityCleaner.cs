using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Identity;

/// <summary>
/// Forgets what has ended: sessions a day after (so that a look into them is possible), with their tokens; spent refresh
/// tokens that are too old to be told from unknown ones; mailed tokens; counted attempts. Replicas may clean at once.
/// </summary>
internal sealed partial class IdentityCleaner(Database database, TimeProvider time, ILogger<IdentityCleaner> log)
    : PeriodicWorker("cleaning up sessions", TimeSpan.FromHours(1), time, log)
{
    /// <summary>How many are removed at once: few enough that nobody waits for the locks.</summary>
    public const int BatchSize = 1000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private static readonly (string What, string Sql)[] Ended =
    [
        ("sessions", """
            DELETE FROM session WHERE id IN (
                SELECT id FROM session WHERE ended_at < @Before ORDER BY ended_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
        // Of a family the one unused token is good for longest: with its end the family has ended, whoever comes.
        ("sessions", """
            DELETE FROM session WHERE id IN (
                SELECT s.id FROM refresh_token t JOIN session s ON s.id = t.session_id
                WHERE t.expires_at < @Before AND t.used_at IS NULL ORDER BY t.expires_at LIMIT @BatchSize FOR UPDATE OF s SKIP LOCKED)
            """),
        ("refresh tokens", """
            DELETE FROM refresh_token WHERE hash IN (
                SELECT hash FROM refresh_token WHERE expires_at < @Before ORDER BY expires_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
        ("mailed tokens", """
            DELETE FROM mailed_token WHERE hash IN (
                SELECT hash FROM mailed_token WHERE expires_at < @Before ORDER BY expires_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
        ("counted attempts", """
            DELETE FROM attempt_count WHERE key IN (
                SELECT key FROM attempt_count WHERE forget_at < @Before AND blocked_until < @Before
                ORDER BY forget_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
    ];

    private readonly TimeProvider _time = time;

    /// <summary>Removes all that is due.</summary>
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var before = (_time.GetUtcNow() - Kept).UtcDateTime;
        foreach (var (what, sql) in Ended)
        {
            int removed;
            do
            {
                removed = await database.ExecuteAsync(sql, new { Before = before, BatchSize }, stopping);
                if (removed > 0) LogRemoved(removed, what);
            }
            while (removed == BatchSize);
        }
    }

    [LoggerMessage(2, LogLevel.Information, "{Count} old {What} were removed")]
    private partial void LogRemoved(int count, string what);
}
