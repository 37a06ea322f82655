using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Cart;

/// <summary>
/// After a guest logged in: what is still in their cart becomes the user's. Most often nothing is, since Identity calls
/// MergeCarts with the login; this finds what that call missed.
/// </summary>
internal sealed class MergeGuestsCart(CartStore carts) : IEventHandler<GuestMerged>
{
    public Task HandleAsync(GuestMerged fact, Transaction transaction, CancellationToken cancel) =>
        carts.MergeAsync(transaction, Guid.Parse(fact.GuestId), Guid.Parse(fact.UserId), cancel);
}
