using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>A customer hears that the parcel left.</summary>
internal sealed class OrderShippedHandler(EmailTemplates templates, NotificationsStore store) : IEventHandler<OrderShipped>
{
    public Task HandleAsync(OrderShipped fact, Transaction transaction, CancellationToken cancel)
    {
        var key = MessageKey.For(FulfilmentMail.Shipped, Guid.Parse(fact.Order.Id));
        var content = templates.Render(FulfilmentMail.Shipped, FulfilmentMail.From(fact.Order));
        return store.QueueAsync(transaction, new(key, fact.Order.Email, FulfilmentMail.Shipped, content), cancel);
    }
}

/// <summary>A customer hears that the parcel arrived.</summary>
internal sealed class OrderDeliveredHandler(EmailTemplates templates, NotificationsStore store) : IEventHandler<OrderDelivered>
{
    public Task HandleAsync(OrderDelivered fact, Transaction transaction, CancellationToken cancel)
    {
        var key = MessageKey.For(FulfilmentMail.Delivered, Guid.Parse(fact.Order.Id));
        var content = templates.Render(FulfilmentMail.Delivered, FulfilmentMail.From(fact.Order));
        return store.QueueAsync(transaction, new(key, fact.Order.Email, FulfilmentMail.Delivered, content), cancel);
    }
}
