using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using Npgsql;

namespace CommerceKata.Inventory;

/// <summary>
/// All SQL about reservations. Locks are taken in one order everywhere: the stock rows by product id, then the
/// reservation. Whoever changes a reservation holds all of its stock rows, so none can wait for each other in a circle.
/// Each change is one statement, so that the rows of a product in demand are never locked while a network is waited for.
/// </summary>
internal sealed class ReservationStore(Database database)
{
    private const int ExpiryBatch = 100;
    private const string CoversReserved = "stock_covers_reserved";

    /// <summary>
    /// What a session can buy of each product: what can be sold, and what its own orders hold, since its next checkout
    /// takes that over. Products that are not known, or not yet, are left out.
    /// </summary>
    public Task<IReadOnlyList<Availability>> GetAvailabilityAsync(Guid[] productIds, Guid sessionId, CancellationToken cancel)
    {
        const string sql = """
            WITH own AS (
                SELECT l.product_id, sum(l.quantity)::int AS quantity FROM reservation r JOIN reservation_line l USING (order_id)
                WHERE r.session_id = @sessionId AND r.status = 'ACTIVE' GROUP BY l.product_id)
            SELECT s.product_id, s.on_hand - s.reserved + COALESCE(own.quantity, 0) AS available
            FROM stock s LEFT JOIN own USING (product_id) WHERE s.product_id = ANY(@productIds)
            """;
        return database.QueryAsync<Availability>(sql, new { productIds, sessionId }, cancel);
    }

    /// <summary>Holds all lines for an order, or none of them. Times are the database's.</summary>
    /// <exception cref="Fault">The order's reservation ended, or has other lines.</exception>
    public async Task<ReserveOutcome> ReserveAsync(NewReservation wanted, CancellationToken cancel)
    {
        ReserveOutcome? outcome = null;
        while (outcome is null)
        {
            try
            {
                outcome = await ReserveAsync(database, wanted, cancel);
            }
            catch (PostgresException error) when (error.ConstraintName == CoversReserved)
            {
                // Now and then PostgreSQL 15 hands the locked row on as it was when the statement began, where somebody
                // else had locked it for a change that came to nothing (AdjustStock). The constraint keeps the units.
            }
        }

        return outcome;
    }

    /// <summary>
    /// Holds all lines for an order that replaces another one, or none of them. The hold of the other one ends either way: its
    /// units are free for this order before anyone else sees them.
    /// </summary>
    /// <exception cref="Fault">The order's reservation ended, or has other lines.</exception>
    public Task<ReserveOutcome> TakeOverAsync(Guid replacedOrderId, NewReservation wanted, CancellationToken cancel)
    {
        const string hold = """
            SELECT product_id FROM stock
            WHERE product_id = ANY(@ProductIds) OR product_id IN (SELECT product_id FROM reservation_line WHERE order_id = @replacedOrderId)
            ORDER BY product_id FOR NO KEY UPDATE
            """;
        return database.TransactionAsync(async transaction =>
        {
            var parameters = new { replacedOrderId, ProductIds = wanted.Lines.Select(line => line.ProductId).ToArray() };
            await transaction.ExecuteAsync(hold, parameters, cancel);
            await EndAsync(transaction, replacedOrderId, Ending.Ended, cancel);
            return await ReserveAsync(transaction, wanted, cancel);
        }, cancel);
    }

    /// <summary>As above, in one statement, on its own or as part of a transaction.</summary>
    private static async Task<ReserveOutcome> ReserveAsync(ISql sql, NewReservation wanted, CancellationToken cancel)
    {
        var (orderId, lines, holdSeconds, sessionId) = wanted;
        const string reserve = """
            WITH wanted AS (
                SELECT * FROM unnest(@ProductIds, @Quantities) AS w (product_id, quantity)),
            held AS MATERIALIZED (
                SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY(@ProductIds)
                ORDER BY product_id FOR NO KEY UPDATE),
            short AS MATERIALIZED (
                SELECT w.product_id, w.quantity AS requested, COALESCE(h.available, 0) AS available
                FROM wanted w LEFT JOIN held h USING (product_id) WHERE w.quantity > COALESCE(h.available, 0)),
            taken AS (
                INSERT INTO reservation (order_id, session_id, status, expires_at)
                SELECT @OrderId, @SessionId, 'ACTIVE', clock_timestamp() + make_interval(secs => @HoldSeconds)
                WHERE NOT EXISTS (SELECT FROM short)
                ON CONFLICT DO NOTHING RETURNING order_id, expires_at),
            lines AS (
                INSERT INTO reservation_line (order_id, product_id, quantity)
                SELECT t.order_id, w.product_id, w.quantity FROM taken t CROSS JOIN wanted w),
            shelf AS (
                UPDATE stock s SET reserved = s.reserved + w.quantity FROM taken t CROSS JOIN wanted w WHERE s.product_id = w.product_id)
            SELECT expires_at, NULL::uuid AS product_id, 0 AS requested, 0 AS available FROM taken
            UNION ALL SELECT NULL, product_id, requested, available FROM short
            """;
        var rows = await sql.QueryAsync<ReserveRow>(reserve, new
        {
            OrderId = orderId,
            ProductIds = lines.Select(line => line.ProductId).ToArray(),
            Quantities = lines.Select(line => line.Quantity).ToArray(),
            HoldSeconds = holdSeconds,
            SessionId = sessionId,
        }, cancel);

        KillPoint.Reach("inventory.reserved");
        if (rows is [{ ExpiresAt: { } until }])
        {
            Count(sql, () => InventoryMetrics.Held(lines));
            return new ReserveOutcome.Held(until);
        }

        // Not taken: the order has a reservation already, which may well hold the very units that are short.
        if (await FindAsync(sql, orderId, cancel) is { } before) return before.Repeat(lines);
        ShortLine[] missing = [.. rows.Select(row => new ShortLine(row.ProductId!.Value, row.Requested, row.Available))];
        Count(sql, () => InventoryMetrics.Short(missing));
        return new ReserveOutcome.Short(missing);
    }

    /// <summary>Counts once it is true: of a transaction, after its commit.</summary>
    private static void Count(ISql sql, Action count)
    {
        if (sql is Transaction transaction) transaction.AfterCommit(count);
        else count();
    }

    /// <summary>Ends an order's reservation; does nothing where that has been done.</summary>
    /// <exception cref="Fault">There is none, it ended in another way, or the units are gone.</exception>
    public Task EndAsync(Guid orderId, Ending ending, CancellationToken cancel) => EndAsync(database, orderId, ending, cancel);

    /// <summary>As above, on its own or as part of a transaction.</summary>
    public static async Task EndAsync(ISql sql, Guid orderId, Ending ending, CancellationToken cancel)
    {
        const string tombstone = """
            INSERT INTO reservation (order_id, status, ended_at) VALUES (@OrderId, @Status, now()) ON CONFLICT DO NOTHING
            """;
        // Most often it is still held.
        if (await MoveAsync(sql, ending.Moves[0], [orderId], cancel) == 1) return;
        // Whoever loses a race looks again; a reservation only moves forward, so this comes to an end.
        while (true)
        {
            var status = await sql.QuerySingleOrDefaultAsync<string>(
                "SELECT status FROM reservation WHERE order_id = @orderId", new { orderId }, cancel);
            if (status is null)
            {
                if (ending.Tombstone is null) throw Fault.NotFound("reservation");
                if (await sql.ExecuteAsync(tombstone, new { OrderId = orderId, Status = ending.Tombstone }, cancel) == 1) return;
                continue;
            }

            if (ending.From(status) is not { } move || await MoveAsync(sql, move, [orderId], cancel) == 1) return;
        }
    }

    /// <summary>As above, for many orders in one transaction: their stock rows are all locked first, in their order.</summary>
    public static async Task EndManyAsync(Transaction transaction, Guid[] orderIds, Ending ending, CancellationToken cancel)
    {
        if (await MoveAsync(transaction, ending.Moves[0], orderIds, cancel) == orderIds.Length) return;
        // Those that stood elsewhere; the others are done, and say so.
        foreach (var orderId in orderIds) await EndAsync(transaction, orderId, ending, cancel);
    }

    /// <summary>Ends reservations whose time is over, some at a time; says how many.</summary>
    public async Task<int> ExpireAsync(CancellationToken cancel)
    {
        const string due = """
            SELECT order_id FROM reservation WHERE status = 'ACTIVE' AND expires_at <= now() ORDER BY expires_at LIMIT @Max
            """;
        var orders = await database.QueryAsync<Guid>(due, new { Max = ExpiryBatch }, cancel);
        return orders.Count == 0 ? 0 : await MoveAsync(database, Move.Expire, [.. orders], cancel);
    }

    /// <summary>Moves those of the reservations that are where the move starts; says how many.</summary>
    private static async Task<int> MoveAsync(ISql sql, Move move, Guid[] orderIds, CancellationToken cancel)
    {
        const string statement = """
            WITH line AS (
                SELECT order_id, product_id, quantity FROM reservation_line WHERE order_id = ANY(@OrderIds)),
            held AS MATERIALIZED (
                SELECT product_id FROM stock WHERE product_id IN (SELECT product_id FROM line)
                ORDER BY product_id FOR NO KEY UPDATE),
            moved AS (
                UPDATE reservation r SET status = @To, ended_at = now() FROM (SELECT count(*) FROM held) AS all_are_held
                WHERE r.order_id = ANY(@OrderIds) AND r.status = @From RETURNING r.order_id),
            units AS (
                SELECT product_id, sum(quantity)::int AS quantity FROM line JOIN moved USING (order_id) GROUP BY product_id),
            shelf AS (
                UPDATE stock s SET on_hand = s.on_hand + @OnHand * u.quantity, reserved = s.reserved + @Reserved * u.quantity
                FROM units u WHERE s.product_id = u.product_id),
            ledger AS (
                INSERT INTO stock_movement (product_id, on_hand, reason, reference)
                SELECT product_id, @OnHand * quantity, @Reason, order_id FROM line JOIN moved USING (order_id) WHERE @OnHand <> 0)
            SELECT count(*)::int FROM moved
            """;
        try
        {
            var moved = await sql.QuerySingleOrDefaultAsync<int>(statement, new
            {
                OrderIds = orderIds,
                move.From,
                move.To,
                move.OnHand,
                move.Reserved,
                move.Reason,
            }, cancel);
            Count(sql, () => InventoryMetrics.HasEnded(move.To, moved));
            return moved;
        }
        catch (PostgresException error) when (error.ConstraintName == CoversReserved)
        {
            // Only a hold that ran out can meet this: an operator must restock and repeat, or refund.
            throw Fault.Precondition("STOCK_GONE", "The hold ran out, and the units were sold to others.");
        }
    }

    private static async Task<Reservation?> FindAsync(ISql sql, Guid orderId, CancellationToken cancel)
    {
        const string statement = """
            SELECT r.status = 'ACTIVE' AND r.expires_at > now() AS holds, r.expires_at, l.product_id, COALESCE(l.quantity, 0) AS quantity
            FROM reservation r LEFT JOIN reservation_line l USING (order_id) WHERE r.order_id = @orderId
            """;
        var rows = await sql.QueryAsync<ReservationRow>(statement, new { orderId }, cancel);
        if (rows.Count == 0) return null;
        var lines = rows.Where(row => row.ProductId is not null).Select(row => new StockLine(row.ProductId!.Value, row.Quantity));
        return new(rows[0].Holds, rows[0].ExpiresAt, [.. lines]);
    }

    private sealed record ReserveRow(DateTime? ExpiresAt, Guid? ProductId, int Requested, int Available);

    private sealed record ReservationRow(bool Holds, DateTime? ExpiresAt, Guid? ProductId, int Quantity);
}
