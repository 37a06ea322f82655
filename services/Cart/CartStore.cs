using CommerceKata.ServiceDefaults.Data;
using Dapper;

namespace CommerceKata.Cart;

/// <summary>
/// All SQL on carts. A change is worked out from the cart as it was read, and written only if nobody changed it since: its version
/// says so. Whoever was overtaken reads again, so that none is lost, and no row stays locked while a network is waited for.
/// </summary>
internal sealed class CartStore(Database database, TimeProvider time)
{
    /// <summary>A batch of abandoned carts, locked.</summary>
    internal const string Abandoned = "SELECT id FROM cart WHERE updated_at < @before ORDER BY updated_at LIMIT @size FOR UPDATE SKIP LOCKED";

    private const string Columns = "id, user_id, version, updated_at";

    /// <summary>A user's cart; null before the first item.</summary>
    public Task<Cart?> FindAsync(Guid userId, CancellationToken cancel) => FindAsync(database, "c.user_id = @id", userId, cancel);

    /// <summary>Changes a user's cart, if there is one, and if it is the version expected.</summary>
    public Task<ChangedCart> ChangeAsync(Guid userId, long? expected, Func<Cart, Cart> change, CancellationToken cancel) =>
        ChangeAsync(userId, expected, change, create: false, cancel);

    /// <summary>Changes a user's cart, which is made if there is none, if it is the version expected.</summary>
    public Task<ChangedCart> ChangeOrCreateAsync(Guid userId, long? expected, Func<Cart, Cart> change, CancellationToken cancel) =>
        ChangeAsync(userId, expected, change, create: true, cancel);

    /// <summary>Moves one user's lines into another's cart; null when there is nothing to move.</summary>
    public Task<MergedCarts?> MergeAsync(Guid fromUserId, Guid intoUserId, CancellationToken cancel) =>
        database.TransactionAsync(transaction => MergeAsync(transaction, fromUserId, intoUserId, cancel), cancel);

    /// <summary>As above, as part of a transaction.</summary>
    public async Task<MergedCarts?> MergeAsync(Transaction transaction, Guid fromUserId, Guid intoUserId, CancellationToken cancel)
    {
        const string any = "SELECT EXISTS (SELECT FROM cart_line l JOIN cart c ON c.id = l.cart_id WHERE c.user_id = @fromUserId)";
        if (!await transaction.QuerySingleOrDefaultAsync<bool>(any, new { fromUserId }, cancel)) return null;
        var carts = await CreateAndLockAsync(transaction, intoUserId, "user_id IN (@fromUserId, @intoUserId)", new { fromUserId, intoUserId }, cancel);
        if (carts.SingleOrDefault(cart => cart.UserId == fromUserId) is not { } from) return null;
        var into = carts.Single(cart => cart.UserId == intoUserId);
        var merged = into.Merge(from);
        return merged with
        {
            From = await WriteLockedAsync(transaction, from, merged.From, cancel),
            Into = await WriteLockedAsync(transaction, into, merged.Into, cancel),
        };
    }

    /// <summary>Changes a cart by its id, if it is there, with the transaction.</summary>
    public async Task ChangeAsync(Transaction transaction, Guid cartId, Func<Cart, Cart> change, CancellationToken cancel)
    {
        while (await FindAsync(transaction, "c.id = @id", cartId, cancel) is { } cart && await WriteAsync(transaction, cart, change(cart), isNew: false, cancel) is null)
        {
        }
    }

    /// <summary>
    /// Removes a batch of carts that nobody changed since then, with their lines. One that somebody is changing is passed
    /// over, and one that was changed a moment ago is seen as it is now: both stay.
    /// </summary>
    /// <returns>How many it removed.</returns>
    public Task<int> ClearBatchAsync(DateTime before, int size, CancellationToken cancel)
    {
        const string sql = $"WITH abandoned AS ({Abandoned}) DELETE FROM cart c USING abandoned WHERE c.id = abandoned.id";
        return database.ExecuteAsync(sql, new { before, size }, cancel);
    }

    private async Task<ChangedCart> ChangeAsync(Guid userId, long? expected, Func<Cart, Cart> change, bool create, CancellationToken cancel)
    {
        // Who is overtaken has lost to a change that went through: this comes to an end.
        while (true)
        {
            var cart = await FindAsync(userId, cancel);
            if (expected is { } version && version != (cart?.Version ?? 0)) return new(cart, AsExpected: false);
            if (cart is null && !create) return new(null, AsExpected: true);
            var before = cart ?? new Cart(Guid.CreateVersion7(), userId, Version: 0, UpdatedAt: default, []);
            if (await WriteAsync(database, before, change(before), isNew: cart is null, cancel) is not { } after) continue;
            if (cart is null) CartMetrics.Created();
            return new(after, AsExpected: true);
        }
    }

    private static async Task<Cart?> FindAsync(ISql sql, string which, Guid id, CancellationToken cancel)
    {
        // One statement, hence one moment: the version belongs to these lines.
        var rows = await sql.QueryAsync<CartRow>($"""
            SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
            FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE {which} ORDER BY l.position
            """, new { id }, cancel);
        return rows.Count == 0 ? null : rows[0].ToCart([.. rows.Select(row => row.ToLine()).OfType<CartLine>()]);
    }

    /// <summary>Makes a user's cart if there is none, and locks those named, of which it is one.</summary>
    private async Task<IReadOnlyList<Cart>> CreateAndLockAsync(
        Transaction transaction, Guid userId, string which, object parameters, CancellationToken cancel)
    {
        const string create = """
            INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (@NewId, @NewUserId, 0, @Now, @Now)
            ON CONFLICT (user_id) DO NOTHING RETURNING true;
            """;
        // An abandoned cart may be cleared between the two statements. A new one is not abandoned: the second time is the last.
        while (true)
        {
            var all = new DynamicParameters(parameters);
            all.AddDynamicParams(new { NewId = Guid.CreateVersion7(), NewUserId = userId, Now = time.GetUtcNow().UtcDateTime });
            var (made, carts) = await transaction.QueryManyAsync(
                create + Lock(which), all, async results => (await results.ReadSingleOrDefaultAsync<bool>(), await ReadAsync(results)), cancel);
            if (!carts.Any(cart => cart.UserId == userId)) continue;
            if (made) transaction.AfterCommit(CartMetrics.Created);
            return carts;
        }
    }

    /// <summary>Locks carts in the order of their ids, then reads their lines as they are now that nobody else can change them.</summary>
    private static string Lock(string which) => $"""
        SELECT {Columns} FROM cart WHERE {which} ORDER BY id FOR UPDATE;
        SELECT cart_id, id, product_id, quantity FROM cart_line WHERE cart_id IN (SELECT id FROM cart WHERE {which}) ORDER BY position
        """;

    private static async Task<IReadOnlyList<Cart>> ReadAsync(SqlMapper.GridReader results)
    {
        var carts = await results.ReadAsync<HeadRow>();
        var rows = (await results.ReadAsync<LineRow>()).ToLookup(row => row.CartId, row => row.ToLine());
        return [.. carts.Select(cart => cart.ToCart([.. rows[cart.Id]]))];
    }

    private async Task<Cart> WriteLockedAsync(Transaction transaction, Cart before, Cart after, CancellationToken cancel) =>
        await WriteAsync(transaction, before, after, isNew: false, cancel) ?? throw new InvalidOperationException("A cart that is locked was changed.");

    /// <summary>Writes what is different, and counts the version up if anything is: all of it in one statement.</summary>
    /// <returns>The cart as it is now; null when it is not the one any more that was read, and nothing was written.</returns>
    private async Task<Cart?> WriteAsync(ISql sql, Cart before, Cart after, bool isNew, CancellationToken cancel)
    {
        const string make = "INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (@Id, @UserId, @Version + 1, @Now, @Now) ON CONFLICT (user_id) DO NOTHING";
        const string count = "UPDATE cart SET version = version + 1, updated_at = @Now WHERE id = @Id AND version = @Version";
        const string lines = """
            gone AS (
                DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(@Gone)),
            put AS (
                INSERT INTO cart_line (id, cart_id, product_id, quantity)
                SELECT line.id, head.id, line.product_id, line.quantity
                FROM head CROSS JOIN unnest(@Ids, @ProductIds, @Quantities) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY line.place
                ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity)
            SELECT updated_at FROM head
            """;
        var gone = before.Lines.ExceptBy(after.Lines.Select(line => line.Id), line => line.Id).Select(line => line.Id).ToArray();
        var changed = after.Lines.Except(before.Lines).ToArray();
        if (!isNew && gone.Length == 0 && changed.Length == 0) return before;
        var now = await sql.QuerySingleOrDefaultAsync<DateTime?>($"WITH head AS ({(isNew ? make : count)} RETURNING id, updated_at), {lines}", new
        {
            after.Id,
            after.UserId,
            before.Version,
            Gone = gone,
            Ids = changed.Select(line => line.Id).ToArray(),
            ProductIds = changed.Select(line => line.ProductId).ToArray(),
            Quantities = changed.Select(line => line.Quantity).ToArray(),
            Now = time.GetUtcNow().UtcDateTime,
        }, cancel);
        return now is { } at ? after with { Version = before.Version + 1, UpdatedAt = at } : null;
    }

    private sealed record HeadRow(Guid Id, Guid UserId, long Version, DateTime UpdatedAt)
    {
        public Cart ToCart(CartLine[] lines) => new(Id, UserId, Version, UpdatedAt, [.. lines]);
    }

    private sealed record LineRow(Guid CartId, Guid Id, Guid ProductId, int Quantity)
    {
        public CartLine ToLine() => new(Id, ProductId, Quantity);
    }

    private sealed record CartRow(Guid Id, Guid UserId, long Version, DateTime UpdatedAt, Guid? LineId, Guid? ProductId, int? Quantity)
    {
        public Cart ToCart(CartLine[] lines) => new(Id, UserId, Version, UpdatedAt, [.. lines]);

        public CartLine? ToLine() => LineId is { } id ? new(id, ProductId!.Value, Quantity!.Value) : null;
    }
}

/// <summary>What came of a change.</summary>
/// <param name="Cart">The cart as it is now; null when there is none.</param>
/// <param name="AsExpected">Whether it was the version that the caller had seen; if not, nothing changed.</param>
internal sealed record ChangedCart(Cart? Cart, bool AsExpected);
