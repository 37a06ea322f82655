using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Billing;

/// <summary>Puts Billing together, for its own process, for Standalone and for tests.</summary>
public static class BillingHost
{
    /// <summary>The events of Stripe's that are of use here: those to choose for the endpoint <c>/webhooks/stripe</c>.</summary>
    public static IReadOnlyList<string> WebhookEvents => GatewayEvent.Types;

    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "billing", ServiceAddresses.GrpcPort("Billing"));
        var stripe = builder.Configuration.ReadSettings(new StripeOptions());
        builder.AddShop();
        builder.AddDatabase(typeof(BillingHost).Assembly);
        builder.AddOutbox(routes => routes.Send<PaymentChanged>("Orders"));
        builder.Services
            .AddSingleton(stripe.Checked(builder.Environment.IsProduction()))
            .AddSingleton<StripeGateway>()
            .AddSingleton<PaymentStore>()
            .AddSingleton<RefundStore>()
            .AddSingleton<GatewayInbox>()
            .AddSingleton<ChargeOrder>()
            .AddSingleton<GiveUpPayment>()
            .AddSingleton<RefundPayment>()
            .AddSingleton<StripeWebhook>()
            .AddSingleton<ReconciliationStore>()
            .AddSingleton<Reconciliation>()
            .AddHostedService<ReconciliationSchedule>();
        var app = builder.BuildService();
        app.MapGrpcService<BillingService>();
        app.MapStripeWebhook();
        return app;
    }
}
