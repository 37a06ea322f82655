using System.Diagnostics;
using Commerce.Catalog.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Inventory;

/// <summary>A new product gets its stock record.</summary>
internal sealed class OpenStock(InventoryStore store) : IEventHandler<ProductCreated>
{
    public Task HandleAsync(ProductCreated fact, Transaction transaction, CancellationToken cancel) => store.OpenAsync(
        transaction, new Stock(Guid.Parse(fact.ProductId), fact.InitialStock, Reserved: 0, Damaged: 0, fact.LowStockThreshold), fact.Sku, fact.Name, cancel);
}

/// <summary>A confirmed order's units leave the shelf.</summary>
internal sealed class SettleOrder : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed fact, Transaction transaction, CancellationToken cancel) =>
        ReservationStore.EndAsync(transaction, Guid.Parse(fact.Order.Id), Ending.Confirmed, cancel);

    /// <inheritdoc />
    public bool TakesMany => true;

    /// <inheritdoc />
    public Task HandleManyAsync(IReadOnlyList<(OrderConfirmed Fact, Activity? Span)> facts, Transaction transaction, CancellationToken cancel) =>
        ReservationStore.EndManyAsync(transaction, [.. facts.Select(each => Guid.Parse(each.Fact.Order.Id)).Distinct()], Ending.Confirmed, cancel);
}

/// <summary>An order that is over gives back what it held or had bought.</summary>
internal sealed class TakeOrderBack : IEventHandler<OrderEnded>
{
    public Task HandleAsync(OrderEnded fact, Transaction transaction, CancellationToken cancel)
    {
        var order = Guid.Parse(fact.Order.Id);
        // An order that ended before it asked for stock has not taken over the hold of the one that it replaced.
        Guid[] orders = fact.Order.TakenOverOrderId.Length == 0 ? [order] : [order, Guid.Parse(fact.Order.TakenOverOrderId)];
        return ReservationStore.EndManyAsync(transaction, orders, Ending.Ended, cancel);
    }
}
