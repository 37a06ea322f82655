using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>A customer hears that an order is over, and of the money that goes back (R1.2, R4.1).</summary>
internal sealed class OrderEndedHandler(EmailTemplates templates, NotificationsStore store) : IEventHandler<OrderEnded>
{
    public Task HandleAsync(OrderEnded fact, Transaction transaction, CancellationToken cancel)
    {
        if (fact.CustomerKnows || OrderEndedMail.From(fact.Order) is not { } mail) return Task.CompletedTask;
        var key = MessageKey.For(mail.Template, Guid.Parse(fact.Order.Id));
        return store.QueueAsync(transaction, new(key, fact.Order.Email, mail.Template, templates.Render(mail.Template, mail)) { IsAboutUnpaid = !mail.IsPaid }, cancel);
    }
}
