using System.Diagnostics;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Cart;

/// <summary>After carts were bought: takes out just that, whatever was added meanwhile.</summary>
internal sealed class DropWhatWasBought(CartStore carts) : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed fact, Transaction transaction, CancellationToken cancel) => HandleManyAsync([(fact, null)], transaction, cancel);

    /// <inheritdoc />
    public bool TakesMany => true;

    /// <inheritdoc />
    public Task HandleManyAsync(IReadOnlyList<(OrderConfirmed Fact, Activity? Span)> facts, Transaction transaction, CancellationToken cancel)
    {
        // Lines that were given to the checkout directly came from no cart. A cart may have been bought twice: more was added meanwhile.
        var bought = facts.Select(each => each.Fact).Where(fact => fact.CartId.Length > 0)
            .ToLookup(fact => Guid.Parse(fact.CartId), fact => fact.Order.Lines.Select(line => (Guid.Parse(line.ProductId), line.Quantity)));
        var changes = new Dictionary<Guid, Func<Cart, Cart>>();
        foreach (var orders in bought) changes.Add(orders.Key, cart => cart.Drop(orders.SelectMany(lines => lines)));
        return changes.Count == 0 ? Task.CompletedTask : carts.ChangeManyAsync(transaction, changes, cancel);
    }
}
