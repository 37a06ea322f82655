using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Explorer;
using CommerceKata.Gateway.Federation;
using CommerceKata.Gateway.Http;
using CommerceKata.Gateway.Limits;
using CommerceKata.Gateway.Live;
using CommerceKata.Gateway.Observing;
using CommerceKata.Gateway.Subgraphs;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Hosting;
using GraphQL.SystemTextJson;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using static Commerce.Cart.V1.CartService;
using static Commerce.Catalog.V1.CatalogService;
using static Commerce.Identity.V1.IdentityService;
using static Commerce.Inventory.V1.InventoryService;
using static Commerce.Notifications.V1.NotificationsService;
using static Commerce.Orders.V1.OrdersService;
using static Commerce.Shipping.V1.ShippingService;

namespace CommerceKata.Gateway;

/// <summary>The GraphQL front door.</summary>
public static class GatewayHost
{
    /// <summary>Builds it.</summary>
    /// <param name="args">The command line; <c>--Name:Key=value</c> overrides any setting.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBareBuilder(args, "gateway");
        var settings = new GatewaySettings(builder.Configuration, builder.Environment);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(settings.Address, settings.Port, port => port.Protocols = HttpProtocols.Http1);
            if (settings.Http2Port is { } http2) kestrel.Listen(settings.Address, http2, port => port.Protocols = HttpProtocols.Http2);
            kestrel.Listen(settings.Address, settings.ManagementPort, ManagementPort.Configure);
            kestrel.Limits.MaxRequestBodySize = settings.Limits.MaxBodyBytes;
            kestrel.Limits.MaxRequestBufferSize = 64 * 1024;
            kestrel.Limits.RequestHeadersTimeout = settings.Limits.BodyPatience;
        });

        builder.AddHealthAddress(settings.Address, settings.ManagementPort);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(_ => ComposedSchema.Of(FrontDoor.Subgraphs));
        builder.Services.AddSingleton(new DocumentCache(settings.DocumentCacheCharacters));
        builder.Services.AddSingleton<OperationTelemetry>();
        builder.AddLimits(settings);
        builder.AddBrowserRules(settings);
        builder.Services.AddRequestDecompression();
        builder.Services.AddSingleton<OperationExecutor>();
        builder.Services.AddSingleton<LiveOperations>();
        builder.Services.AddSingleton(new GraphQLSerializer(new TracedErrors(suggestions: settings.Introspection)));
        builder.Services.AddSingleton<SchemaExplorer>();
        builder.Services.AddSingleton<GraphQLEndpoint>();
        builder.Services.AddSingleton<SocketEndpoint>();
        builder.Services.AddSingleton<SubgraphEndpoints>();
        FrontDoor.AddLoaders(builder.Services);
        builder.AddClient<CatalogServiceClient>("Catalog");
        builder.AddClient<IdentityServiceClient>("Identity")
            .AddInterceptor(services => new ClientAddressInterceptor(services.GetRequiredService<IHttpContextAccessor>()));
        builder.AddClient<InventoryServiceClient>("Inventory");
        builder.AddClient<CartServiceClient>("Cart");
        builder.AddClient<OrdersServiceClient>("Orders");
        builder.AddClient<ShippingServiceClient>("Shipping");
        builder.AddClient<NotificationsServiceClient>("Notifications");

        var app = builder.Build();
        app.CheckLimits();
        app.UseTrustedProxies(settings);
        app.UseManagementPort();
        app.UseBrowserRules();
        app.UseOrigins();
        app.UseResponseCompression();
        app.UseRequestDecompression();
        app.MapOperations();
        app.Services.GetRequiredService<SchemaExplorer>().Serve(app);
        // A connection that is silent for this long is asked whether it is still there, and closed if not.
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(15) });
        var sockets = app.Services.GetRequiredService<SocketEndpoint>();
        var requests = app.Services.GetRequiredService<GraphQLEndpoint>();
        app.MapGet(GraphQLEndpoint.SchemaPath, requests.HandleAsync);
        app.Map("/graphql", context => context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context) : requests.HandleAsync(context));
        if (settings.ServesSubgraphs) app.Map(SubgraphEndpoints.Route, app.Services.GetRequiredService<SubgraphEndpoints>().HandleAsync);
        return app;
    }

    private static IHttpClientBuilder AddClient<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : ClientBase<TClient> =>
        builder.AddServiceClient<TClient>(service, CallAs.Caller)
            .AddInterceptor(services => new RequestDeadlineInterceptor(services.GetRequiredService<IHttpContextAccessor>()))
            .AddInterceptor(services => new RefusedTokenInterceptor(services.GetRequiredService<IHttpContextAccessor>()));
}
