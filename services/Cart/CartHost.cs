using Commerce.Identity.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;
using CatalogClient = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;
using InventoryClient = Commerce.Inventory.V1.InventoryService.InventoryServiceClient;

namespace CommerceKata.Cart;

/// <summary>Puts the Cart together, for its own process, for Standalone and for tests.</summary>
public static class CartHost
{
    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "cart", ServiceAddresses.GrpcPort("Cart"));
        builder.AddDatabase(typeof(CartHost).Assembly, DatabaseSetup.OnePlan);
        builder.AddServiceClient<CatalogClient>("Catalog");
        builder.AddServiceClient<InventoryClient>("Inventory");
        builder.AddSubscriptions(facts => facts
            .On<OrderConfirmed, DropWhatWasBought>()
            .OnAsking<GuestMerged, MergeGuestsCart>());
        var options = builder.Configuration.ReadSettings(new CartOptions()).Checked();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<CartStore>();
        builder.Services.AddSingleton<AbandonedCarts>();
        builder.AddClearSchedule(options);
        builder.Services.AddSingleton<Products>();
        builder.Services.AddSingleton<Stock>();
        builder.Services.AddSingleton<CartMerge>();
        var app = builder.BuildService();
        app.MapGrpcService<CartService>();
        return app;
    }
}
