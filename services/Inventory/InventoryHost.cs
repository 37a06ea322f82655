using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;
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
        builder.AddDatabase(typeof(InventoryHost).Assembly, DatabaseSetup.OnePlan);
        builder.AddOutbox(routes => routes
            .Send<StockRanLow>("Notifications")
            .Send<AvailabilityChanged>("Catalog"));
        builder.AddSubscriptions(events => events
            .On<ProductCreated, OpenStock>()
            .On<OrderConfirmed, SettleOrder>()
            .On<OrderEnded, TakeOrderBack>()
            .On<ReturnInspected, TakeReturnBack>());
        builder.AddSettings<InventoryOptions>(options => options.Check());
        builder.Services.AddSingleton<CrossingSignal>();
        builder.Services.AddSingleton<Suggestions>();
        builder.Services.AddSingleton<InventoryStore>();
        builder.Services.AddSingleton<ReservationStore>();
        builder.Services.AddSingleton<ReservationRounds>();
        builder.Services.AddSingleton<PurchaseOrderStore>();
        builder.Services.AddSingleton<LedgerStore>();
        builder.Services.AddHostedService<ReservationExpiry>();
        builder.Services.AddHostedService<CrossingWorker>();
        builder.AddWatchedQueue(CrossingWorker.Watched);
        builder.Services.AddHostedService<SuggestionWorker>();
        builder.Services.AddHostedService<StockWatch>();
        builder.Services.AddHostedService<SimulatedSupplier>();
        var app = builder.BuildService();
        app.MapGrpcService<InventoryService>();
        return app;
    }
}
