using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Cart;

/// <summary>
/// What is done with carts. A change is worked out from the cart as it was read, and written only if nobody changed it since: its version
/// says so. Whoever was overtaken reads again, so that none is lost, and no row stays locked while a network is waited for.
/// Carts that are wanted at the same moment are read and written together (ADR 0028).
/// </summary>
internal sealed class CartStore
{
    /// <summary>A batch of abandoned carts, locked.</summary>
    internal const string Abandoned = "SELECT id FROM cart WHERE updated_at < @before ORDER BY updated_at LIMIT @size FOR UPDATE SKIP LOCKED";

    /// <summary>Carts in one statement.</summary>
    private const int Most = 64;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly Coalescer<Guid, ChangedCart> _reads;
    private readonly Coalescer<CartChange, ChangedCart> _writes;

    public CartStore(Database database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        _reads = new(ReadRoundAsync, rounds: 1, Most, time);
        _writes = new(WriteRoundAsync, rounds: 1, Most, time);
    }

    /// <summary>A user's cart; null before the first item.</summary>
    public async Task<Cart?> FindAsync(Guid userId, CancellationToken cancel) => (await _reads.AskAsync(userId, cancel)).Cart;

    /// <summary>Changes a user's cart, if there is one, and if it is the version expected.</summary>
    public Task<ChangedCart> ChangeAsync(Guid userId, long? expected, Func<Cart, Cart> change, CancellationToken cancel) =>
        ChangeAsync(userId, expected, cart => Task.FromResult(new CartEdit(change(cart), [])), create: false, cancel);

    /// <summary>
    /// As above. The change may ask other services, since nothing is locked; it is made anew when another request was
    /// first.
    /// </summary>
    public Task<ChangedCart> ChangeAsync(
        Guid userId, long? expected, Func<Cart, Task<CartEdit>> change, CancellationToken cancel) =>
        ChangeAsync(userId, expected, change, create: false, cancel);

    /// <summary>Changes a user's cart, which is made if there is none, if it is the version expected.</summary>
    public Task<ChangedCart> ChangeOrCreateAsync(
        Guid userId, long? expected, Func<Cart, CartEdit> change, CancellationToken cancel) =>
        ChangeAsync(userId, expected, cart => Task.FromResult(change(cart)), create: true, cancel);

    /// <summary>Moves one user's lines into another's cart; null when there is nothing to move.</summary>
    public Task<MergedCarts?> MergeAsync(
        Guid fromUserId, Guid intoUserId, Availability available, CancellationToken cancel) =>
        _database.TransactionAsync(
            transaction => MergeAsync(transaction, fromUserId, intoUserId, available, cancel), cancel);

    /// <summary>As above, as part of a transaction.</summary>
    public async Task<MergedCarts?> MergeAsync(
        Transaction transaction, Guid fromUserId, Guid intoUserId, Availability available, CancellationToken cancel)
    {
        const string any = "SELECT EXISTS (SELECT FROM cart_line l JOIN cart c ON c.id = l.cart_id WHERE c.user_id = @fromUserId)";
        if (!await transaction.QuerySingleOrDefaultAsync<bool>(any, new { fromUserId }, cancel)) return null;
        var carts = await CreateAndLockAsync(transaction, intoUserId, [fromUserId, intoUserId], cancel);
        if (carts.SingleOrDefault(cart => cart.UserId == fromUserId) is not { } from) return null;
        var into = carts.Single(cart => cart.UserId == intoUserId);
        var merged = into.Merge(from, available);
        var written = await WriteLockedAsync(transaction, [new(from, merged.From), new(into, merged.Into)], cancel);
        return merged with { From = written[0], Into = written[1] };
    }

    /// <summary>Changes carts by their ids, those that are there, with the transaction.</summary>
    public async Task ChangeManyAsync(Transaction transaction, IReadOnlyDictionary<Guid, Func<Cart, Cart>> changes, CancellationToken cancel)
    {
        var carts = await transaction.QueryManyAsync(CartRows.Lock(CartRows.WithIds), new { ids = changes.Keys.ToArray() }, CartRows.ReadLockedAsync, cancel);
        await WriteLockedAsync(transaction, [.. carts.Select(cart => new CartChange(cart, changes[cart.Id](cart)))], cancel);
    }

    /// <summary>
    /// Removes a batch of carts that nobody changed since then, with their lines. One that somebody is changing is passed
    /// over, and one that was changed a moment ago is seen as it is now: both stay.
    /// </summary>
    /// <returns>How many it removed.</returns>
    public Task<int> ClearBatchAsync(DateTime before, int size, CancellationToken cancel)
    {
        const string sql = $"WITH abandoned AS ({Abandoned}) DELETE FROM cart c USING abandoned WHERE c.id = abandoned.id";
        return _database.ExecuteAsync(sql, new { before, size }, cancel);
    }

    private async Task<ChangedCart> ChangeAsync(
        Guid userId, long? expected, Func<Cart, Task<CartEdit>> change, bool create, CancellationToken cancel)
    {
        // Who is overtaken has lost to a change that went through: this comes to an end.
        while (true)
        {
            var cart = await FindAsync(userId, cancel);
            if (expected is { } version && version != (cart?.Version ?? 0)) return new(cart, AsExpected: false);
            if (cart is null && !create) return new(null, AsExpected: true);
            var before = cart ?? new Cart(Guid.CreateVersion7(), userId, Version: 0, UpdatedAt: default, []);
            var edit = await change(before);
            if (edit.Short.Count > 0) return new(cart, AsExpected: true) { Short = edit.Short };
            var wanted = new CartChange(before, edit.Cart, IsNew: cart is null);
            if (wanted.IsNone) return new(before, AsExpected: true);
            var written = await _writes.AskAsync(wanted, cancel);
            if (!written.AsExpected) continue;
            if (wanted.IsNew) CartMetrics.Created();
            return written;
        }
    }

    private async Task<IReadOnlyList<ChangedCart?>> ReadRoundAsync(IReadOnlyList<Guid> userIds, CancellationToken cancel)
    {
        var carts = (await CartRows.FindAsync(_database, CartRows.OfUsers, [.. userIds.Distinct()], cancel)).ToDictionary(cart => cart.UserId);
        return [.. userIds.Select(userId => new ChangedCart(carts.GetValueOrDefault(userId), AsExpected: true))];
    }

    /// <summary>Of two changes of one cart the first is written, and the other one was overtaken.</summary>
    private async Task<IReadOnlyList<ChangedCart?>> WriteRoundAsync(IReadOnlyList<CartChange> changes, CancellationToken cancel)
    {
        var firsts = changes.DistinctBy(change => change.Before.UserId).ToHashSet<CartChange>(ReferenceEqualityComparer.Instance);
        var written = await CartRows.WriteAsync(_database, [.. firsts], Now, cancel);
        return [.. changes.Select(change => firsts.Contains(change) && written.TryGetValue(change.After.Id, out var cart)
            ? new ChangedCart(cart, AsExpected: true)
            : new ChangedCart(null, AsExpected: false))];
    }

    /// <summary>Makes a user's cart if there is none, and locks those of several, of whom they are one.</summary>
    private async Task<IReadOnlyList<Cart>> CreateAndLockAsync(Transaction transaction, Guid userId, Guid[] ids, CancellationToken cancel)
    {
        const string create = """
            INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (@NewId, @NewUserId, 0, @Now, @Now)
            ON CONFLICT (user_id) DO NOTHING RETURNING true;
            """;
        // An abandoned cart may be cleared between the two statements. A new one is not abandoned: the second time is the last.
        while (true)
        {
            var (made, carts) = await transaction.QueryManyAsync(
                create + CartRows.Lock(CartRows.OfUsers), new { NewId = Guid.CreateVersion7(), NewUserId = userId, Now, ids },
                async results => (await results.ReadSingleOrDefaultAsync<bool>(), await CartRows.ReadLockedAsync(results)), cancel);
            if (!carts.Any(cart => cart.UserId == userId)) continue;
            if (made) transaction.AfterCommit(CartMetrics.Created);
            return carts;
        }
    }

    private async Task<IReadOnlyList<Cart>> WriteLockedAsync(Transaction transaction, IReadOnlyList<CartChange> changes, CancellationToken cancel)
    {
        List<CartChange> wanted = [.. changes.Where(change => !change.IsNone)];
        if (wanted.Count == 0) return [.. changes.Select(change => change.Before)];
        var written = await CartRows.WriteAsync(transaction, wanted, Now, cancel);
        if (written.Count < wanted.Count) throw new InvalidOperationException("A cart that is locked was changed.");
        return [.. changes.Select(change => written.GetValueOrDefault(change.Before.Id, change.Before))];
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;
}

/// <summary>What came of a change.</summary>
/// <param name="Cart">The cart as it is now; null when there is none.</param>
/// <param name="AsExpected">Whether it was the version that the caller had seen; if not, nothing changed.</param>
internal sealed record ChangedCart(Cart? Cart, bool AsExpected)
{
    /// <summary>Lines that asked for more than can be sold; if there are any, nothing changed.</summary>
    public IReadOnlyList<ShortLine> Short { get; init; } = [];
}
