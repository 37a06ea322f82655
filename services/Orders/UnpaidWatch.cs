using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Orders;

/// <summary>What waits for its payment now.</summary>
/// <param name="Orders">Orders.</param>
/// <param name="Units">Units that Inventory holds for them.</param>
internal sealed record UnpaidState(long Orders, long Units);

/// <summary>Looks now and then at what is held unpaid, so that a scrape costs no query. Replicas say the same.</summary>
internal sealed class UnpaidWatch(Database database, TimeProvider time, ILogger<UnpaidWatch> log)
    : PeriodicWorker("watching unpaid orders", TimeSpan.FromSeconds(15), time, log)
{
    private const string Look = """
        SELECT count(DISTINCT o.id) AS orders, COALESCE(sum(l.quantity), 0)::bigint AS units
        FROM orders o JOIN order_line l ON l.order_id = o.id WHERE o.status = 'AWAITING_PAYMENT'
        """;

    protected override async Task RoundAsync(CancellationToken stopping) =>
        CheckoutMetrics.Seen((await database.QuerySingleOrDefaultAsync<UnpaidState>(Look, null, stopping))!);
}
