using Microsoft.Extensions.Options;

namespace CommerceKata.Inventory;

/// <summary>Ends reservations that nobody settled or released in time. Any number of replicas may do it at once.</summary>
internal sealed partial class ReservationExpiry(
    ReservationStore store, IOptions<InventoryOptions> options, TimeProvider time, ILogger<ReservationExpiry> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ExpiryInterval, time);
        try
        {
            do await RoundAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; what is due now waits for the next one.
        }
    }

    private async Task RoundAsync(CancellationToken stopping)
    {
        try
        {
            while (await store.ExpireAsync(stopping) is > 0 and var count) LogExpired(count);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} reservations expired")]
    private partial void LogExpired(int count);

    [LoggerMessage(2, LogLevel.Warning, "Reservations could not be expired; the next round tries again")]
    private partial void LogFailed(Exception error);
}
