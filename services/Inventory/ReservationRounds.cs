using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Inventory;

/// <summary>
/// Takes stock for orders that come at the same moment in one transaction, with one lock and one commit for all of them: so many as want a
/// product in demand need not wait for each other's commits. One that comes alone is a single statement of <see cref="ReservationStore"/>.
/// </summary>
internal sealed class ReservationRounds
{
    /// <summary>While one waits for its commit the next can be read.</summary>
    private const int AtOnce = 2;

    private const int Most = 64;

    private readonly Database _database;
    private readonly ReservationStore _store;
    private readonly Coalescer<NewReservation, ReserveOutcome> _rounds;

    public ReservationRounds(Database database, ReservationStore store, TimeProvider time)
    {
        (_database, _store) = (database, store);
        _rounds = new(RunAsync, AtOnce, Most, time);
    }

    /// <summary>Holds all lines for an order, or none of them. Times are the database's.</summary>
    /// <exception cref="ServiceDefaults.Errors.Fault">The order's reservation ended, or has other lines.</exception>
    public Task<ReserveOutcome> ReserveAsync(NewReservation wanted, CancellationToken cancel) => _rounds.AskAsync(wanted, cancel);

    private async Task<IReadOnlyList<ReserveOutcome?>> RunAsync(IReadOnlyList<NewReservation> wanted, CancellationToken cancel) => wanted is [var one]
        ? [await _store.ReserveAsync(one, cancel)]
        : await TogetherAsync(wanted, cancel);

    /// <summary>Nothing is said of orders that have a reservation, or came twice: they are looked at one by one.</summary>
    private async Task<IReadOnlyList<ReserveOutcome?>> TogetherAsync(IReadOnlyList<NewReservation> wanted, CancellationToken cancel)
    {
        // The second statement sees what those committed who had the rows before.
        const string hold = """
            SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY(@ProductIds) ORDER BY product_id FOR NO KEY UPDATE;
            SELECT order_id FROM reservation WHERE order_id = ANY(@OrderIds);
            SELECT clock_timestamp()
            """;
        return await _database.TransactionAsync<IReadOnlyList<ReserveOutcome?>>(async transaction =>
        {
            var (available, known, now) = await transaction.QueryManyAsync(hold, new
            {
                ProductIds = wanted.SelectMany(one => one.Lines).Select(line => line.ProductId).Distinct().ToArray(),
                OrderIds = wanted.Select(one => one.OrderId).ToArray(),
            }, async results => (
                (await results.ReadAsync<Availability>()).ToDictionary(one => one.ProductId, one => one.Available),
                (await results.ReadAsync<Guid>()).ToHashSet(),
                await results.ReadSingleAsync<DateTime>()), cancel);
            var asked = wanted.Where(one => known.Add(one.OrderId)).ToList();
            var missing = Allotment.Of(available, asked.Select(one => one.Lines));
            var outcomes = new Dictionary<NewReservation, ReserveOutcome>(ReferenceEqualityComparer.Instance);
            foreach (var (one, shortLines) in asked.Zip(missing))
                outcomes.Add(one, shortLines.Count > 0 ? new ReserveOutcome.Short(shortLines) : new ReserveOutcome.Held(now.AddSeconds(one.HoldSeconds)));
            transaction.AfterCommit(() => Count(outcomes));
            List<NewReservation> held = [.. asked.Where(one => outcomes[one] is ReserveOutcome.Held)];
            if (held.Count > 0) await TakeAsync(transaction, held, now, cancel);
            return [.. wanted.Select(one => outcomes.GetValueOrDefault(one))];
        }, cancel);
    }

    private static Task<int> TakeAsync(Transaction transaction, List<NewReservation> held, DateTime now, CancellationToken cancel)
    {
        const string take = """
            WITH taken AS (
                INSERT INTO reservation (order_id, session_id, status, expires_at)
                SELECT order_id, session_id, 'ACTIVE', expires_at
                FROM unnest(@OrderIds, @Sessions, @Ends) AS r (order_id, session_id, expires_at)),
            lines AS (
                INSERT INTO reservation_line (order_id, product_id, quantity) SELECT * FROM unnest(@Orders, @ProductIds, @Quantities))
            UPDATE stock s SET reserved = s.reserved + w.quantity
            FROM (SELECT product_id, sum(quantity)::int AS quantity FROM unnest(@ProductIds, @Quantities) AS l (product_id, quantity) GROUP BY product_id) AS w
            WHERE s.product_id = w.product_id
            """;
        var lines = held.SelectMany(one => one.Lines.Select(line => (one.OrderId, line.ProductId, line.Quantity))).ToList();
        return transaction.ExecuteLastAsync(take, new
        {
            OrderIds = held.Select(one => one.OrderId).ToArray(),
            Sessions = held.Select(one => one.SessionId).ToArray(),
            Ends = held.Select(one => now.AddSeconds(one.HoldSeconds)).ToArray(),
            Orders = lines.Select(line => line.OrderId).ToArray(),
            ProductIds = lines.Select(line => line.ProductId).ToArray(),
            Quantities = lines.Select(line => line.Quantity).ToArray(),
        }, cancel);
    }

    private static void Count(Dictionary<NewReservation, ReserveOutcome> outcomes)
    {
        foreach (var (wanted, outcome) in outcomes)
        {
            if (outcome is ReserveOutcome.Short shortage) InventoryMetrics.Short(shortage.Lines);
            else InventoryMetrics.Held(wanted.Lines);
        }

        KillPoint.Reach("inventory.reserved");
    }
}
