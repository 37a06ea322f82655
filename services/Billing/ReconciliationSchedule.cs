using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Billing;

/// <summary>
/// Reconciles at start, which is when there is most to mend, and every so often. A timer and not Quartz: replicas are kept
/// apart by the claims in the database, and nothing here needs a calendar.
/// </summary>
internal sealed class ReconciliationSchedule(
    Reconciliation reconciliation, StripeOptions options, TimeProvider time, ILogger<ReconciliationSchedule> log)
    : PeriodicWorker("reconciliation with the gateway", options.ReconcileEvery, time, log)
{
    protected override Task RoundAsync(CancellationToken stopping) => reconciliation.RoundAsync(stopping);
}
