using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Orders;

/// <summary>After a guest logged in: what they bought is the user's to see, to cancel and to send back. The record itself stays as it is.</summary>
internal sealed class OnGuestMerged : IEventHandler<GuestMerged>
{
    public Task HandleAsync(GuestMerged fact, Transaction transaction, CancellationToken cancel) =>
        OrdersStore.GiveToAsync(transaction, Guid.Parse(fact.GuestId), Guid.Parse(fact.UserId), cancel);
}
