using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>Puts Notifications together, for its own process, for Standalone and for tests.</summary>
public static class NotificationsHost
{
    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "notifications", ServiceAddresses.GrpcPort("Notifications"));
        builder.AddDatabase(typeof(NotificationsHost).Assembly, DatabaseSetup.OnePlan);
        builder.AddSubscriptions(subscriptions => subscriptions
            .On<OrderConfirmed, OrderConfirmedHandler>()
            .On<OrderEnded, OrderEndedHandler>()
            .On<OrderShipped, OrderShippedHandler>()
            .On<OrderDelivered, OrderDeliveredHandler>()
            .On<ReturnInspected, ReturnInspectedHandler>()
            .On<RefundIssued, RefundIssuedHandler>()
            .On<EmailVerificationRequested, EmailVerificationRequestedHandler>()
            .On<PasswordResetRequested, PasswordResetRequestedHandler>()
            .On<StockRanLow, StockRanLowHandler>());
        // Read when the worker starts, not here: `migrate` sends no mail and needs no mail settings.
        builder.Services.AddSingleton(_ => MailOptions.Read(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<IMailTransport>(services => services.GetRequiredService<MailOptions>() switch
        {
            { Transport: MailOptions.Smtp } mail => new SmtpTransport(mail.Server),
            var mail => new FolderTransport(mail.Folder),
        });
        builder.Services.AddSingleton<EmailSignal>();
        builder.Services.AddSingleton<EmailTemplates>();
        builder.Services.AddSingleton<NotificationsStore>();
        builder.Services.AddSingleton<TokenMails>();
        builder.Services.AddHostedService<EmailWorker>();
        builder.Services.AddHostedService<EmailCleaner>();
        builder.AddWatchedQueue(NotificationsStore.Watched);
        var app = builder.BuildService();
        app.MapGrpcService<NotificationsService>();
        return app;
    }
}
