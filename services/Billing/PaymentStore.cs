using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Billing;

/// <summary>The payments' rows. Where both are locked, a payment comes before its refunds.</summary>
internal sealed class PaymentStore(Database database, Outbox outbox, TimeProvider time)
{
    private const string Columns = """
        order_id, status, amount_minor, currency, payment_method, description, radar_session, gateway_id, attempt,
        captured_minor, refunded_minor, brand, last4, decline_code, decline_message, is_refused, gateway_closed, created_at
        """;

    /// <summary>Locks the payment of <c>@orderId</c>.</summary>
    public const string LockByOrder = $"SELECT {Columns} FROM payment WHERE order_id = @orderId FOR UPDATE";

    /// <summary>Locks the payment whose money moves through <c>@GatewayId</c>.</summary>
    public const string LockByGatewayId = $"SELECT {Columns} FROM payment WHERE gateway_id = @GatewayId FOR UPDATE";

    public Task<Payment?> FindAsync(Guid orderId, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Payment>($"SELECT {Columns} FROM payment WHERE order_id = @orderId", new { orderId }, cancel);

    /// <summary>The payment whose money moves through an intent.</summary>
    public Task<Payment?> FindByGatewayIdAsync(string gatewayId, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Payment>($"SELECT {Columns} FROM payment WHERE gateway_id = @gatewayId", new { gatewayId }, cancel);

    /// <summary>The payment of an order, begun now unless it was before. From here on a crash loses nothing.</summary>
    /// <exception cref="Fault">It was begun with another amount or payment method.</exception>
    public async Task<Payment> OpenAsync(NewPayment order, CancellationToken cancel)
    {
        const string sql = $"""
            INSERT INTO payment (order_id, status, amount_minor, currency, payment_method, description, radar_session, created_at, updated_at)
            VALUES (@OrderId, 'Processing', @MinorUnits, @Currency, @PaymentMethod, @Description, NULLIF(@RadarSession, ''), @Now, @Now)
            ON CONFLICT (order_id) DO NOTHING;
            SELECT {Columns} FROM payment WHERE order_id = @OrderId
            """;
        var payment = await database.QuerySingleOrDefaultAsync<Payment>(sql, new
        {
            order.OrderId,
            order.Amount.MinorUnits,
            order.Amount.Currency,
            order.PaymentMethod,
            order.Description,
            order.RadarSession,
            Now = Now(),
        }, cancel) ?? throw new InvalidOperationException("A payment that was just begun is gone.");
        if (payment.WasCharged && !order.Matches(payment))
            throw Fault.Precondition("PAYMENT_DIFFERS", "The order was charged before with another amount or payment method.");
        return payment;
    }

    /// <summary>
    /// Cancels a payment of which the gateway has not heard, or leaves a mark where there was none: whoever charges the
    /// order later, or is about to, is refused. Any other payment is left as it is.
    /// </summary>
    public async Task<Payment> CloseUnlessSentAsync(Guid orderId, CancellationToken cancel)
    {
        const string sql = """
            INSERT INTO payment AS p (order_id, status, created_at, updated_at) VALUES (@OrderId, 'Cancelled', @Now, @Now)
            ON CONFLICT (order_id) DO UPDATE SET status = 'Cancelled', updated_at = @Now
            WHERE p.status = 'Processing' AND p.gateway_id IS NULL
            """;
        await database.ExecuteAsync(sql, new { OrderId = orderId, Now = Now() }, cancel);
        return await FindAsync(orderId, cancel) ?? throw new InvalidOperationException("A payment that was just closed is gone.");
    }

    /// <summary>Goes on to the next idempotency keys, unless somebody did already.</summary>
    public Task TakeNextKeysAsync(Payment payment, CancellationToken cancel)
    {
        const string sql = "UPDATE payment SET attempt = attempt + 1, updated_at = @Now WHERE order_id = @OrderId AND attempt = @Attempt";
        return database.ExecuteAsync(sql, new { payment.OrderId, payment.Attempt, Now = Now() }, cancel);
    }

    /// <summary>Applies what the gateway answered.</summary>
    /// <param name="orderId">Whose payment.</param>
    /// <param name="report">The answer.</param>
    /// <param name="announce">Whether Orders must be told: not when it is in the answer to whoever asked.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<Payment> ApplyAsync(Guid orderId, IntentReport report, bool announce, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            var payment = await LockAsync(transaction, orderId, cancel) ?? throw Fault.NotFound("payment");
            return await SaveAsync(transaction, payment, PaymentState.After(payment, report), announce, cancel, last: true);
        }, cancel);

    public static Task<Payment?> LockAsync(Transaction transaction, Guid orderId, CancellationToken cancel) =>
        transaction.QuerySingleOrDefaultAsync<Payment>(LockByOrder, new { orderId }, cancel);

    /// <summary>Writes a locked payment's new state, and tells Orders of news that it did not ask for.</summary>
    /// <param name="transaction">Where it is locked.</param>
    /// <param name="before">As it was locked.</param>
    /// <param name="after">As it shall be.</param>
    /// <param name="announce">Whether Orders must be told.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="last">Whether the transaction ends with it: then it commits in the same round trip.</param>
    public async Task<Payment> SaveAsync(Transaction transaction, Payment before, Payment after, bool announce, CancellationToken cancel, bool last = false)
    {
        const string sql = """
            UPDATE payment SET status = @Status, gateway_id = @GatewayId, captured_minor = @CapturedMinor, refunded_minor = @RefundedMinor,
                brand = @Brand, last4 = @Last4, decline_code = @DeclineCode, decline_message = @DeclineMessage,
                is_refused = @IsRefused,
                gateway_closed = @GatewayClosed, updated_at = @Now
            WHERE order_id = @OrderId
            """;
        if (after == before) return after;
        var tells = announce && PaymentState.IsNews(before, after);
        transaction.AfterCommit(() => BillingMetrics.Saved(before, after));
        await transaction.ExecuteAsync(sql, new
        {
            after.OrderId,
            Status = after.Status.ToString(),
            after.GatewayId,
            after.CapturedMinor,
            after.RefundedMinor,
            after.Brand,
            after.Last4,
            after.DeclineCode,
            after.DeclineMessage,
            after.IsRefused,
            after.GatewayClosed,
            Now = Now(),
        }, last && !tells, cancel);
        if (tells)
        {
            var changed = new PaymentChanged { OrderId = after.OrderId.ToString(), Payment = after.ToProto() };
            await outbox.PublishAsync(transaction, "payment", after.OrderId, changed, cancel, last);
        }

        return after;
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
