using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using CommerceKata.Gateway.Subgraphs.Cart;
using CommerceKata.Gateway.Subgraphs.Catalog;
using CommerceKata.Gateway.Subgraphs.Identity;
using CommerceKata.Gateway.Subgraphs.Inventory;
using CommerceKata.Gateway.Subgraphs.Notifications;
using CommerceKata.Gateway.Subgraphs.Orders;
using CommerceKata.Gateway.Subgraphs.Shared;
using CommerceKata.Gateway.Subgraphs.Shipping;

namespace CommerceKata.Gateway.Subgraphs;

/// <summary>What the front door is composed of.</summary>
internal static class FrontDoor
{
    /// <summary>The subgraphs; the shared one first, since the others extend its Query and Mutation.</summary>
    public static IReadOnlyList<Subgraph> Subgraphs { get; } =
    [
        new("Shared", SharedResolvers.Bind),
        new("Catalog", CatalogResolvers.Bind),
        new("Inventory", InventoryResolvers.Bind),
        new("Identity", IdentityResolvers.Bind),
        new("Cart", CartResolvers.Bind),
        new("Shipping", ShippingResolvers.Bind),
        new("Orders", OrderResolvers.Bind),
        new("Notifications", EmailResolvers.Bind),
    ];

    /// <summary>Registers the loaders, one of each per request.</summary>
    public static void AddLoaders(IServiceCollection services)
    {
        Add<ProductsById>();
        Add<ProductCounts>();
        Add<CategoriesById>();
        Add<AvailabilityByProduct>();
        Add<AvailabilityToCaller>();
        Add<StockByProduct>();
        Add<PurchaseOrdersById>();
        Add<OrdersById>();

        void Add<TLoader>()
            where TLoader : class, IBatchLoader
        {
            services.AddScoped<TLoader>();
            services.AddScoped<IBatchLoader>(request => request.GetRequiredService<TLoader>());
        }
    }
}
