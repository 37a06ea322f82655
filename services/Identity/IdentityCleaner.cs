using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>
/// Forgets what has ended: sessions a day after (so that a look into them is possible), with their tokens; spent refresh
/// tokens that are too old to be told from unknown ones; mailed tokens; counted attempts.
/// </summary>
internal sealed class IdentityCleaner(Database database, TimeProvider time, ILogger<IdentityCleaner> log) : Cleaner("sessions", database, time, log)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override IEnumerable<Retention> Retentions { get; } =
    [
        new("old sessions were removed", Day, """
            DELETE FROM session WHERE id IN (
                SELECT id FROM session WHERE ended_at < @Before ORDER BY ended_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
        // Of a family the one unused token is good for longest: with its end the family has ended, whoever comes.
        new("old sessions were removed", Day, """
            DELETE FROM session WHERE id IN (
                SELECT s.id FROM refresh_token t JOIN session s ON s.id = t.session_id
                WHERE t.expires_at < @Before AND t.used_at IS NULL ORDER BY t.expires_at LIMIT @BatchSize FOR UPDATE OF s SKIP LOCKED)
            """),
        new("old refresh tokens were removed", Day, """
            DELETE FROM refresh_token WHERE hash IN (
                SELECT hash FROM refresh_token WHERE expires_at < @Before ORDER BY expires_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
        new("old mailed tokens were removed", Day, """
            DELETE FROM mailed_token WHERE hash IN (
                SELECT hash FROM mailed_token WHERE expires_at < @Before ORDER BY expires_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
        new("old counted attempts were removed", Day, """
            DELETE FROM attempt_count WHERE key IN (
                SELECT key FROM attempt_count WHERE forget_at < @Before AND blocked_until < @Before
                ORDER BY forget_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
    ];
}
