namespace CommerceKata.Billing;

/// <summary>
/// Reconciles at start, which is when there is most to mend, and every so often. A timer and not Quartz: a loop cannot
/// overlap with itself, replicas are kept apart by the claims in the database, and nothing here needs a calendar.
/// </summary>
internal sealed partial class ReconciliationSchedule(
    Reconciliation reconciliation, StripeOptions options, TimeProvider time, ILogger<ReconciliationSchedule> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.ReconcileEvery, time);
        try
        {
            do await RoundAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; what is due is found by the next one.
        }
    }

    private async Task RoundAsync(CancellationToken stopping)
    {
        try
        {
            await reconciliation.RoundAsync(stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Reconciliation failed; the next round tries again")]
    private partial void LogFailed(Exception error);
}
