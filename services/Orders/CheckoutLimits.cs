using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.Options;

namespace CommerceKata.Orders;

/// <summary>A limit that a checkout has come to.</summary>
/// <param name="Name">Which one: declined_session, unpaid_address.</param>
/// <param name="Until">When there is room again, if nothing more happens meanwhile.</param>
internal sealed record LimitReached(string Name, DateTime Until);

/// <summary>What the unpaid orders of a session, or from a client address, hold together.</summary>
/// <param name="Scope"><see cref="Session"/> or <see cref="Address"/>.</param>
/// <param name="Orders">How many there are.</param>
/// <param name="Units">Units in all of them.</param>
/// <param name="Until">When the first of them must be paid; null when there is none.</param>
internal sealed record UnpaidHold(string Scope, int Orders, int Units, DateTime? Until)
{
    public const string Session = "session";
    public const string Address = "address";

    /// <summary>Which limit one more order would come to; null for none.</summary>
    public static LimitReached? Decide(IEnumerable<UnpaidHold> held, Order order, UnpaidOptions options)
    {
        var units = order.Lines.Sum(line => line.Quantity);
        var over = held.FirstOrDefault(one => one.Scope == Session
            ? one.Orders >= options.OrdersPerSession || one.Units + units > options.UnitsPerSession
            : one.Orders >= options.OrdersPerAddress || one.Units + units > options.UnitsPerAddress);
        return over is null ? null : new("unpaid_" + over.Scope, over.Until ?? order.PayBy);
    }
}

/// <summary>
/// What one session, one cart, one email address and one client address may try and hold (ADR 0035). It is counted from the
/// orders themselves. The checkouts of one session take turns while they are counted, so that many at once are no way around it.
/// </summary>
internal sealed class CheckoutLimits(IOptions<OrdersOptions> options, TimeProvider time)
{
    private const string Declined = "status = 'PAYMENT_FAILED' AND end_reason IS NULL AND placed_at > @Since";

    /// <summary>What is being charged may be declined in a moment.</summary>
    private const string DeclinedOrPending = "(status = 'PENDING' OR (status = 'PAYMENT_FAILED' AND end_reason IS NULL)) AND placed_at > @Since";

    private readonly UnpaidOptions _unpaid = options.Value.Unpaid;
    private readonly DeclineOptions _declines = options.Value.Declines;

    /// <summary>Whether too many payments were declined for this order to be tried. The transaction goes on before the session's next one is counted.</summary>
    public async Task<LimitReached?> FindDeclinesAsync(Transaction transaction, Order order, bool isGuest, CancellationToken cancel)
    {
        const string sql = $"""
            SELECT pg_advisory_xact_lock(hashtextextended(@UserId::text, 1));
            SELECT 'declined_session' AS name, placed_at FROM (
                SELECT placed_at FROM orders WHERE user_id = @UserId AND session_id = @SessionId AND {DeclinedOrPending}
                ORDER BY placed_at DESC OFFSET @PerSession LIMIT 1) AS of_session
            UNION ALL SELECT 'declined_cart', placed_at FROM (
                SELECT placed_at FROM orders WHERE user_id = @UserId AND cart_id = @CartId AND {DeclinedOrPending}
                ORDER BY placed_at DESC OFFSET @PerCart LIMIT 1) AS of_cart
            UNION ALL SELECT 'declined_email', placed_at FROM (
                SELECT placed_at FROM orders WHERE @IsGuest AND email = @Email AND {Declined}
                ORDER BY placed_at DESC OFFSET @PerEmail LIMIT 1) AS of_email
            UNION ALL SELECT 'declined_address', placed_at FROM (
                SELECT placed_at FROM orders WHERE client_address = @ClientAddress AND {Declined}
                ORDER BY placed_at DESC OFFSET @PerAddress LIMIT 1) AS of_address
            """;
        var found = await transaction.QueryManyAsync(sql, new
        {
            order.UserId, order.SessionId, order.CartId, order.Email, order.ClientAddress, IsGuest = isGuest, Since = Since(),
            // The one that fills the limit leaves the window first.
            PerSession = _declines.PerSession - 1, PerCart = _declines.PerCart - 1, PerEmail = _declines.PerEmail - 1, PerAddress = _declines.PerAddress - 1,
        }, async results =>
        {
            await results.ReadAsync();
            return (await results.ReadAsync<(string Name, DateTime PlacedAt)>()).ToList();
        }, cancel);
        return found.Count == 0 ? null : found.Select(one => new LimitReached(one.Name, one.PlacedAt + _declines.Window)).MaxBy(limit => limit.Until);
    }

    /// <summary>Whether this order would hold too much while it waits for its payment. Others of its session and address wait until the transaction ends.</summary>
    public async Task<LimitReached?> FindHeldAsync(Transaction transaction, Order order, CancellationToken cancel)
    {
        // Always the session's lock first: two that wait for each other would need the same session or address in two orders.
        const string sql = """
            SELECT pg_advisory_xact_lock(hashtextextended(@SessionId::text, 2));
            SELECT pg_advisory_xact_lock(hashtextextended(@ClientAddress, 3));
            SELECT 'session' AS scope, count(*)::int AS orders, COALESCE(sum(units), 0)::int AS units, min(pay_by) AS until
            FROM orders o, LATERAL (SELECT sum(quantity) AS units FROM order_line l WHERE l.order_id = o.id) AS l
            WHERE o.session_id = @SessionId AND o.status = 'AWAITING_PAYMENT'
            UNION ALL SELECT 'address', count(*)::int, COALESCE(sum(units), 0)::int, min(pay_by)
            FROM orders o, LATERAL (SELECT sum(quantity) AS units FROM order_line l WHERE l.order_id = o.id) AS l
            WHERE o.client_address = @ClientAddress AND o.status = 'AWAITING_PAYMENT'
            """;
        var held = await transaction.QueryManyAsync(sql, new { order.SessionId, order.ClientAddress }, async results =>
        {
            await results.ReadAsync();
            await results.ReadAsync();
            return (await results.ReadAsync<UnpaidHold>()).ToList();
        }, cancel);
        return UnpaidHold.Decide(held, order, _unpaid);
    }

    /// <summary>Whether so many payments were declined that the bank's reason is of more use to a thief than to a customer.</summary>
    public async Task<bool> HidesReasonsAsync(ISql database, Order order, CancellationToken cancel)
    {
        const string sql = $"""
            SELECT (SELECT count(*) FROM orders WHERE session_id = @SessionId AND {Declined}) >= @TellReasons
                OR (SELECT count(*) FROM orders WHERE cart_id = @CartId AND {Declined}) >= @TellReasons
                OR (SELECT count(*) FROM orders WHERE email = @Email AND {Declined}) * 2 >= @PerEmail
                OR (SELECT count(*) FROM orders WHERE client_address = @ClientAddress AND {Declined}) * 2 >= @PerAddress
            """;
        return await database.QuerySingleOrDefaultAsync<bool>(sql, new
        {
            order.SessionId, order.CartId, order.Email, order.ClientAddress, Since = Since(), _declines.TellReasons, _declines.PerEmail, _declines.PerAddress,
        }, cancel);
    }

    private DateTime Since() => time.GetUtcNow().UtcDateTime - _declines.Window;
}
