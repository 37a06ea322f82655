using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Billing;

/// <summary>
/// What is due to be compared with the gateway. A claim is the time of the comparison, written before it: no row is
/// locked during a call of the gateway, other replicas pass over it, and what came to nothing is due again later.
/// </summary>
internal sealed class ReconciliationStore(Database database, TimeProvider time)
{
    private const int BatchSize = 20;
    private const int EventBatchSize = 1_000;

    /// <summary>
    /// Orders whose payment is open, or ended without money while its intent may still be payable, and which was neither
    /// changed nor compared since. One that succeeded moves no more money by its intent.
    /// </summary>
    public Task<IReadOnlyList<Guid>> ClaimPaymentsAsync(DateTime since, CancellationToken cancel)
    {
        const string sql = """
            WITH due AS (
                SELECT order_id FROM payment
                WHERE status <> 'Succeeded' AND NOT gateway_closed AND amount_minor IS NOT NULL AND greatest(checked_at, updated_at) < @since
                ORDER BY greatest(checked_at, updated_at) LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            UPDATE payment p SET checked_at = @Now FROM due WHERE p.order_id = due.order_id
            RETURNING p.order_id
            """;
        return database.QueryAsync<Guid>(sql, new { since, Now = Now(), BatchSize }, cancel);
    }

    /// <summary>Refunds whose outcome is not known.</summary>
    public Task<IReadOnlyList<Refund>> ClaimRefundsAsync(DateTime since, CancellationToken cancel)
    {
        const string sql = """
            WITH due AS (
                SELECT id FROM refund WHERE status = 'Pending' AND greatest(checked_at, updated_at) < @since
                ORDER BY greatest(checked_at, updated_at) LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            UPDATE refund r SET checked_at = @Now FROM due WHERE r.id = due.id
            RETURNING r.id, r.order_id, r.amount_minor, r.status, r.gateway_id, r.failure_code
            """;
        return database.QueryAsync<Refund>(sql, new { since, Now = Now(), BatchSize }, cancel);
    }

    /// <summary>Removes a batch of old events. One that came again after that would change nothing: states only go forward.</summary>
    /// <returns>How many it removed.</returns>
    public Task<int> RemoveEventsAsync(DateTime before, CancellationToken cancel)
    {
        const string sql = """
            WITH old AS (
                SELECT id FROM gateway_event WHERE received_at < @before
                ORDER BY received_at LIMIT @EventBatchSize FOR UPDATE SKIP LOCKED)
            DELETE FROM gateway_event e USING old WHERE e.id = old.id
            """;
        return database.ExecuteAsync(sql, new { before, EventBatchSize }, cancel);
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
