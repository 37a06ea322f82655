using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Cart;

/// <summary>After a cart was bought: takes out just that, whatever was added meanwhile.</summary>
internal sealed class DropWhatWasBought(CartStore carts) : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed fact, Transaction transaction, CancellationToken cancel)
    {
        // Lines that were given to the checkout directly came from no cart.
        if (fact.CartId.Length == 0) return Task.CompletedTask;
        var bought = fact.Order.Lines.Select(line => (Guid.Parse(line.ProductId), line.Quantity)).ToArray();
        return carts.ChangeAsync(transaction, Guid.Parse(fact.CartId), cart => cart.Drop(bought), cancel);
    }

    /// <inheritdoc />
    public bool TakesMany => true;
}
