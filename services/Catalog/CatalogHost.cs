using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using CommerceKata.Catalog.Import;
using CommerceKata.Catalog.Words;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Catalog;

/// <summary>Puts the Catalog together, for its own process, for Standalone and for tests.</summary>
public static class CatalogHost
{
    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "catalog", ServiceAddresses.GrpcPort("Catalog"));
        builder.AddDatabase(typeof(CatalogHost).Assembly, ProductListStore.Session);
        builder.AddSubscriptions(facts => facts.On<AvailabilityChanged, KeepInStock>());
        builder.AddOutbox(routes => routes.Send<ProductCreated>("Inventory"));
        builder.AddShop();
        builder.AddSettings<CatalogOptions>();
        builder.Services.AddSingleton<CatalogCache>();
        builder.Services.AddHostedService<CatalogChanges>();
        builder.Services.AddSingleton<CatalogStore>();
        builder.Services.AddSingleton<ProductListStore>();
        builder.Services.AddSingleton<ProductSearch>();
        builder.Services.AddSingleton<CatalogAdminStore>();
        builder.Services.AddSingleton<ImportStore>();
        builder.Services.AddBackfill<WordIndex>(TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<ISeeder, CatalogSeed>();
        builder.Services.AddSingleton<IStartCheck, PricesInOneCurrency>();
        var app = builder.BuildService();
        app.MapGrpcService<CatalogService>();
        return app;
    }
}
