using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Cart;

/// <summary>
/// What becomes of a guest's cart when they log in. Inventory is asked before the transaction, in which both carts are
/// locked; of what the guest adds in between it is not known how much can be sold.
/// </summary>
internal sealed partial class CartMerge(CartStore store, Stock stock, ILogger<CartMerge> log)
{
    /// <summary>Moves one user's lines into another's cart; null when there is nothing to move.</summary>
    public async Task<MergedCarts?> RunAsync(Guid fromUserId, Guid intoUserId, CancellationToken cancel)
    {
        var available = await FindStockAsync(fromUserId, cancel);
        return Logged(await store.MergeAsync(fromUserId, intoUserId, available, cancel));
    }

    /// <summary>As above; what it returns does it, as part of a transaction.</summary>
    public async Task<Func<Transaction, Task>> PrepareAsync(Guid fromUserId, Guid intoUserId, CancellationToken cancel)
    {
        var available = await FindStockAsync(fromUserId, cancel);
        return async transaction =>
            Logged(await store.MergeAsync(transaction, fromUserId, intoUserId, available, cancel));
    }

    private async Task<Availability> FindStockAsync(Guid fromUserId, CancellationToken cancel)
    {
        var from = await store.FindAsync(fromUserId, cancel);
        return await stock.FindAsync([.. from?.Lines.Select(line => line.ProductId) ?? []], null, cancel);
    }

    private MergedCarts? Logged(MergedCarts? merged)
    {
        if (merged is { UnitsLeftOut: > 0 }) LogLeftOut(merged.UnitsLeftOut, merged.Into.Id);
        return merged;
    }

    [LoggerMessage(1, LogLevel.Information,
        "{Units} units were more than a line holds or can be sold, and were left out of a merge into cart {CartId}")]
    private partial void LogLeftOut(int units, Guid cartId);
}

/// <summary>
/// After a guest logged in: what is still in their cart becomes the user's. Most often nothing is, since Identity calls
/// MergeCarts with the login; this finds what that call missed.
/// </summary>
internal sealed class MergeGuestsCart(CartMerge merge) : IAskingEventHandler<GuestMerged>
{
    public Task<Func<Transaction, Task>> PrepareAsync(GuestMerged fact, CancellationToken cancel) =>
        merge.PrepareAsync(Guid.Parse(fact.GuestId), Guid.Parse(fact.UserId), cancel);
}
