using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;

namespace CommerceKata.Inventory;

/// <summary>
/// All SQL about counts; <see cref="ReservationStore"/> has the reservations'. Every change of on_hand or damaged
/// writes its line of the ledger in the same statement or transaction. What crosses a line by it is noted by the triggers
/// of the table; the changes here, unlike a customer's, also wake whoever tells of it.
/// </summary>
internal sealed class InventoryStore(
    Database database, Suggestions suggestions, CrossingSignal signal, TimeProvider time)
{
    public const int MaxOnHand = 1_000_000_000;

    /// <summary>A change that would leave more than <see cref="MaxOnHand"/>.</summary>
    public static readonly Problem LeavesTooMany = new("TOO_LARGE", $"would leave more than {MaxOnHand} units", ("max", $"{MaxOnHand}"));

    /// <summary>
    /// Every page with a product on it asks what can be sold of it: those that ask at once share a statement. Carts ask for a session
    /// each (<see cref="ReservationStore"/>).
    /// </summary>
    private readonly Coalescer<Guid[], IReadOnlyList<Availability>> _availability = new(
        (asked, cancel) => ReadAvailabilityAsync(database, asked, cancel), rounds: 1, most: 100, time);

    private const string Columns = "product_id, on_hand, reserved, damaged, threshold";

    private const string IsLow = "on_hand - reserved < threshold";

    private readonly Action _wake = signal.Wake;

    /// <summary>What can be sold of each product; those that are not known, or not yet, are left out.</summary>
    public Task<IReadOnlyList<Availability>> GetAvailabilityAsync(Guid[] productIds, CancellationToken cancel) => _availability.AskAsync(productIds, cancel);

    private static async Task<IReadOnlyList<IReadOnlyList<Availability>?>> ReadAvailabilityAsync(Database database, IReadOnlyList<Guid[]> asked, CancellationToken cancel)
    {
        const string sql = "SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY(@productIds)";
        var productIds = asked.SelectMany(ids => ids).Distinct().ToArray();
        var found = (await database.QueryAsync<Availability>(sql, new { productIds }, cancel)).ToDictionary(one => one.ProductId);
        return [.. asked.Select(ids => ids.Where(found.ContainsKey).Select(id => found[id]).ToList())];
    }

    public Task<IReadOnlyList<Stock>> GetManyAsync(Guid[] productIds, CancellationToken cancel) =>
        database.QueryAsync<Stock>($"SELECT {Columns} FROM stock WHERE product_id = ANY(@productIds)", new { productIds }, cancel);

    /// <summary>
    /// One page of what is below its threshold, the emptiest first. It reads the whole table, one row per product: an
    /// index on the counts would have to be written by every sale.
    /// </summary>
    public async Task<(IReadOnlyList<Stock> Rows, PageInfo Info)> ListLowAsync(Page page, CancellationToken cancel)
    {
        var (direction, beyond) = page.Backward ? ("DESC", "<") : ("ASC", ">");
        var keyset = page.Cursor is null ? "" : $"AND (on_hand - reserved, product_id) {beyond} (CAST(@AfterKey AS bigint), CAST(@AfterId AS uuid))";
        var rows = await database.QueryAsync<Stock>(
            $"""
            SELECT {Columns} FROM stock WHERE {IsLow} {keyset}
            ORDER BY on_hand - reserved {direction}, product_id {direction} LIMIT @Limit
            """,
            new { AfterKey = page.Cursor?.Keys[0], AfterId = page.Cursor?.Keys[1], page.Limit }, cancel);
        return page.Cut(rows, row => row.Cursor);
    }

    /// <summary>How many products are below their thresholds.</summary>
    public Task<int> CountLowAsync(CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<int>($"SELECT count(*)::int FROM stock WHERE {IsLow}", null, cancel);

    /// <summary>Opens the record of a new product; does nothing where there is one.</summary>
    public Task OpenAsync(Transaction transaction, Stock stock, string sku, string name, CancellationToken cancel)
    {
        const string sql = """
            WITH opened AS (
                INSERT INTO stock (product_id, on_hand, threshold, sku, name) VALUES (@ProductId, @OnHand, @Threshold, @Sku, @Name)
                ON CONFLICT DO NOTHING RETURNING product_id, on_hand)
            INSERT INTO stock_movement (product_id, on_hand, reason, reference)
            SELECT product_id, on_hand, @Reason, product_id FROM opened WHERE on_hand <> 0
            """;
        transaction.AfterCommit(_wake);
        return transaction.ExecuteAsync(
            sql, new { stock.ProductId, stock.OnHand, stock.Threshold, Sku = sku, Name = name, Reason = Reason.Opened }, cancel);
    }

    /// <summary>Sets when a product counts as low; null when there is no such product.</summary>
    public async Task<Stock?> SetThresholdAsync(Guid productId, int threshold, CancellationToken cancel)
    {
        var changed = await database.QuerySingleOrDefaultAsync<Stock>(
            $"UPDATE stock SET threshold = @threshold WHERE product_id = @productId RETURNING {Columns}", new { productId, threshold }, cancel);
        if (changed is null) return null;
        signal.Wake();
        // A threshold that an admin raises asks for more, also of a product that was low and had enough on order.
        var (_, suggested) = await suggestions.SuggestAsync(database, productId, cancel);
        if (suggested is null) await suggestions.FollowAsync(productId, cancel);
        return changed;
    }

    /// <summary>Corrects the count.</summary>
    /// <exception cref="Fault">No such product, or the count would be less than what is reserved.</exception>
    public async Task<Stock> AdjustAsync(Guid productId, int delta, string note, CancellationToken cancel)
    {
        const string sql = $"""
            WITH changed AS (
                UPDATE stock SET on_hand = on_hand + @Delta
                WHERE product_id = @ProductId AND on_hand + @Delta BETWEEN reserved AND @Max RETURNING {Columns}),
            ledger AS (
                INSERT INTO stock_movement (product_id, on_hand, reason, reference, note)
                SELECT product_id, @Delta, @Reason, @Reference, @Note FROM changed)
            SELECT {Columns} FROM changed
            """;
        var changed = await database.QuerySingleOrDefaultAsync<Stock>(sql, new
        {
            ProductId = productId,
            Delta = delta,
            Max = MaxOnHand,
            Reason = Reason.Adjusted,
            Reference = Guid.CreateVersion7(),
            Note = note,
        }, cancel);
        if (changed is not null)
        {
            signal.Wake();
            await suggestions.FollowAsync(productId, cancel);
            return changed;
        }

        if ((await GetManyAsync([productId], cancel)).Count == 0) throw Fault.NotFound("product");
        throw Fault.Invalid("delta", delta < 0 ? new("TOO_SMALL", "would leave fewer units than are reserved") : LeavesTooMany);
    }

    /// <summary>Puts units back on the shelf or beside it, once per receipt.</summary>
    /// <exception cref="Fault">A product is unknown.</exception>
    public Task ReturnAsync(Guid receiptId, IReadOnlyList<ReturnedLine> lines, CancellationToken cancel) =>
        database.TransactionAsync(transaction => ReturnAsync(transaction, receiptId, lines, cancel), cancel);

    /// <summary>As above, as part of a transaction.</summary>
    public async Task ReturnAsync(Transaction transaction, Guid receiptId, IReadOnlyList<ReturnedLine> lines, CancellationToken cancel)
    {
        const string receipt = "INSERT INTO stock_receipt (id) VALUES (@receiptId) ON CONFLICT DO NOTHING";
        const string sql = """
            WITH back AS (
                SELECT * FROM unnest(@ProductIds, @Sellable, @Damaged) AS b (product_id, sellable, damaged)),
            held AS MATERIALIZED (
                SELECT product_id FROM stock WHERE product_id = ANY(@ProductIds) ORDER BY product_id FOR NO KEY UPDATE),
            shelf AS (
                UPDATE stock s SET on_hand = s.on_hand + b.sellable, damaged = s.damaged + b.damaged
                FROM held h JOIN back b USING (product_id) WHERE s.product_id = h.product_id),
            ledger AS (
                INSERT INTO stock_movement (product_id, on_hand, damaged, reason, reference)
                SELECT product_id, sellable, damaged, @Reason, @ReceiptId FROM held JOIN back USING (product_id))
            SELECT count(*)::int FROM held
            """;
        if (await transaction.ExecuteAsync(receipt, new { receiptId }, cancel) == 0) return;
        var known = await transaction.QuerySingleOrDefaultAsync<int>(sql, new
        {
            ReceiptId = receiptId,
            Reason = Reason.Returned,
            ProductIds = lines.Select(line => line.ProductId).ToArray(),
            Sellable = lines.Select(line => line.Sellable).ToArray(),
            Damaged = lines.Select(line => line.Damaged).ToArray(),
        }, cancel);
        if (known < lines.Count) throw Fault.NotFound("product");
        transaction.AfterCommit(_wake);
    }
}
