using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.Extensions.Options;

namespace CommerceKata.Inventory;

/// <summary>
/// Stands in for a supplier where there is none: confirms placed purchase orders after a while, with the day on which it
/// means to deliver. It never receives anything: that is for an admin, who counts what came.
/// </summary>
internal sealed partial class SimulatedSupplier(
    PurchaseOrderStore store, IOptions<InventoryOptions> options, TimeProvider time, ILogger<SimulatedSupplier> log)
    : PeriodicWorker("the simulated supplier", TimeSpan.FromSeconds(1), time, log)
{
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        if (options.Value.Supplier is not { ConfirmAfter: { } after, DeliverIn: var deliverIn }) return;
        if (await store.ConfirmAsync(after, deliverIn, stopping) is > 0 and var count) LogConfirmed(count);
    }

    [LoggerMessage(2, LogLevel.Information, "The supplier confirmed {Count} purchase orders")]
    private partial void LogConfirmed(int count);
}
