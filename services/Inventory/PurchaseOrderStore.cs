using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using Npgsql;

namespace CommerceKata.Inventory;

/// <summary>
/// All SQL about purchase orders. Locks are taken as everywhere here: the stock row, then the purchase order. Each change
/// is one statement, so that the row of a product in demand is never locked while a network is waited for.
/// </summary>
internal sealed class PurchaseOrderStore(Database database, Suggestions suggestions, CrossingSignal signal)
{
    public const string Columns =
        "seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at";

    public Task<PurchaseOrder?> FindAsync(Guid id, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<PurchaseOrder>($"SELECT {Columns} FROM purchase_order WHERE id = @id", new { id }, cancel);

    public Task<IReadOnlyList<PurchaseOrder>> GetManyAsync(Guid[] ids, CancellationToken cancel) =>
        database.QueryAsync<PurchaseOrder>($"SELECT {Columns} FROM purchase_order WHERE id = ANY(@ids)", new { ids }, cancel);

    /// <summary>One page, newest first, and where it stands.</summary>
    public async Task<(IReadOnlyList<PurchaseOrder> Rows, PageInfo Info)> ListAsync(PurchaseOrderQuery query, CancellationToken cancel)
    {
        var (direction, beyond) = query.Page.Backward ? ("ASC", ">") : ("DESC", "<");
        var keyset = query.Beyond is null ? "" : $"AND seq {beyond} @Beyond";
        var rows = await database.QueryAsync<PurchaseOrder>(
            $"SELECT {Columns} FROM purchase_order WHERE {Matches(query)} {keyset} ORDER BY seq {direction} LIMIT @Limit",
            new { query.Statuses, query.Beyond, query.Page.Limit }, cancel);
        return query.Page.Cut(rows, row => row.CursorIn(query.Page.List));
    }

    /// <summary>How many match.</summary>
    public Task<int> CountAsync(PurchaseOrderQuery query, CancellationToken cancel) => database.QuerySingleOrDefaultAsync<int>(
        $"SELECT count(*)::int FROM purchase_order WHERE {Matches(query)}", new { query.Statuses }, cancel);

    /// <summary>
    /// Places a suggested one, with what it says now or with another quantity, or finds it placed; null when there is
    /// none of this id.
    /// </summary>
    public async Task<PurchaseOrder?> PlaceAsync(Guid id, int? quantity, CancellationToken cancel)
    {
        const string sql = """
            UPDATE purchase_order SET status = 'PLACED', placed_at = now(), quantity = COALESCE(@quantity, quantity)
            WHERE id = @id AND status = 'SUGGESTED'
            """;
        if (quantity is null && await FindAsync(id, cancel) is { Status: PurchaseOrder.Suggested } suggested)
            await suggestions.FollowAsync(suggested.ProductId, cancel);
        await database.ExecuteAsync(sql, new { id, quantity }, cancel);
        return await FindAsync(id, cancel);
    }

    /// <summary>Places a new one instead of what is suggested for the product; null when there is no such product.</summary>
    public Task<PurchaseOrder?> PlaceNewAsync(Guid productId, int quantity, CancellationToken cancel)
    {
        const string sql = $"""
            WITH instead AS (
                UPDATE purchase_order SET status = 'CANCELLED' WHERE product_id = @ProductId AND status = 'SUGGESTED')
            INSERT INTO purchase_order (id, product_id, status, quantity, placed_at)
            SELECT @Id, product_id, 'PLACED', @Quantity, now() FROM stock WHERE product_id = @ProductId
            RETURNING {Columns}
            """;
        return database.QuerySingleOrDefaultAsync<PurchaseOrder>(
            sql, new { Id = Guid.CreateVersion7(), ProductId = productId, Quantity = quantity }, cancel);
    }

    /// <summary>Puts goods on the shelf, once per receipt.</summary>
    /// <exception cref="Fault">No such purchase order, more than is open, or the receipt was for other goods.</exception>
    public async Task<Receiving> ReceiveAsync(Guid id, int quantity, Guid receiptId, CancellationToken cancel)
    {
        // Whoever loses a race looks again; a purchase order only moves forward, so this comes to an end.
        while (true)
        {
            if (await TryReceiveAsync(id, quantity, receiptId, cancel) is { } received)
            {
                KillPoint.Reach("inventory.received");
                signal.Wake();
                await suggestions.FollowAsync(received.ProductId, cancel);
                InventoryMetrics.HasReceived(quantity);
                return new Receiving.Received(received);
            }

            var receipt = await FindReceiptAsync(receiptId, cancel);
            var order = await FindAsync(id, cancel) ?? throw Fault.NotFound("purchase order");
            if (receipt is not null)
            {
                if (receipt != new Receipt(id, quantity)) throw Fault.Invalid("receipt_id", new("REUSED", "was used for other goods"));
                return new Receiving.Received(order);
            }

            if (!order.AwaitsGoods) return new Receiving.Refused(order.Status);
            if (quantity > order.Open) throw Fault.Invalid("quantity", new("TOO_LARGE", $"must be {order.Open} at most: no more are open", ("max", $"{order.Open}")));
        }
    }

    /// <summary>The supplier confirms what was placed so long ago; says how many.</summary>
    public Task<int> ConfirmAsync(TimeSpan after, TimeSpan deliverIn, CancellationToken cancel)
    {
        const string sql = """
            UPDATE purchase_order SET confirmed_at = now(), expected_at = now() + @DeliverIn
            WHERE status IN ('PLACED', 'PARTIALLY_RECEIVED') AND confirmed_at IS NULL AND placed_at <= now() - @After
            """;
        return database.ExecuteAsync(sql, new { After = after, DeliverIn = deliverIn }, cancel);
    }

    /// <summary>All of it in one statement; null when nothing was done.</summary>
    private async Task<PurchaseOrder?> TryReceiveAsync(Guid id, int quantity, Guid receiptId, CancellationToken cancel)
    {
        const string sql = $"""
            WITH held AS MATERIALIZED (
                SELECT product_id FROM stock WHERE product_id = (SELECT product_id FROM purchase_order WHERE id = @Id) FOR NO KEY UPDATE),
            received AS (
                UPDATE purchase_order p SET received = p.received + @Quantity,
                    status = CASE WHEN p.received + @Quantity = p.quantity THEN 'RECEIVED' ELSE 'PARTIALLY_RECEIVED' END
                FROM (SELECT count(*) FROM held) AS shelf_is_held
                WHERE p.id = @Id AND p.status IN ('PLACED', 'PARTIALLY_RECEIVED') AND p.received + @Quantity <= p.quantity
                    AND NOT EXISTS (SELECT FROM goods_receipt WHERE id = @ReceiptId)
                RETURNING p.*),
            receipt AS (
                INSERT INTO goods_receipt (id, purchase_order_id, quantity) SELECT @ReceiptId, id, @Quantity FROM received),
            shelf AS (
                UPDATE stock s SET on_hand = s.on_hand + @Quantity FROM received r WHERE s.product_id = r.product_id),
            ledger AS (
                INSERT INTO stock_movement (product_id, on_hand, reason, reference)
                SELECT product_id, @Quantity, @Reason, @ReceiptId FROM received)
            SELECT {Columns} FROM received
            """;
        try
        {
            return await database.QuerySingleOrDefaultAsync<PurchaseOrder>(
                sql, new { Id = id, Quantity = quantity, ReceiptId = receiptId, Reason = Reason.Received }, cancel);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same receipt, recorded a moment ago: its row or its line of the ledger is there.
            return null;
        }
        catch (PostgresException error) when (error.ConstraintName == "stock_on_hand_check")
        {
            throw Fault.Invalid("quantity", InventoryStore.LeavesTooMany);
        }
    }

    private Task<Receipt?> FindReceiptAsync(Guid receiptId, CancellationToken cancel) => database.QuerySingleOrDefaultAsync<Receipt>(
        "SELECT purchase_order_id, quantity FROM goods_receipt WHERE id = @receiptId", new { receiptId }, cancel);

    private static string Matches(PurchaseOrderQuery query) => query.Statuses.Length == 0 ? "true" : "status = ANY(@Statuses)";

    private sealed record Receipt(Guid PurchaseOrderId, int Quantity);
}
