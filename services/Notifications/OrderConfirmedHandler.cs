using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>A confirmed order is confirmed to the customer (R4.2, FA.6).</summary>
internal sealed class OrderConfirmedHandler(EmailTemplates templates, NotificationsStore store) : IEventHandler<OrderConfirmed>
{
    public Task HandleAsync(OrderConfirmed fact, Transaction transaction, CancellationToken cancel)
    {
        var key = MessageKey.For(OrderConfirmedMail.Template, Guid.Parse(fact.Order.Id));
        var content = templates.Render(OrderConfirmedMail.Template, OrderConfirmedMail.From(fact.Order));
        return store.QueueAsync(transaction, new(key, fact.Order.Email, OrderConfirmedMail.Template, content), cancel);
    }

    /// <inheritdoc />
    public bool TakesMany => true;
}
