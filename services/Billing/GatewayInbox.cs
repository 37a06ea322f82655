using System.Text.Json;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using Dapper;

namespace CommerceKata.Billing;

/// <summary>What became of an event.</summary>
internal enum Received
{
    Applied,

    /// <summary>It tells what an answer or another event has told: nothing to do, however often it comes.</summary>
    Known,

    /// <summary>It came before, and had its effect then.</summary>
    Duplicate,

    /// <summary>No payment has that intent yet: it waits for one.</summary>
    Kept,
}

/// <summary>
/// The gateway's events: each that tells something new is applied once, by its id, in one transaction with the note of it. One that comes
/// before its payment knows the gateway's name for itself is kept until then.
/// </summary>
internal sealed class GatewayInbox(Database database, PaymentStore payments, RefundStore refunds, TimeProvider time)
{
    /// <summary>
    /// One at a time per intent. Without it, an event and the payment that it waits for could each commit without
    /// seeing the other, and the event would wait for ever.
    /// </summary>
    private const string InTurn = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(@GatewayId, 0))";

    public async Task<Received> ReceiveAsync(GatewayEvent raised, CancellationToken cancel)
    {
        const string find = $"{InTurn}; {PaymentStore.LockByGatewayId}";
        // Where its payment is there it is applied with this same transaction.
        const string note = """
            INSERT INTO gateway_event (id, type, gateway_id, fact, received_at, applied_at) VALUES (@Id, @Type, @GatewayId, @Fact::jsonb, @Now, @AppliedAt)
            ON CONFLICT (id) DO NOTHING
            """;
        // Most often it tells what the answer has told already. A payment never goes back, so that is true for ever: no lock, and nothing to write.
        if (await payments.FindByGatewayIdAsync(raised.GatewayId, cancel) is { } seen && PaymentState.Knows(seen, raised)) return Received.Known;
        return await database.TransactionAsync(async transaction =>
        {
            var payment = await transaction.QueryManyAsync(find, new { raised.GatewayId }, async results =>
            {
                await results.ReadAsync<int>();
                return await results.ReadSingleOrDefaultAsync<Payment>();
            }, cancel);
            // The answer came while this one waited for the lock.
            if (payment is not null && PaymentState.Knows(payment, raised)) return Received.Known;
            DateTime? appliedAt = payment is null ? null : Now();
            var parameters = new { raised.Id, raised.Type, raised.GatewayId, Fact = JsonSerializer.Serialize(raised), Now = Now(), AppliedAt = appliedAt };
            var noted = await transaction.ExecuteAsync(note, parameters, last: payment is null, cancel);
            if (noted == 0) return Received.Duplicate;
            if (payment is null) return Received.Kept;
            await ApplyAsync(transaction, payment, raised, announce: true, cancel);
            return Received.Applied;
        }, cancel);
    }

    /// <summary>
    /// Names the intent through which a payment's money will move, unless it has one or was cancelled meanwhile, and
    /// applies the events that waited for it.
    /// </summary>
    /// <returns>The payment as it is now. If it names another intent, or none, the given one must not be confirmed.</returns>
    public Task<Payment> AttachAsync(Guid orderId, IntentReport created, bool announce, CancellationToken cancel)
    {
        const string find = $"""
            {InTurn};
            {PaymentStore.LockByOrder};
            SELECT fact::text FROM gateway_event WHERE gateway_id = @GatewayId AND applied_at IS NULL ORDER BY received_at, id
            """;
        const string done = "UPDATE gateway_event SET applied_at = @Now WHERE id = @Id";
        return database.TransactionAsync(async transaction =>
        {
            var (payment, waiting) = await transaction.QueryManyAsync(find, new { orderId, created.GatewayId }, async results =>
            {
                await results.ReadAsync<int>();
                return (await results.ReadSingleOrDefaultAsync<Payment>(), (await results.ReadAsync<string>()).AsList());
            }, cancel);
            if (payment is null) throw Fault.NotFound("payment");
            if (payment is not { IsOpen: true, GatewayId: null }) return payment;
            var named = PaymentState.After(payment with { GatewayId = created.GatewayId }, created);
            payment = await payments.SaveAsync(transaction, payment, named, announce: false, cancel, last: waiting.Count == 0);
            foreach (var raised in waiting.Select(fact => JsonSerializer.Deserialize<GatewayEvent>(fact)!))
            {
                payment = await ApplyAsync(transaction, payment, raised, announce, cancel);
                await transaction.ExecuteAsync(done, new { raised.Id, Now = Now() }, cancel);
            }

            return payment;
        }, cancel);
    }

    private async Task<Payment> ApplyAsync(
        Transaction transaction, Payment payment, GatewayEvent raised, bool announce, CancellationToken cancel)
    {
        if (raised.Intent is { } intent)
            payment = await payments.SaveAsync(transaction, payment, PaymentState.After(payment, intent), announce, cancel);
        if (raised.Refund is { } refund)
        {
            payment = await payments.SaveAsync(transaction, payment, PaymentState.AfterRefund(payment), announce, cancel);
            payment = (await refunds.SettleAsync(transaction, payment, refund, announce, cancel)).Payment;
        }

        return payment;
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
