using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Cart;

/// <summary>
/// All SQL on carts. Whoever changes a cart locks its row first, so that changes of one cart happen one after the
/// other and none is lost.
/// </summary>
internal sealed class CartStore(Database database, TimeProvider time)
{
    private const string Columns = "id, user_id, version, updated_at";

    /// <summary>A user's cart; null before the first item.</summary>
    public async Task<Cart?> FindAsync(Guid userId, CancellationToken cancel)
    {
        // One statement, hence one moment: the version belongs to these lines.
        const string sql = $"""
            SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
            FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = @userId ORDER BY l.position
            """;
        var rows = await database.QueryAsync<CartRow>(sql, new { userId }, cancel);
        return rows.Count == 0 ? null : rows[0].ToCart([.. rows.Select(row => row.ToLine()).OfType<CartLine>()]);
    }

    /// <summary>Changes a user's cart; null when there is none.</summary>
    public Task<Cart?> ChangeAsync(Guid userId, Func<Cart, Cart> change, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            var carts = await LockAsync(transaction, "user_id = @userId", new { userId }, cancel);
            return carts is [var cart] ? await WriteAsync(transaction, cart, change(cart), cancel) : null;
        }, cancel);

    /// <summary>Changes a user's cart, which is made if there is none.</summary>
    public Task<Cart> ChangeOrCreateAsync(Guid userId, Func<Cart, Cart> change, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            await CreateAsync(transaction, userId, cancel);
            var carts = await LockAsync(transaction, "user_id = @userId", new { userId }, cancel);
            return await WriteAsync(transaction, carts[0], change(carts[0]), cancel);
        }, cancel);

    /// <summary>Moves one user's lines into another's cart, which is answered; null when there is none and nothing to move.</summary>
    public Task<Cart?> MergeAsync(Guid fromUserId, Guid intoUserId, CancellationToken cancel) =>
        database.TransactionAsync(transaction => MergeAsync(transaction, fromUserId, intoUserId, cancel), cancel);

    /// <summary>The same with a transaction.</summary>
    public async Task<Cart?> MergeAsync(Transaction transaction, Guid fromUserId, Guid intoUserId, CancellationToken cancel)
    {
        const string any = "SELECT EXISTS (SELECT FROM cart_line l JOIN cart c ON c.id = l.cart_id WHERE c.user_id = @fromUserId)";
        if (await transaction.QuerySingleOrDefaultAsync<bool>(any, new { fromUserId }, cancel)) await CreateAsync(transaction, intoUserId, cancel);
        var carts = await LockAsync(transaction, "user_id IN (@fromUserId, @intoUserId)", new { fromUserId, intoUserId }, cancel);
        var into = carts.SingleOrDefault(cart => cart.UserId == intoUserId);
        if (into is null || carts.SingleOrDefault(cart => cart.UserId == fromUserId) is not { } from) return into;
        await WriteAsync(transaction, from, from.Clear(), cancel);
        return await WriteAsync(transaction, into, into.Merge(from), cancel);
    }

    /// <summary>Changes a cart by its id, if it is there, with the transaction.</summary>
    public async Task ChangeAsync(Transaction transaction, Guid cartId, Func<Cart, Cart> change, CancellationToken cancel)
    {
        var carts = await LockAsync(transaction, "id = @cartId", new { cartId }, cancel);
        if (carts is [var cart]) await WriteAsync(transaction, cart, change(cart), cancel);
    }

    private Task CreateAsync(Transaction transaction, Guid userId, CancellationToken cancel)
    {
        const string sql = """
            INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (@Id, @userId, 0, @Now, @Now) ON CONFLICT (user_id) DO NOTHING
            """;
        return transaction.ExecuteAsync(sql, new { Id = Guid.CreateVersion7(), userId, Now = time.GetUtcNow().UtcDateTime }, cancel);
    }

    /// <summary>Locks carts in the order of their ids, then reads their lines as they are now that nobody else can change them.</summary>
    private static async Task<IReadOnlyList<Cart>> LockAsync(Transaction transaction, string which, object parameters, CancellationToken cancel)
    {
        const string lines = "SELECT cart_id, id, product_id, quantity FROM cart_line WHERE cart_id = ANY(@Ids) ORDER BY position";
        var carts = await transaction.QueryAsync<HeadRow>($"SELECT {Columns} FROM cart WHERE {which} ORDER BY id FOR UPDATE", parameters, cancel);
        var rows = await transaction.QueryAsync<LineRow>(lines, new { Ids = carts.Select(cart => cart.Id).ToArray() }, cancel);
        return [.. carts.Select(cart => cart.ToCart([.. rows.Where(row => row.CartId == cart.Id).Select(row => row.ToLine())]))];
    }

    /// <summary>Writes what is different, and counts the version up if anything is.</summary>
    private async Task<Cart> WriteAsync(Transaction transaction, Cart before, Cart after, CancellationToken cancel)
    {
        const string delete = "DELETE FROM cart_line WHERE id = ANY(@Ids)";
        const string upsert = """
            INSERT INTO cart_line (id, cart_id, product_id, quantity)
            SELECT id, @CartId, product_id, quantity
            FROM unnest(@Ids, @ProductIds, @Quantities) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY place
            ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity
            """;
        const string count = $"UPDATE cart SET version = version + 1, updated_at = @Now WHERE id = @Id RETURNING {Columns}";
        var gone = before.Lines.ExceptBy(after.Lines.Select(line => line.Id), line => line.Id).Select(line => line.Id).ToArray();
        var changed = after.Lines.Except(before.Lines).ToArray();
        if (gone.Length == 0 && changed.Length == 0) return before;
        await transaction.ExecuteAsync(delete, new { Ids = gone }, cancel);
        await transaction.ExecuteAsync(upsert, new
        {
            CartId = after.Id,
            Ids = changed.Select(line => line.Id).ToArray(),
            ProductIds = changed.Select(line => line.ProductId).ToArray(),
            Quantities = changed.Select(line => line.Quantity).ToArray(),
        }, cancel);
        var head = await transaction.QuerySingleOrDefaultAsync<HeadRow>(count, new { after.Id, Now = time.GetUtcNow().UtcDateTime }, cancel);
        return head!.ToCart([.. after.Lines]);
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
