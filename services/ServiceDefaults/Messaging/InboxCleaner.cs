using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// Forgets which facts were applied, a month after. By then none comes again by itself: a relay gives up after ten
/// attempts, within the hour that it runs, and starts over only for a dead letter that an admin puts back. One that was
/// applied though nobody said so, and is put back after a month, is applied again. Replicas may clean at once.
/// </summary>
internal sealed partial class InboxCleaner(Database database, TimeProvider time, ILogger<InboxCleaner> log) : BackgroundService
{
    /// <summary>How many are removed at once: few enough that nobody waits for the locks.</summary>
    public const int BatchSize = 1000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private const string Forget = """
        DELETE FROM inbox WHERE event_id IN (
            SELECT event_id FROM inbox WHERE received_at < now() - @Kept ORDER BY received_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do await RoundAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; what is old now is old for the next one.
        }
    }

    private async Task RoundAsync(CancellationToken stopping)
    {
        try
        {
            int removed;
            do
            {
                removed = await database.ExecuteAsync(Forget, new { Kept, BatchSize }, stopping);
                if (removed > 0) LogForgot(removed);
            }
            while (removed == BatchSize);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} old facts were removed from the inbox")]
    private partial void LogForgot(int count);

    [LoggerMessage(2, LogLevel.Warning, "The inbox could not be cleaned; the next round tries again")]
    private partial void LogFailed(Exception error);
}
