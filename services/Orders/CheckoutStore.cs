using System.Diagnostics;
using CommerceKata.ServiceDefaults.Data;
using Npgsql;

namespace CommerceKata.Orders;

/// <summary>What came of writing an order down.</summary>
internal abstract record Placed
{
    /// <summary>It is there.</summary>
    public sealed record Yes(Order Order) : Placed;

    /// <summary>This customer used the key before.</summary>
    public sealed record KeyTaken : Placed;

    /// <summary>This state of the cart was bought before, or is being bought.</summary>
    public sealed record CartTaken : Placed;

    /// <summary>The order that it was to replace does not wait for its payment any more.</summary>
    public sealed record Overtaken : Placed;

    /// <summary>Too many payments were declined.</summary>
    public sealed record Refused(LimitReached Limit) : Placed;
}

/// <summary>All SQL of placing an order, and of letting it wait for its payment.</summary>
internal sealed class CheckoutStore(Database database, OrdersStore orders, CheckoutLimits limits)
{
    /// <summary>The order of a session that waits for its payment: the one of this cart first, then the newest.</summary>
    public Task<Order?> FindUnpaidAsync(Buyer buyer, Guid? cartId, CancellationToken cancel)
    {
        const string sql = $"""
            SELECT {OrdersStore.Columns} FROM orders q WHERE q.session_id = @SessionId AND q.status = 'AWAITING_PAYMENT' AND q.user_id = @UserId
            ORDER BY q.cart_id IS NOT DISTINCT FROM @cartId::uuid DESC, q.seq DESC LIMIT 1
            """;
        return database.QuerySingleOrDefaultAsync<Order>(sql, new { buyer.SessionId, buyer.UserId, cartId }, cancel);
    }

    /// <summary>Whether too many payments were declined for this order to be tried; asked before another one makes way for it.</summary>
    public Task<LimitReached?> FindDeclinesAsync(Order order, bool isGuest, CancellationToken cancel) =>
        database.TransactionAsync(transaction => limits.FindDeclinesAsync(transaction, order, isGuest, cancel), cancel);

    /// <summary>Writes a new order down, and ends the one that it replaces, at once.</summary>
    /// <param name="order">The order.</param>
    /// <param name="replaced">An unpaid order whose payment was given up; null for none.</param>
    /// <param name="isGuest">Whether the buyer is one.</param>
    /// <param name="dueAt">When the recovery worker looks after it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Placed> PlaceAsync(Order order, Order? replaced, bool isGuest, DateTime dueAt, CancellationToken cancel)
    {
        order = order with { TakenOverId = replaced?.Id };
        while (true)
        {
            try
            {
                return await database.TransactionAsync(transaction => TryPlaceAsync(transaction, order, replaced, isGuest, dueAt, cancel), cancel);
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                switch (error.ConstraintName)
                {
                    case "orders_user_id_idempotency_key_key": return new Placed.KeyTaken();
                    case "orders_cart_once": return new Placed.CartTaken();
                    case "orders_number_key": order = order with { Number = OrderNumber.Draw() }; break;
                    default: throw;
                }
            }
        }
    }

    /// <summary>Has an order wait for its payment, unless its session or its client address would hold too much.</summary>
    /// <returns>The order as it is now, null when another request moved it first; or the limit that it came to.</returns>
    public Task<(Order? Order, LimitReached? Limit)> AwaitPaymentAsync(Order order, OrderMove move, CancellationToken cancel) =>
        database.TransactionAsync<(Order?, LimitReached?)>(async transaction =>
        {
            // One that was placed by the version before names neither.
            if (order is { SessionId: not null, ClientAddress: not null } && await limits.FindHeldAsync(transaction, order, cancel) is { } limit)
                return (null, limit);
            return (await orders.MoveAsync(transaction, order, move, cancel), null);
        }, cancel);

    /// <summary>Whether so many payments were declined that the bank's reasons are not told any more.</summary>
    public Task<bool> HidesReasonsAsync(Order order, CancellationToken cancel) => limits.HidesReasonsAsync(database, order, cancel);

    private async Task<Placed> TryPlaceAsync(
        Transaction transaction, Order order, Order? replaced, bool isGuest, DateTime dueAt, CancellationToken cancel)
    {
        const string place = """
            WITH placed AS (
                INSERT INTO orders (id, number, user_id, session_id, client_address, idempotency_key, fingerprint, status, cart_id, cart_version, currency,
                    subtotal_minor, shipping_minor, total_minor, shipping_option_id, shipping_option, email, address, payment_method, radar_session,
                    placed_at, pay_by, due_at, traceparent, taken_over_id)
                VALUES (@Id, @Number, @UserId, @SessionId, @ClientAddress, @IdempotencyKey, @Fingerprint, 'PENDING', @CartId, @CartVersion, @Currency,
                    @SubtotalMinor, @ShippingMinor, @SubtotalMinor + @ShippingMinor, @ShippingOptionId, @ShippingOption, @Email, @Address, @PaymentMethod, @RadarSession,
                    @PlacedAt, @PayBy, @DueAt, @TraceParent, @TakenOverId)
                RETURNING id),
            lines AS (
                INSERT INTO order_line (id, order_id, position, product_id, sku, name, quantity, unit_price_minor)
                SELECT l.id, placed.id, l.position, l.product_id, l.sku, l.name, l.quantity, l.price
                FROM placed, unnest(@LineIds, @ProductIds, @Skus, @Names, @Quantities, @Prices) WITH ORDINALITY
                    AS l (id, product_id, sku, name, quantity, price, position))
            INSERT INTO order_event (order_id, status, at, note) SELECT id, 'PENDING', @PlacedAt, 'Placed.' FROM placed
            """;
        if (await limits.FindDeclinesAsync(transaction, order, isGuest, cancel) is { } limit) return new Placed.Refused(limit);
        if (replaced is not null && await orders.MoveAsync(transaction, replaced, Replaced, cancel) is null) return new Placed.Overtaken();
        await transaction.ExecuteLastAsync(place, new
        {
            order.Id, order.Number, order.UserId, order.SessionId, order.ClientAddress, order.IdempotencyKey, order.Fingerprint, order.CartId,
            order.CartVersion, order.Currency, order.SubtotalMinor, order.ShippingMinor, order.ShippingOptionId, order.ShippingOption, order.Email,
            order.Address, order.PaymentMethod, order.RadarSession, order.PlacedAt, order.PayBy, DueAt = dueAt, TraceParent = Activity.Current?.Id,
            order.TakenOverId,
            LineIds = order.Lines.Select(line => line.Id).ToArray(),
            ProductIds = order.Lines.Select(line => line.ProductId).ToArray(),
            Skus = order.Lines.Select(line => line.Sku).ToArray(),
            Names = order.Lines.Select(line => line.Name).ToArray(),
            Quantities = order.Lines.Select(line => line.Quantity).ToArray(),
            Prices = order.Lines.Select(line => line.UnitPriceMinor).ToArray(),
        }, cancel);
        OrdersMetrics.Reached(order);
        return new Placed.Yes(order);
    }

    /// <summary>No event tells of it: the customer does not need a mail about it, and Inventory hears of it from the order that replaces it.</summary>
    private static OrderMove Replaced => new(OrderStatus.Cancelled, "Replaced by a newer order.")
    {
        PaymentStatus = "CANCELLED", EndReason = EndReasons.TakenOver,
    };
}
