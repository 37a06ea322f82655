using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Inventory;

/// <summary>How the shelves stand.</summary>
/// <param name="Oversold">Products that hold more units for orders than there are; a constraint forbids it, and somebody may drop a constraint.</param>
/// <param name="SoldOut">Products of which nothing can be sold.</param>
/// <param name="Low">Products of which less than their threshold can be sold.</param>
internal sealed record StockState(long Oversold, long SoldOut, long Low);

/// <summary>Looks at the shelves now and then, so that a scrape costs no query. Replicas say the same.</summary>
internal sealed class StockWatch(Database database, TimeProvider time, ILogger<StockWatch> log)
    : PeriodicWorker("watching the stock", TimeSpan.FromSeconds(15), time, log)
{
    private const string Look = """
        SELECT count(*) FILTER (WHERE reserved > on_hand) AS oversold, count(*) FILTER (WHERE on_hand <= reserved) AS sold_out,
            count(*) FILTER (WHERE on_hand - reserved < threshold) AS low
        FROM stock
        """;

    protected override async Task RoundAsync(CancellationToken stopping) =>
        InventoryMetrics.Seen((await database.QuerySingleOrDefaultAsync<StockState>(Look, null, stopping))!);
}
