using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.ServiceDefaults.Paging;
using Google.Protobuf;

namespace CommerceKata.Orders;

/// <summary>All SQL of Orders.</summary>
internal sealed class OrdersStore(Database database, Outbox outbox, OrderChanges changes, TimeProvider time)
{
    /// <summary>Npgsql writes this as PostgreSQL's infinity: nobody needs to look at the order again.</summary>
    public static readonly DateTime Never = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    /// <summary>An order with its lines, history and returns, in one row.</summary>
    public const string Columns = $"""
        q.seq, q.attempts, q.id, q.number, q.user_id, q.session_id, q.client_address, q.idempotency_key, q.fingerprint, q.status AS status_text, q.cart_id,
        q.cart_version, q.currency, q.subtotal_minor, q.shipping_minor, q.shipping_option_id, q.shipping_option, q.email, q.address, q.payment_method,
        q.radar_session, q.taken_over_id, q.end_reason, q.placed_at, q.pay_by, q.payment_status, q.payment_brand, q.payment_last4, q.decline_code, q.decline_message, q.short_lines,
        q.refunded_minor, q.return_count, q.tracking_number, q.traceparent,
        (SELECT json_agg(l ORDER BY l.position) FROM order_line l WHERE l.order_id = q.id) AS lines,
        (SELECT json_agg(e ORDER BY e.id) FROM order_event e WHERE e.order_id = q.id) AS history,
        {ReturnsStore.OfOrder}
        """;

    /// <summary>One order, by <c>@id</c>.</summary>
    public const string ById = $"SELECT {Columns} FROM orders q WHERE q.id = @id";

    public Task<Order?> FindAsync(Guid id, CancellationToken cancel) => database.QuerySingleOrDefaultAsync<Order>(ById, new { id }, cancel);

    /// <summary>The order that a return is of.</summary>
    public Task<Order?> FindByReturnAsync(Guid returnId, CancellationToken cancel) => database.QuerySingleOrDefaultAsync<Order>(
        $"SELECT {Columns} FROM orders q WHERE q.id = (SELECT order_id FROM order_return WHERE id = @returnId)", new { returnId }, cancel);

    /// <summary>Those of the orders that there are: of one user, or of anybody.</summary>
    public Task<IReadOnlyList<Order>> GetManyAsync(Guid[] ids, Guid? userId, CancellationToken cancel) => database.QueryAsync<Order>(
        $"SELECT {Columns} FROM orders q WHERE q.id = ANY(@ids) AND (@userId::uuid IS NULL OR q.user_id = @userId)", new { ids, userId }, cancel);

    public Task<Order?> FindByKeyAsync(Guid userId, Guid key, CancellationToken cancel) => database.QuerySingleOrDefaultAsync<Order>(
        $"SELECT {Columns} FROM orders q WHERE q.user_id = @userId AND q.idempotency_key = @key", new { userId, key }, cancel);

    /// <summary>
    /// Moves an order on, if it still stands where the caller saw it: with its history, and the event that tells of it,
    /// in one transaction. An order with a return is not cancelled. Whoever asked meanwhile to have it looked at (<see cref="WakeAsync"/>) is not forgotten: it stays due.
    /// </summary>
    /// <returns>The order as it is now; null when somebody else moved it first, or returns units of it.</returns>
    public Task<Order?> MoveAsync(Order order, OrderMove move, CancellationToken cancel) =>
        database.TransactionAsync(transaction => MoveAsync(transaction, order, move, cancel), cancel);

    /// <summary>As above, as part of a transaction; one that publishes an event ends it.</summary>
    public async Task<Order?> MoveAsync(Transaction transaction, Order order, OrderMove move, CancellationToken cancel)
    {
        const string sql = $"""
            WITH moved AS (
                UPDATE orders SET status = @To, due_at = CASE WHEN attempts = @Attempts THEN @DueAt ELSE now() END, attempts = attempts + 1, last_error = NULL,
                    payment_status = COALESCE(@PaymentStatus, payment_status), payment_brand = COALESCE(@PaymentBrand, payment_brand),
                    payment_last4 = COALESCE(@PaymentLast4, payment_last4), decline_code = @DeclineCode, decline_message = @DeclineMessage,
                    end_reason = @EndReason, short_lines = @ShortLines, tracking_number = COALESCE(@TrackingNumber, tracking_number)
                WHERE id = @Id AND status = @From AND (@To <> 'CANCELLED' OR return_count = 0)
                RETURNING id)
            INSERT INTO order_event (order_id, status, at, note) SELECT id, @To, @Now, @Note FROM moved RETURNING true;
            {ById}
            """;
        if (!OrderTransitions.Allows(order.Status, move.To)) throw new InvalidOperationException($"{order.Status} is not followed by {move.To}.");
        var (moved, now) = await transaction.QueryManyAsync(sql, new
        {
            order.Id, order.Attempts, From = order.StatusText, To = move.To.Text(), move.DueAt, move.PaymentStatus, move.PaymentBrand, move.PaymentLast4,
            move.DeclineCode, move.DeclineMessage, move.EndReason, move.ShortLines, move.TrackingNumber, Now = time.GetUtcNow().UtcDateTime, move.Note,
        }, async results => (await results.ReadSingleOrDefaultAsync<bool>(), await results.ReadSingleOrDefaultAsync<Order>()), cancel);
        if (!moved) return null;
        KillPoint.Reach("orders.moving");
        transaction.AfterCommit(Moved);
        transaction.AfterCommit(() =>
        {
            changes.Tell(order.Id);
            OrdersMetrics.Reached(now!);
        });
        if (move.Event is { } tell) await outbox.PublishAsync(transaction, "order", order.Id, tell(now!), cancel, last: true);
        return now;
    }

    private static void Moved() => KillPoint.Reach("orders.moved");

    /// <summary>An order that has ended, and was never paid.</summary>
    public const string NeverPaid =
        "status IN ('OUT_OF_STOCK', 'PAYMENT_FAILED', 'CANCELLED', 'EXPIRED') AND payment_status IS DISTINCT FROM 'SUCCEEDED'";

    /// <summary>Those of these users with an order that was paid, or still may be.</summary>
    public Task<IReadOnlyList<Guid>> FilterBuyersAsync(Guid[] userIds, CancellationToken cancel)
    {
        const string sql = $"""
            SELECT id FROM unnest(@userIds) AS u (id) WHERE EXISTS (SELECT FROM orders WHERE user_id = u.id AND NOT ({NeverPaid}))
            """;
        return database.QueryAsync<Guid>(sql, new { userIds }, cancel);
    }

    /// <summary>Notes how much was paid back.</summary>
    public async Task NoteRefundedAsync(Guid id, long minorUnits, CancellationToken cancel)
    {
        const string sql = "UPDATE orders SET refunded_minor = @minorUnits WHERE id = @id AND refunded_minor < @minorUnits";
        if (await database.ExecuteAsync(sql, new { id, minorUnits }, cancel) > 0) changes.Tell(id);
    }

    /// <summary>Has the recovery worker look at an order now. Counting an attempt tells whoever works on it now that it is not up to date.</summary>
    public static Task<int> WakeAsync(ISql sql, Guid id, CancellationToken cancel) =>
        sql.ExecuteAsync("UPDATE orders SET due_at = now(), attempts = attempts + 1 WHERE id = @id", new { id }, cancel);

    /// <summary>
    /// Makes a guest's orders a user's. One whose idempotency key the user has used too stays with the guest: the same
    /// purchase was asked for as both, and the user has theirs.
    /// </summary>
    public static Task<int> GiveToAsync(ISql sql, Guid guestId, Guid userId, CancellationToken cancel)
    {
        const string update = """
            UPDATE orders SET user_id = @userId WHERE id IN (
                SELECT id FROM orders q WHERE user_id = @guestId AND NOT EXISTS (
                    SELECT FROM orders WHERE user_id = @userId AND idempotency_key = q.idempotency_key)
                ORDER BY id FOR UPDATE)
            """;
        return sql.ExecuteAsync(update, new { guestId, userId }, cancel);
    }

    /// <summary>Orders, newest first: of one user, or of all.</summary>
    public async Task<(IReadOnlyList<(Order Order, string Cursor)> Rows, PageInfo Info, int Total)> ListAsync(
        Page page, Guid? userId, OrderStatus[] statuses, CancellationToken cancel)
    {
        // Statements that ask for different things have plans of their own.
        var filter = $"{(userId is null ? "true" : "q.user_id = @UserId")} AND {(statuses.Length == 0 ? "true" : "q.status = ANY(@Statuses)")}";
        var (direction, beyond) = page.Backward ? ("ASC", ">") : ("DESC", "<");
        var keyset = page.Cursor is null ? "" : $"AND (q.placed_at, q.id) {beyond} (CAST(@AfterKey AS timestamptz), CAST(@AfterId AS uuid))";
        var parameters = new
        {
            UserId = userId,
            Statuses = statuses.Select(status => status.Text()).ToArray(),
            page.Limit,
            AfterKey = page.Cursor?.Keys[0],
            AfterId = page.Cursor?.Keys[1],
        };
        var rows = await database.QueryAsync<Order>(
            $"SELECT {Columns} FROM orders q WHERE {filter} {keyset} ORDER BY q.placed_at {direction}, q.id {direction} LIMIT @Limit", parameters, cancel);
        var total = await database.QuerySingleOrDefaultAsync<int>($"SELECT count(*)::int FROM orders q WHERE {filter}", parameters, cancel);
        var (cut, info) = page.Cut(rows, order => CursorOf(order, page.List));
        return ([.. cut.Select(order => (order, CursorOf(order, page.List)))], info, total);
    }

    private static string CursorOf(Order order, ListName list) => Cursor.Write(list, order.PlacedAt.ToString("O"), order.Id.ToString());
}

/// <summary>Where an order moves to, and what is noted with it.</summary>
internal sealed record OrderMove(OrderStatus To, string Note)
{
    /// <summary>When the recovery worker should look at it again.</summary>
    public DateTime DueAt { get; init; } = OrdersStore.Never;

    public string? PaymentStatus { get; init; }

    public string? PaymentBrand { get; init; }

    public string? PaymentLast4 { get; init; }

    public string? DeclineCode { get; init; }

    public string? DeclineMessage { get; init; }

    /// <summary>One of <see cref="EndReasons"/>.</summary>
    public string? EndReason { get; init; }

    public ShortLine[]? ShortLines { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>What the other services hear, made from the order as it is then.</summary>
    public Func<Order, IMessage>? Event { get; init; }
}
