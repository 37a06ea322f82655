using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Does its round at the start and every so often, until the process stops. A round that fails is logged, and the next
/// one tries again. A loop cannot overlap with itself; replicas may run it at once, so a round must bear company.
/// </summary>
/// <param name="name">What a round does, for logs: "the expiry of reservations".</param>
/// <param name="interval">The pause between two rounds.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public abstract partial class PeriodicWorker(string name, TimeSpan interval, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>One round.</summary>
    /// <param name="stopping">Ends it when the process stops; what is due then is found by the next process.</param>
    protected abstract Task RoundAsync(CancellationToken stopping);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            do await TryRoundAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryRoundAsync(CancellationToken stopping)
    {
        try
        {
            await RoundAsync(stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            LogFailed(name, error);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A round of {Work} failed; the next one tries again")]
    private partial void LogFailed(string work, Exception error);
}
