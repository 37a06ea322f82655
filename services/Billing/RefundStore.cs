using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Billing;

/// <summary>A refund to make, checked.</summary>
internal sealed record NewRefund(Guid Id, Guid OrderId, Money Amount);

/// <summary>A refund, the payment that it belongs to, and whether the row was made just now.</summary>
internal sealed record ReservedRefund(Payment Payment, Refund Refund, bool IsNew);

/// <summary>The refunds' rows. The payment's row is locked first: it guards what is left.</summary>
internal sealed class RefundStore(Database database, PaymentStore payments, TimeProvider time)
{
    private const string Columns = "id, order_id, amount_minor, status, gateway_id, failure_code";

    /// <summary>Sets the amount aside, or finds what was set aside under this id before.</summary>
    /// <exception cref="Fault">Never charged; more than what is left; or the id belongs to another refund.</exception>
    public Task<ReservedRefund> ReserveAsync(NewRefund wanted, CancellationToken cancel)
    {
        const string insert = """
            INSERT INTO refund (id, order_id, amount_minor, status, created_at, updated_at)
            VALUES (@Id, @OrderId, @AmountMinor, 'Pending', @Now, @Now)
            """;
        return database.TransactionAsync(async transaction =>
        {
            var payment = await PaymentStore.LockAsync(transaction, wanted.OrderId, cancel);
            if (payment is not { WasCharged: true }) throw Fault.NotFound("payment");
            if (payment.Currency != wanted.Amount.Currency) throw Fault.Invalid("amount", Problem.WrongCurrency(payment.Currency!));
            if (await FindAsync(transaction, wanted.Id, gatewayId: null, cancel) is { } known)
            {
                var same = known.OrderId == wanted.OrderId && known.AmountMinor == wanted.Amount.MinorUnits;
                return same ? new(payment, known, IsNew: false)
                    : throw Fault.Precondition("REFUND_DIFFERS", "The refund id was used before for another refund.");
            }

            if (wanted.Amount.MinorUnits > payment.CapturedMinor - await TotalAsync(transaction, wanted.OrderId, ["Pending", "Succeeded"], cancel))
                throw Fault.Precondition("MORE_THAN_LEFT", "The refund is more than what is left of the payment.");
            var refund = new Refund { Id = wanted.Id, OrderId = wanted.OrderId, AmountMinor = wanted.Amount.MinorUnits };
            await transaction.ExecuteAsync(insert, new { refund.Id, refund.OrderId, refund.AmountMinor, Now = Now() }, cancel);
            return new ReservedRefund(payment, refund, IsNew: true);
        }, cancel);
    }

    /// <summary>Applies what the gateway answered.</summary>
    /// <param name="orderId">Whose refund.</param>
    /// <param name="report">The answer.</param>
    /// <param name="announce">Whether Orders must be told: not when it is in the answer to whoever asked.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<ReservedRefund> SettleAsync(Guid orderId, RefundReport report, bool announce, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            var payment = await PaymentStore.LockAsync(transaction, orderId, cancel) ?? throw Fault.NotFound("payment");
            return await SettleAsync(transaction, payment, report, announce, cancel);
        }, cancel);

    /// <summary>As above, under the payment's lock. A refund that was made by hand at the gateway gets its row here.</summary>
    public async Task<ReservedRefund> SettleAsync(
        Transaction transaction, Payment payment, RefundReport report, bool announce, CancellationToken cancel)
    {
        const string upsert = """
            INSERT INTO refund (id, order_id, amount_minor, status, gateway_id, failure_code, created_at, updated_at)
            VALUES (@Id, @OrderId, @AmountMinor, @Status, @GatewayId, @FailureCode, @Now, @Now)
            ON CONFLICT (id) DO UPDATE SET
                status = excluded.status, gateway_id = excluded.gateway_id, failure_code = excluded.failure_code, updated_at = excluded.updated_at
            """;
        var before = await FindAsync(transaction, report.RefundId, report.GatewayId, cancel) ?? new Refund
        {
            Id = report.RefundId ?? Guid.CreateVersion7(),
            OrderId = payment.OrderId,
            AmountMinor = report.AmountMinor,
        };
        var after = RefundState.After(before, report);
        await transaction.ExecuteAsync(upsert, new
        {
            after.Id,
            after.OrderId,
            after.AmountMinor,
            Status = after.Status.ToString(),
            after.GatewayId,
            after.FailureCode,
            Now = Now(),
        }, cancel);
        transaction.AfterCommit(() => BillingMetrics.Settled(before.Status, after, payment.Currency!));
        var refunded = await TotalAsync(transaction, payment.OrderId, ["Succeeded"], cancel);
        // The gateway gives back no more than it took. If it looks like more, one of these was sent back by the bank, and made
        // room for another, and the news of that is still on its way.
        var paid = payment with { RefundedMinor = Math.Min(refunded, payment.CapturedMinor) };
        paid = await payments.SaveAsync(transaction, payment, paid, announce, cancel);
        return new(paid, after, IsNew: false);
    }

    private static Task<Refund?> FindAsync(Transaction transaction, Guid? id, string? gatewayId, CancellationToken cancel) =>
        transaction.QuerySingleOrDefaultAsync<Refund>(
            $"SELECT {Columns} FROM refund WHERE id = @id OR gateway_id = @gatewayId FOR UPDATE", new { id, gatewayId }, cancel);

    private static Task<long> TotalAsync(Transaction transaction, Guid orderId, string[] statuses, CancellationToken cancel) =>
        transaction.QuerySingleOrDefaultAsync<long>(
            "SELECT coalesce(sum(amount_minor), 0)::bigint FROM refund WHERE order_id = @orderId AND status = ANY(@statuses)",
            new { orderId, statuses }, cancel);

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
