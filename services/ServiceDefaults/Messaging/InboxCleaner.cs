using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// Forgets which facts were applied, a month after. By then none comes again by itself: a relay gives up after ten
/// refusals, and starts over only for a dead letter that an admin puts back. One that was applied though nobody said so,
/// and comes again after a month, is applied again. Replicas may clean at once.
/// </summary>
internal sealed partial class InboxCleaner(Database database, TimeProvider time, ILogger<InboxCleaner> log)
    : PeriodicWorker("cleaning the inbox", TimeSpan.FromHours(1), time, log)
{
    /// <summary>How many are removed at once: few enough that nobody waits for the locks.</summary>
    public const int BatchSize = 1000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string Forget = """
        DELETE FROM inbox WHERE event_id IN (
            SELECT event_id FROM inbox WHERE received_at < now() - @Kept ORDER BY received_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
        """;

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        int removed;
        do
        {
            removed = await database.ExecuteAsync(Forget, new { Kept, BatchSize }, stopping);
            if (removed > 0) LogForgot(removed);
        }
        while (removed == BatchSize);
    }

    [LoggerMessage(2, LogLevel.Information, "{Count} old facts were removed from the inbox")]
    private partial void LogForgot(int count);
}
