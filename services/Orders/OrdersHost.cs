using Commerce.Billing.V1;
using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Orders.V1;
using Commerce.Shipping.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Orders;

/// <summary>Puts Orders together, for its own process, for Standalone and for tests.</summary>
public static class OrdersHost
{
    static OrdersHost()
    {
        JsonColumn.Register<PostalAddress>();
        JsonColumn.Register<OrderLine[]>();
        JsonColumn.Register<OrderEvent[]>();
        JsonColumn.Register<ShortLine[]>();
        JsonColumn.Register<Return[]>();
        JsonColumn.Register<ReturnLine[]>();
    }

    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "orders", ServiceAddresses.GrpcPort("Orders"));
        builder.AddDatabase(typeof(OrdersHost).Assembly, DatabaseSetup.OnePlan);
        builder.AddOutbox(routes => routes
            .Send<OrderConfirmed>("Inventory", "Cart", "Notifications")
            .Send<OrderEnded>("Inventory", "Notifications")
            .Send<OrderShipped>("Notifications")
            .Send<OrderDelivered>("Notifications")
            .Send<ReturnInspected>("Inventory", "Notifications")
            .Send<RefundIssued>("Notifications"));
        builder.AddSubscriptions(events => events
            .On<PaymentChanged, OnPaymentChanged>()
            .On<GuestMerged, OnGuestMerged>());
        builder.AddServiceClient<CartService.CartServiceClient>("Cart");
        builder.AddServiceClient<CatalogService.CatalogServiceClient>("Catalog");
        builder.AddServiceClient<IdentityService.IdentityServiceClient>("Identity");
        builder.AddServiceClient<ShippingService.ShippingServiceClient>("Shipping");
        builder.AddServiceClient<InventoryService.InventoryServiceClient>("Inventory");
        builder.AddServiceClient<BillingService.BillingServiceClient>("Billing");
        builder.AddShop();
        builder.Services.AddSingleton<IStartCheck, OldOrders>();
        builder.AddSettings<OrdersOptions>(options => options.Check());
        builder.AddSettings<ReturnsOptions>(options => options.Check());
        builder.Services.AddSingleton<OrdersStore>();
        builder.Services.AddSingleton<CheckoutLimits>();
        builder.Services.AddSingleton<CheckoutStore>();
        builder.Services.AddSingleton<OrderChanges>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OrderChanges>());
        builder.Services.AddSingleton<LiveOrder>();
        builder.Services.AddSingleton<PurchaseReader>();
        builder.Services.AddSingleton<Stock>();
        builder.Services.AddSingleton<Payments>();
        builder.Services.AddSingleton<CheckoutSaga>();
        builder.Services.AddSingleton<Checkout>();
        builder.Services.AddSingleton<SagaSignal>();
        builder.Services.AddHostedService<RecoveryWorker>();
        builder.Services.AddHostedService<UnpaidWatch>();
        builder.Services.AddHostedService<OrderCleaner>();
        builder.AddWatchedQueue(RecoveryWorker.Watched);
        builder.Services.AddSingleton<ReturnsStore>();
        builder.Services.AddSingleton<Returns>();
        builder.Services.AddSingleton<RefundSignal>();
        builder.Services.AddHostedService<RefundWorker>();
        builder.AddWatchedQueue(RefundWorker.Watched);
        var app = builder.BuildService();
        app.MapGrpcService<OrdersService>();
        return app;
    }
}
