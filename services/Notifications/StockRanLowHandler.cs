using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>The admins hear that a product ran low: each of them once per crossing of its threshold (FB.2).</summary>
internal sealed partial class StockRanLowHandler(
    EmailTemplates templates, NotificationsStore store, MailOptions options, ILogger<StockRanLowHandler> log) : IEventHandler<StockRanLow>
{
    public async Task HandleAsync(StockRanLow fact, Transaction transaction, CancellationToken cancel)
    {
        if (options.Admins.Length == 0) LogNobody(fact.ProductId);
        var content = templates.Render(LowStockMail.Template, LowStockMail.From(fact));
        foreach (var admin in options.Admins)
        {
            var key = MessageKey.For(LowStockMail.Template, Guid.Parse(fact.CrossingId), recipient: admin);
            await store.QueueAsync(transaction, new(key, admin, LowStockMail.Template, content), cancel);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Product {ProductId} ran low, and no mail says so: Mail:Admins is empty")]
    private partial void LogNobody(string productId);
}
