using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using Grpc.Core;
using static Commerce.Cart.V1.CartService;

namespace CommerceKata.Identity;

/// <summary>
/// What becomes of a guest who logs in. The event, which leaves with the login's transaction, sees to it that nothing of
/// theirs is lost; the call after it, that the cart is whole when the client looks. See ADR 0007.
/// </summary>
internal sealed partial class GuestCarts(Outbox outbox, CartServiceClient carts, TimeProvider time, ILogger<GuestCarts> log)
{
    /// <summary>A login waits so long for the cart, and no longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Ends the guest with the transaction: their sessions, and all that they could become; false if that happened before.</summary>
    public async Task<bool> EndGuestAsync(Transaction transaction, Guid guestId, Guid userId, DateTime now, CancellationToken cancel)
    {
        if (!await IdentityStore.TryMergeAsync(transaction, guestId, userId, now, cancel)) return false;
        await SessionStore.EndAllAsync(transaction, guestId, now, cancel);
        await outbox.PublishAsync(transaction, "account", guestId, new GuestMerged { GuestId = $"{guestId}", UserId = $"{userId}" }, cancel);
        return true;
    }

    /// <summary>Moves the cart at once. Whatever goes wrong here, the event moves it in a moment: the login stands.</summary>
    public async Task MergeNowAsync(Guid guestId, Guid userId, CancellationToken cancel)
    {
        try
        {
            var request = new Commerce.Cart.V1.MergeCartsRequest { FromUserId = $"{guestId}", IntoUserId = $"{userId}" };
            await carts.MergeCartsAsync(request, deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancel);
        }
        catch (RpcException error)
        {
            LogLater(userId, error.StatusCode);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The cart of user {UserId} was not merged with the login ({Status}); the event will do it")]
    private partial void LogLater(Guid userId, StatusCode status);
}
