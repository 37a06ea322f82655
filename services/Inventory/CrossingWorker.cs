using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Inventory;

/// <summary>Wakes the crossing worker after a change that an admin or another service waits to see told.</summary>
internal sealed class CrossingSignal : QueueSignal;

/// <summary>A line that what can be sold of a product went over, as the triggers on <c>stock</c> noted it.</summary>
/// <param name="Seq">The key; the crossings of a product have growing ones.</param>
/// <param name="Attempts">Which attempt this is.</param>
/// <param name="Id">Names it for others.</param>
/// <param name="ProductId">The product.</param>
/// <param name="Kind">Which line, and which way.</param>
/// <param name="Available">Units that could be sold after it.</param>
/// <param name="Threshold">Its threshold then.</param>
internal sealed record StockCrossing(long Seq, int Attempts, Guid Id, Guid ProductId, string Kind, int Available, int Threshold) : IQueueRow
{
    public const string RanLow = "RAN_LOW";
    public const string SoldOut = "SOLD_OUT";
    public const string InStock = "IN_STOCK";
}

/// <summary>
/// Works the crossings off: suggests a purchase order for what ran low, and tells the others. A crossing goes in the
/// transaction that publishes it, so each is told once, whatever crashes and however many replicas look.
/// </summary>
internal sealed class CrossingWorker(
    Database database, Outbox outbox, Suggestions suggestions, CrossingSignal signal, TimeProvider time,
    ILogger<CrossingWorker> log)
    : QueueWorker<StockCrossing>(new(database, Table), signal, time, log)
{
    private const string Take = "DELETE FROM stock_crossing WHERE seq = @Seq AND attempts = @Attempts";

    private static readonly QueueTable Table = new(
        "stock_crossing",
        "q.seq, q.attempts, q.id, q.product_id, q.kind, q.available, q.threshold",
        "true",
        // Each removed itself.
        Done: "SELECT",
        Dead: "SELECT",
        MaxAttempts: int.MaxValue,
        Lease: TimeSpan.FromSeconds(30))
    {
        LongestPause = TimeSpan.FromMinutes(1),
    };

    /// <summary>For its metrics: it gives up on none.</summary>
    public static readonly WatchedQueue Watched = new("""
        SELECT 'stock crossings' AS queue, count(*) AS depth, COALESCE(EXTRACT(EPOCH FROM now() - min(due_at)), 0)::float8 AS oldest_seconds, 0::bigint AS dead
        FROM stock_crossing WHERE due_at <= now()
        """);

    private readonly Database _database = database;

    protected override string Name => "stock crossings";

    protected override async Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<StockCrossing> rows)
    {
        Dictionary<long, string> failures = [];
        foreach (var row in rows)
        {
            try
            {
                // Not cancelled by the shutdown: it is a few milliseconds, and then it is done.
                await _database.TransactionAsync(transaction => TellAsync(row, transaction, CancellationToken.None), CancellationToken.None);
            }
            catch (Exception error)
            {
                failures[row.Seq] = error.GetType().Name;
            }
        }

        return failures;
    }

    private async Task TellAsync(StockCrossing crossing, Transaction transaction, CancellationToken cancel)
    {
        if (await transaction.ExecuteAsync(Take, new { crossing.Seq, crossing.Attempts }, cancel) == 0) return;
        await (crossing.Kind == StockCrossing.RanLow ? SuggestAsync(crossing, transaction, cancel) : outbox.PublishAsync(
            transaction, "product", crossing.ProductId, new AvailabilityChanged
            {
                ProductId = crossing.ProductId.ToString(),
                InStock = crossing.Kind == StockCrossing.InStock,
                Version = crossing.Seq,
            }, cancel));
        transaction.AfterCommit(() => InventoryMetrics.Crossed(crossing.Kind));
        KillPoint.Reach("inventory.telling");
    }

    /// <summary>The quantity is of what is there by now; the event says what crossed.</summary>
    private async Task SuggestAsync(StockCrossing crossing, Transaction transaction, CancellationToken cancel)
    {
        var (shelf, suggested) = await suggestions.SuggestAsync(transaction, crossing.ProductId, cancel);
        await outbox.PublishAsync(transaction, "product", crossing.ProductId, new StockRanLow
        {
            ProductId = crossing.ProductId.ToString(),
            Available = crossing.Available,
            Threshold = crossing.Threshold,
            PurchaseOrderId = suggested?.Id.ToString() ?? "",
            SuggestedQuantity = suggested?.Quantity ?? 0,
            Sku = shelf.Sku,
            Name = shelf.Name,
            OnOrder = (int)Math.Min(shelf.OnOrder, int.MaxValue),
            CrossingId = crossing.Id.ToString(),
        }, cancel);
    }
}
