using CommerceKata.ServiceDefaults.Data;
using Dapper;

namespace CommerceKata.Cart;

/// <summary>
/// How carts are read and written, several at a time: what is read is how they were at one moment, and what is written is written only
/// over the version that was read.
/// </summary>
internal static class CartRows
{
    /// <summary>The carts of these users.</summary>
    public const string OfUsers = "c.user_id = ANY(@ids)";

    /// <summary>The carts with these ids.</summary>
    public const string WithIds = "c.id = ANY(@ids)";

    /// <summary>Those there are, with their lines.</summary>
    /// <param name="sql">Where.</param>
    /// <param name="which"><see cref="OfUsers"/> or <see cref="WithIds"/>.</param>
    /// <param name="ids">Of users or carts.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<IReadOnlyList<Cart>> FindAsync(ISql sql, string which, Guid[] ids, CancellationToken cancel) =>
        Carts(await sql.QueryAsync<Row>(Find(which), new { ids }, cancel));

    /// <summary>Locks carts in the order of their ids, then reads them as they are now that nobody else can change them.</summary>
    /// <param name="which"><see cref="OfUsers"/> or <see cref="WithIds"/>.</param>
    public static string Lock(string which) => $"SELECT c.id FROM cart c WHERE {which} ORDER BY c.id FOR UPDATE; {Find(which)}";

    /// <summary>The carts that were locked.</summary>
    /// <param name="results">Of <see cref="Lock"/>.</param>
    public static async Task<IReadOnlyList<Cart>> ReadLockedAsync(SqlMapper.GridReader results)
    {
        await results.ReadAsync<Guid>();
        return Carts(await results.ReadAsync<Row>());
    }

    /// <summary>One statement, hence one moment: the version belongs to these lines.</summary>
    private static string Find(string which) => $"""
        SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity, l.left_out
        FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE {which} ORDER BY l.position
        """;

    private static IReadOnlyList<Cart> Carts(IEnumerable<Row> rows) =>
        [.. rows.GroupBy(row => row.Id).Select(cart => cart.First().ToCart([.. cart.Select(row => row.ToLine()).OfType<CartLine>()]))];

    /// <summary>Writes what is different, and counts the versions up: all of it in one statement.</summary>
    /// <param name="sql">Where.</param>
    /// <param name="changes">Of different carts, each with something different.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Those that were still as they had been read, as they are now, by their ids; the others were left as they are.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Cart>> WriteAsync(ISql sql, IReadOnlyList<CartChange> changes, DateTime now, CancellationToken cancel)
    {
        // Locked in the order of their ids: two who write several of the same carts wait for each other, and not in a circle.
        const string write = """
            WITH made AS (
                INSERT INTO cart (id, user_id, version, created_at, updated_at)
                SELECT id, user_id, 1, @now, @now FROM unnest(@NewIds, @NewUserIds) AS n (id, user_id) ORDER BY user_id
                ON CONFLICT (user_id) DO NOTHING RETURNING id, updated_at),
            held AS MATERIALIZED (
                SELECT id FROM cart WHERE id = ANY(@Ids) AND (id, version) IN (SELECT * FROM unnest(@Ids, @Versions)) ORDER BY id FOR NO KEY UPDATE),
            counted AS (
                UPDATE cart c SET version = c.version + 1, updated_at = @now FROM held WHERE c.id = held.id RETURNING c.id, c.updated_at),
            head AS (
                SELECT * FROM made UNION ALL SELECT * FROM counted),
            gone AS (
                DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(@Gone)),
            put AS (
                INSERT INTO cart_line (id, cart_id, product_id, quantity, left_out)
                SELECT line.id, head.id, line.product_id, line.quantity, line.left_out
                FROM unnest(@LineIds, @CartIds, @ProductIds, @Quantities, @LeftOut) WITH ORDINALITY
                    AS line (id, cart_id, product_id, quantity, left_out, place)
                JOIN head ON head.id = line.cart_id ORDER BY line.place
                ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, left_out = excluded.left_out)
            SELECT * FROM head
            """;
        var (made, kept) = (changes.Where(change => change.IsNew).ToList(), changes.Where(change => !change.IsNew).ToList());
        var lines = changes.SelectMany(change => change.Put.Select(line => (Line: line, CartId: change.After.Id))).ToList();
        var written = (await sql.QueryAsync<(Guid Id, DateTime UpdatedAt)>(write, new
        {
            now,
            NewIds = made.Select(change => change.After.Id).ToArray(),
            NewUserIds = made.Select(change => change.After.UserId).ToArray(),
            Ids = kept.Select(change => change.Before.Id).ToArray(),
            Versions = kept.Select(change => change.Before.Version).ToArray(),
            Gone = kept.SelectMany(change => change.Gone).ToArray(),
            LineIds = lines.Select(put => put.Line.Id).ToArray(),
            CartIds = lines.Select(put => put.CartId).ToArray(),
            ProductIds = lines.Select(put => put.Line.ProductId).ToArray(),
            Quantities = lines.Select(put => put.Line.Quantity).ToArray(),
            LeftOut = lines.Select(put => put.Line.LeftOut).ToArray(),
        }, cancel)).ToDictionary(row => row.Id, row => row.UpdatedAt);
        return changes.Where(change => written.ContainsKey(change.After.Id))
            .ToDictionary(change => change.After.Id, change => change.After with { Version = change.Before.Version + 1, UpdatedAt = written[change.After.Id] });
    }

    private sealed record Row(
        Guid Id, Guid UserId, long Version, DateTime UpdatedAt,
        Guid? LineId, Guid? ProductId, int? Quantity, int? LeftOut)
    {
        public Cart ToCart(CartLine[] lines) => new(Id, UserId, Version, UpdatedAt, [.. lines]);

        public CartLine? ToLine() =>
            LineId is { } id ? new(id, ProductId!.Value, Quantity!.Value, LeftOut!.Value) : null;
    }
}

/// <summary>A cart as it was read, and as it shall be.</summary>
/// <param name="Before">With the version that must still be there.</param>
/// <param name="After">With the lines that it shall have.</param>
/// <param name="IsNew">Whether its user had none.</param>
internal sealed record CartChange(Cart Before, Cart After, bool IsNew = false)
{
    /// <summary>Lines that go.</summary>
    public IReadOnlyList<Guid> Gone { get; } = [.. Before.Lines.ExceptBy(After.Lines.Select(line => line.Id), line => line.Id).Select(line => line.Id)];

    /// <summary>Lines that are new or different.</summary>
    public IReadOnlyList<CartLine> Put { get; } = [.. After.Lines.Except(Before.Lines)];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsNone => !IsNew && Gone.Count == 0 && Put.Count == 0;
}
