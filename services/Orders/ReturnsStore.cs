using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Paging;

namespace CommerceKata.Orders;

/// <summary>
/// All SQL about returns. Whoever changes one holds the lock of its order's row first: what is left to return, what is paid
/// back and whether the order may still be cancelled are decided under it.
/// </summary>
internal sealed class ReturnsStore(Database database)
{
    /// <summary>A return with its lines, in one row.</summary>
    public const string Columns = """
        q.seq, q.attempts, q.id, q.order_id, q.status AS status_text, q.reason, q.note, q.requested_at, q.currency, q.refund_minor, q.refund_id,
        (SELECT json_agg(l ORDER BY l.position) FROM return_line l WHERE l.return_id = q.id) AS lines
        """;

    /// <summary>The returns of an order <c>q</c>, as a column.</summary>
    public const string OfOrder = """
        (SELECT json_agg(r ORDER BY r.seq) FROM (
            SELECT t.*, (SELECT json_agg(l ORDER BY l.position) FROM return_line l WHERE l.return_id = t.id) AS lines
            FROM order_return t WHERE t.order_id = q.id) r) AS returns
        """;

    /// <summary>What an order's history says when it ends by its returns.</summary>
    public const string EndNote = "Everything was returned before it shipped.";

    /// <summary>Locks an order and reads it as it is then; null when there is none.</summary>
    public static async Task<Order?> LockAsync(Transaction transaction, Guid orderId, CancellationToken cancel)
    {
        // Two statements: the second sees what was committed while the first waited.
        const string @lock = "SELECT id FROM orders WHERE id = @orderId FOR NO KEY UPDATE";
        return await transaction.QuerySingleOrDefaultAsync<Guid?>(@lock, new { orderId }, cancel) is null
            ? null
            : await transaction.QuerySingleOrDefaultAsync<Order>(OrdersStore.ById, new { id = orderId }, cancel);
    }

    /// <summary>The order that a return is of; null when there is no such return.</summary>
    public static Task<Guid?> OrderOfAsync(ISql sql, Guid returnId, CancellationToken cancel) =>
        sql.QuerySingleOrDefaultAsync<Guid?>("SELECT order_id FROM order_return WHERE id = @returnId", new { returnId }, cancel);

    /// <summary>Writes a return down, and claims its units.</summary>
    public static Task AddAsync(Transaction transaction, Return asked, CancellationToken cancel)
    {
        const string sql = """
            WITH asked AS (
                INSERT INTO order_return (id, order_id, status, reason, requested_at, currency, refund_id)
                VALUES (@Id, @OrderId, 'REQUESTED', @Reason, @RequestedAt, @Currency, @RefundId)),
            wanted AS (
                SELECT * FROM unnest(@LineIds, @Quantities) WITH ORDINALITY AS w (line_id, quantity, position)),
            lines AS (
                INSERT INTO return_line (return_id, order_line_id, position, quantity) SELECT @Id, line_id, position, quantity FROM wanted),
            claimed AS (
                UPDATE order_line l SET in_return = l.in_return + w.quantity FROM wanted w WHERE l.id = w.line_id)
            UPDATE orders SET return_count = return_count + 1 WHERE id = @OrderId
            """;
        return transaction.ExecuteAsync(sql, new
        {
            asked.Id, asked.OrderId, asked.Reason, asked.RequestedAt, asked.Currency, asked.RefundId,
            LineIds = asked.Lines.Select(line => line.OrderLineId).ToArray(),
            Quantities = asked.Lines.Select(line => line.Quantity).ToArray(),
        }, cancel);
    }

    /// <summary>
    /// Writes down what came back. What was rejected or did not come is free to be returned again; for the rest the refund
    /// is due at once.
    /// </summary>
    public static Task InspectAsync(Transaction transaction, Return inspected, CancellationToken cancel)
    {
        const string sql = """
            WITH inspected AS (
                UPDATE order_return SET status = @To, note = @Note, refund_minor = @RefundMinor,
                    due_at = CASE WHEN @To = 'REFUNDING' THEN now() ELSE 'infinity' END
                WHERE id = @Id),
            found AS (
                SELECT * FROM unnest(@LineIds, @Quantities, @Sellable, @Damaged) AS f (line_id, quantity, sellable, damaged)),
            lines AS (
                UPDATE return_line r SET sellable = f.sellable, damaged = f.damaged FROM found f WHERE r.return_id = @Id AND r.order_line_id = f.line_id),
            back AS (
                UPDATE order_line l SET returned = l.returned + coalesce(f.sellable + f.damaged, 0),
                    in_return = l.in_return - f.quantity + coalesce(f.sellable + f.damaged, 0)
                FROM found f WHERE l.id = f.line_id)
            UPDATE orders SET returned_minor = returned_minor + coalesce(@RefundMinor, 0), return_count = return_count - CASE WHEN @To = 'REJECTED' THEN 1 ELSE 0 END
            WHERE id = @OrderId
            """;
        return transaction.ExecuteAsync(sql, new
        {
            inspected.Id, inspected.OrderId, To = inspected.StatusText, inspected.Note, inspected.RefundMinor,
            LineIds = inspected.Lines.Select(line => line.OrderLineId).ToArray(),
            Quantities = inspected.Lines.Select(line => line.Quantity).ToArray(),
            Sellable = inspected.Lines.Select(line => line.Sellable).ToArray(),
            Damaged = inspected.Lines.Select(line => line.Damaged).ToArray(),
        }, cancel);
    }

    /// <summary>The whole order came back before it shipped: it ends.</summary>
    public static async Task<Order> EndAsync(
        Transaction transaction, Order order, DateTime now, CancellationToken cancel)
    {
        const string sql = """
            WITH ended AS (
                UPDATE orders SET status = 'RETURNED' WHERE id = @Id RETURNING id)
            INSERT INTO order_event (order_id, status, at, note) SELECT id, 'RETURNED', @now, @Note FROM ended
            """;
        await transaction.ExecuteAsync(sql, new { order.Id, now, Note = EndNote }, cancel);
        return (await transaction.QuerySingleOrDefaultAsync<Order>(OrdersStore.ById, new { id = order.Id }, cancel))!;
    }

    /// <summary>
    /// Moves a refund on, if the return still stands where the caller saw it and its refund is still this one; and the order's
    /// sum with it. One that is tried again counts as an attempt: the worker that has just seen it fail must not call it done.
    /// </summary>
    /// <param name="transaction">Holds the order's lock.</param>
    /// <param name="seen">The return as the caller saw it.</param>
    /// <param name="move">Where to.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Whether it was moved.</returns>
    public static async Task<bool> MoveAsync(Transaction transaction, Return seen, RefundMove move, CancellationToken cancel)
    {
        const string sql = """
            WITH moved AS (
                UPDATE order_return SET status = @To, refund_id = coalesce(@NextRefundId, refund_id), refund_error = @Error,
                    due_at = CASE WHEN @To = 'REFUNDING' THEN now() ELSE due_at END, attempts = attempts + CASE WHEN @To = 'REFUNDING' THEN 1 ELSE 0 END
                WHERE id = @Id AND status = @From AND refund_id = @RefundId
                RETURNING order_id)
            UPDATE orders o SET refunded_minor = refunded_minor + @PaidMinor FROM moved WHERE o.id = moved.order_id
            """;
        if (!ReturnTransitions.Allows(seen.Status, move.To)) throw new InvalidOperationException($"{seen.Status} is not followed by {move.To}.");
        return await transaction.ExecuteAsync(sql, new
        {
            seen.Id, From = seen.StatusText, To = move.To.Text(), seen.RefundId, move.NextRefundId, move.Error,
            PaidMinor = (move.To == ReturnStatus.Refunded ? 1 : seen.Status == ReturnStatus.Refunded ? -1 : 0) * seen.RefundMinor!.Value,
        }, cancel) == 1;
    }

    /// <summary>Has the refunds of an order compared with Billing. Counting an attempt tells whoever works on one now that it is not up to date.</summary>
    public static Task<int> WakeAsync(ISql sql, Guid orderId, CancellationToken cancel) => sql.ExecuteAsync(
        "UPDATE order_return SET due_at = now(), attempts = attempts + 1 WHERE order_id = @orderId AND status IN ('REFUNDING', 'REFUNDED')",
        new { orderId }, cancel);

    /// <summary>Returns, newest first.</summary>
    public async Task<(IReadOnlyList<(Return Return, string Cursor)> Rows, PageInfo Info, int Total)> ListAsync(
        Page page, ReturnStatus[] statuses, CancellationToken cancel)
    {
        var filter = statuses.Length == 0 ? "true" : "q.status = ANY(@Statuses)";
        var (direction, beyond) = page.Backward ? ("ASC", ">") : ("DESC", "<");
        var keyset = page.Cursor is null ? "" : $"AND q.seq {beyond} CAST(@After AS bigint)";
        var parameters = new { Statuses = statuses.Select(status => status.Text()).ToArray(), page.Limit, After = page.Cursor?.Keys[0] };
        var rows = await database.QueryAsync<Return>(
            $"SELECT {Columns} FROM order_return q WHERE {filter} {keyset} ORDER BY q.seq {direction} LIMIT @Limit", parameters, cancel);
        var total = await database.QuerySingleOrDefaultAsync<int>($"SELECT count(*)::int FROM order_return q WHERE {filter}", parameters, cancel);
        var (cut, info) = page.Cut(rows, row => CursorOf(row, page.List));
        return ([.. cut.Select(row => (row, CursorOf(row, page.List)))], info, total);
    }

    private static string CursorOf(Return row, ListName list) => Cursor.Write(list, row.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Where a return's refund moves to.</summary>
/// <param name="To">The status.</param>
/// <param name="Error">Why, if it failed: the gateway's code.</param>
/// <param name="NextRefundId">What the next attempt is called, when this one can never pay any more.</param>
internal sealed record RefundMove(ReturnStatus To, string? Error = null, Guid? NextRefundId = null);
