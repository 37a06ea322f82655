using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Catalog;

/// <summary>Keeps whether a product can be sold, for the list's filter (FB.4). Inventory alone knows how many there are.</summary>
internal sealed class KeepInStock(CatalogAdminStore store) : IEventHandler<AvailabilityChanged>
{
    public Task HandleAsync(AvailabilityChanged fact, Transaction transaction, CancellationToken cancel) =>
        store.SetInStockAsync(transaction, Guid.Parse(fact.ProductId), fact.InStock, fact.Version, cancel);
}
