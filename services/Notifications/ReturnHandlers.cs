using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>A customer hears what the shop found in a return (FC.5): once per return.</summary>
internal sealed class ReturnInspectedHandler(EmailTemplates templates, NotificationsStore store) : IEventHandler<ReturnInspected>
{
    public Task HandleAsync(ReturnInspected fact, Transaction transaction, CancellationToken cancel)
    {
        var template = fact.Return.Status == ReturnStatus.Rejected ? ReturnMail.Rejected : ReturnMail.Received;
        var content = templates.Render(template, ReturnMail.From(fact.Order, fact.Return));
        return store.QueueAsync(transaction, new(MessageKey.For(template, Guid.Parse(fact.Return.Id)), fact.Order.Email, template, content), cancel);
    }
}

/// <summary>A customer hears that the money went back (FC.5): once per refund. A bank may send one back, and then there is another.</summary>
internal sealed class RefundIssuedHandler(EmailTemplates templates, NotificationsStore store) : IEventHandler<RefundIssued>
{
    public Task HandleAsync(RefundIssued fact, Transaction transaction, CancellationToken cancel)
    {
        var key = MessageKey.For(ReturnMail.RefundIssued, Guid.Parse(fact.RefundId));
        var content = templates.Render(ReturnMail.RefundIssued, ReturnMail.From(fact.Order, fact.Return));
        return store.QueueAsync(transaction, new(key, fact.Order.Email, ReturnMail.RefundIssued, content), cancel);
    }
}
