using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Inventory;

/// <summary>The counts of a product as its row has them, and as its history gives them.</summary>
internal sealed record Tally(
    Guid ProductId, int OnHand, int Reserved, int Damaged, long LedgerOnHand, long LedgerReserved, long LedgerDamaged)
{
    /// <summary>Each count that is wrong: "on_hand is 7, should be 5".</summary>
    public IReadOnlyList<string> Differences =>
    [
        .. new[] { ("on_hand", OnHand, LedgerOnHand), ("reserved", Reserved, LedgerReserved), ("damaged", Damaged, LedgerDamaged) }
            .Where(count => count.Item2 != count.Item3)
            .Select(count => $"{count.Item1} is {count.Item2}, should be {count.Item3}"),
    ];
}

/// <summary>Counts again, from the movements and the reservations.</summary>
internal sealed class LedgerStore(Database database)
{
    private const string Tallies = """
        SELECT s.product_id, s.on_hand, s.reserved, s.damaged, COALESCE(m.on_hand, 0) AS ledger_on_hand,
            COALESCE(r.reserved, 0) AS ledger_reserved, COALESCE(m.damaged, 0) AS ledger_damaged
        FROM counted s
        LEFT JOIN (
            SELECT product_id, sum(on_hand) AS on_hand, sum(damaged) AS damaged FROM stock_movement
            WHERE product_id BETWEEN @First AND @Last GROUP BY 1) m USING (product_id)
        LEFT JOIN (
            SELECT l.product_id, sum(l.quantity) AS reserved FROM reservation_line l JOIN reservation USING (order_id)
            WHERE status = 'ACTIVE' AND l.product_id BETWEEN @First AND @Last GROUP BY 1) r USING (product_id)
        """;

    /// <summary>How many products there are.</summary>
    public Task<int> CountAsync(CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<int>("SELECT count(*)::int FROM stock", null, cancel);

    /// <summary>The next products by id; none when all were seen.</summary>
    public Task<IReadOnlyList<Guid>> NextAsync(Guid after, int max, CancellationToken cancel) => database.QueryAsync<Guid>(
        "SELECT product_id FROM stock WHERE product_id > @after ORDER BY product_id LIMIT @max", new { after, max }, cancel);

    /// <summary>Counts products again, in one statement: it sees each change whole or not at all, and locks nothing.</summary>
    public Task<IReadOnlyList<Tally>> TallyAsync(Guid first, Guid last, CancellationToken cancel) => database.QueryAsync<Tally>(
        $"WITH counted AS (SELECT * FROM stock WHERE product_id BETWEEN @First AND @Last) {Tallies} ORDER BY product_id",
        new { First = first, Last = last }, cancel);

    /// <summary>
    /// Sets a product's counts to what its history gives; false where that cannot be, as with fewer than nothing on hand.
    /// </summary>
    public Task<bool> MendAsync(Guid productId, CancellationToken cancel)
    {
        const string hold = "SELECT product_id FROM stock WHERE product_id = @productId FOR NO KEY UPDATE";
        const string mend = $"""
            WITH counted AS (SELECT * FROM stock WHERE product_id = @First),
            tally AS ({Tallies})
            UPDATE stock s SET on_hand = t.ledger_on_hand, reserved = t.ledger_reserved, damaged = t.ledger_damaged FROM tally t
            WHERE s.product_id = t.product_id AND t.ledger_reserved BETWEEN 0 AND t.ledger_on_hand AND t.ledger_damaged >= 0
            """;
        return database.TransactionAsync(async transaction =>
        {
            // Whoever changes a count or a reservation holds the row: what the next statement sees stays so.
            await transaction.ExecuteAsync(hold, new { productId }, cancel);
            return await transaction.ExecuteAsync(mend, new { First = productId, Last = productId }, cancel) == 1;
        }, cancel);
    }
}
