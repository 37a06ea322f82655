using Commerce.Catalog.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Inventory;

/// <summary>Puts Inventory together, for its own process, for Standalone and for tests.</summary>
public static class InventoryHost
{
    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "inventory", ServiceAddresses.GrpcPort("Inventory"));
        builder.AddDatabase(typeof(InventoryHost).Assembly);
        builder.AddSubscriptions(events => events
            .On<ProductCreated, OpenStock>()
            .On<OrderConfirmed, SettleOrder>()
            .On<OrderEnded, TakeOrderBack>());
        builder.Services.AddOptions<InventoryOptions>().BindConfiguration("Inventory");
        builder.Services.AddSingleton<InventoryStore>();
        builder.Services.AddSingleton<ReservationStore>();
        builder.Services.AddHostedService<ReservationExpiry>();
        var app = builder.BuildService();
        app.MapGrpcService<InventoryService>();
        return app;
    }
}
