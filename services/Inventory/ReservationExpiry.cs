using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.Extensions.Options;

namespace CommerceKata.Inventory;

/// <summary>Ends reservations that nobody settled or released in time. Any number of replicas may do it at once.</summary>
internal sealed partial class ReservationExpiry(
    ReservationStore store, IOptions<InventoryOptions> options, TimeProvider time, ILogger<ReservationExpiry> log)
    : PeriodicWorker("the expiry of reservations", options.Value.ExpiryInterval, time, log)
{
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        while (await store.ExpireAsync(stopping) is > 0 and var count) LogExpired(count);
    }

    [LoggerMessage(2, LogLevel.Information, "{Count} reservations expired")]
    private partial void LogExpired(int count);
}
