using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.Extensions.Options;

namespace CommerceKata.Inventory;

/// <summary>
/// What Inventory would order: for a product that is low, as many as fill it up again. A suggestion follows the stock, the
/// threshold and what is on order, or goes. What an admin changes it follows at once; sales and other changes within a
/// second (<see cref="SuggestionWorker"/>), since they are many and write nothing for it. Why: docs/adr/0032.
/// </summary>
internal sealed class Suggestions(Database database, IOptions<InventoryOptions> options)
{
    /// <summary>So many are looked at in a round of the worker.</summary>
    public const int Most = 1_000;

    /// <summary>Tries to follow at once; the worker has the next one.</summary>
    private const int Tries = 3;

    private const string OnOrder = """
        (SELECT COALESCE(sum(o.quantity - o.received), 0) FROM purchase_order o
         WHERE o.product_id = s.product_id AND o.status IN ('PLACED', 'PARTIALLY_RECEIVED')) AS on_order
        """;

    private const string Open = $"""
        SELECT p.id, p.product_id, p.quantity, s.on_hand - s.reserved AS available, s.threshold, {OnOrder}
        FROM purchase_order p JOIN stock s ON s.product_id = p.product_id WHERE p.status = 'SUGGESTED'
        """;

    /// <summary>Suggests to order what is missing, or has what is suggested say that; null when nothing is missing.</summary>
    public async Task<(Shelf Shelf, PurchaseOrder? Suggested)> SuggestAsync(ISql sql, Guid productId, CancellationToken cancel)
    {
        const string look = $"""
            SELECT s.sku, s.name, s.on_hand - s.reserved AS available, s.threshold, {OnOrder} FROM stock s WHERE s.product_id = @productId
            """;
        const string suggest = $"""
            INSERT INTO purchase_order (id, product_id, status, quantity) VALUES (@Id, @ProductId, 'SUGGESTED', @Quantity)
            ON CONFLICT (product_id) WHERE status = 'SUGGESTED' DO UPDATE SET quantity = EXCLUDED.quantity
            RETURNING {PurchaseOrderStore.Columns}
            """;
        var shelf = await sql.QuerySingleOrDefaultAsync<Shelf>(look, new { productId }, cancel)
            ?? throw new InvalidOperationException("The record of the product is gone.");
        var quantity = Missing(shelf.Threshold, shelf.Available, shelf.OnOrder);
        return (shelf, quantity == 0 ? null : await sql.QuerySingleOrDefaultAsync<PurchaseOrder>(
            suggest, new { Id = Guid.CreateVersion7(), ProductId = productId, Quantity = quantity }, cancel));
    }

    /// <summary>Has the suggestion of a product, if there is one, say what is missing now, or go.</summary>
    public async Task FollowAsync(Guid productId, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var open = await database.QueryAsync<OpenSuggestion>($"{Open} AND p.product_id = @productId", new { productId }, cancel);
            if (await ChangeAsync(open, cancel) == 0) return;
        }
    }

    /// <summary>The same of many suggestions: the next ones by product.</summary>
    /// <returns>The last product that was looked at; null when there are no more behind it.</returns>
    public async Task<Guid?> FollowManyAsync(Guid after, CancellationToken cancel)
    {
        var open = await database.QueryAsync<OpenSuggestion>(
            $"{Open} AND p.product_id > @after ORDER BY p.product_id LIMIT @Most", new { after, Most }, cancel);
        await ChangeAsync(open, cancel);
        return open.Count == Most ? open[^1].ProductId : null;
    }

    /// <summary>How many were not what they should be.</summary>
    private async Task<int> ChangeAsync(IReadOnlyList<OpenSuggestion> open, CancellationToken cancel)
    {
        // One that was changed, placed or cancelled since it was read is left as it is by now.
        const string change = """
            WITH wanted AS (SELECT * FROM unnest(@Ids, @Before, @Quantities) AS w (id, before, quantity)),
            held AS MATERIALIZED (
                SELECT id FROM purchase_order WHERE id = ANY(@Ids) AND status = 'SUGGESTED' ORDER BY id FOR NO KEY UPDATE)
            UPDATE purchase_order p SET quantity = CASE WHEN w.quantity = 0 THEN p.quantity ELSE w.quantity END,
                status = CASE WHEN w.quantity = 0 THEN 'CANCELLED' ELSE p.status END
            FROM held JOIN wanted w USING (id) WHERE p.id = held.id AND p.status = 'SUGGESTED' AND p.quantity = w.before
            """;
        var wrong = open.Select(each => (each, Quantity: Missing(each.Threshold, each.Available, each.OnOrder)))
            .Where(pair => pair.Quantity != pair.each.Quantity).ToList();
        if (wrong.Count == 0) return 0;
        await database.ExecuteAsync(change, new
        {
            Ids = wrong.Select(pair => pair.each.Id).ToArray(),
            Before = wrong.Select(pair => pair.each.Quantity).ToArray(),
            Quantities = wrong.Select(pair => pair.Quantity).ToArray(),
        }, cancel);
        return wrong.Count;
    }

    private int Missing(int threshold, int available, long onOrder) =>
        PurchaseOrder.SuggestedQuantity(threshold, available, onOrder, options.Value.OrderUpTo);

    private sealed record OpenSuggestion(Guid Id, Guid ProductId, int Quantity, int Available, int Threshold, long OnOrder);
}

/// <summary>What is there of a product, and what is on its way.</summary>
internal sealed record Shelf(string Sku, string Name, int Available, int Threshold, long OnOrder);

/// <summary>Has suggestions follow what is sold, held, given back and returned. Replicas may do it at once.</summary>
internal sealed class SuggestionWorker(Suggestions suggestions, TimeProvider time, ILogger<SuggestionWorker> log)
    : PeriodicWorker("following the stock with suggestions", TimeSpan.FromSeconds(1), time, log)
{
    /// <summary>Of very many each round takes some, so that none costs more than a few milliseconds.</summary>
    private Guid _after = Guid.Empty;

    protected override async Task RoundAsync(CancellationToken stopping) =>
        _after = await suggestions.FollowManyAsync(_after, stopping) ?? Guid.Empty;
}
