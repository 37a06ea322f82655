using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using CartClient = Commerce.Cart.V1.CartService.CartServiceClient;
using OrdersClient = Commerce.Orders.V1.OrdersService.OrdersServiceClient;

namespace CommerceKata.Identity;

/// <summary>Puts Identity together, for its own process, for Standalone and for tests.</summary>
public static class IdentityHost
{
    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "identity", ServiceAddresses.GrpcPort("Identity"));
        builder.AddDatabase(typeof(IdentityHost).Assembly);
        builder.AddServiceClient<CartClient>("Cart");
        builder.AddServiceClient<OrdersClient>("Orders");
        builder.AddOutbox(facts => facts
            .Send<EmailVerificationRequested>("Notifications")
            .Send<PasswordResetRequested>("Notifications")
            .Send<GuestMerged>("Cart", "Orders"));
        builder.Services.AddSingleton(IdentityOptions.Read(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<IdentityStore>();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<EndedSessionsFeed>();
        // The others hear of ended sessions by a stream from here.
        builder.Services.AddSingleton<IEndedSessionsFeed>(services => services.GetRequiredService<EndedSessionsFeed>());
        builder.Services.AddSingleton<AddressStore>();
        builder.Services.AddSingleton<SigningKeyStore>();
        builder.Services.AddSingleton<KeyCipher>();
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<PasswordGate>();
        builder.Services.AddSingleton<ThrottleStore>();
        builder.Services.AddSingleton<Throttle>();
        builder.Services.AddSingleton<MailedTokens>();
        builder.Services.AddSingleton<GuestCarts>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<ResetSignal>();
        builder.Services.AddSingleton<ResetRequests>();
        builder.Services.AddSingleton<Recovery>();
        builder.AddWatchedQueue(ResetRequests.Watched);
        builder.Services.AddHostedService<ResetRequestWorker>();
        builder.Services.AddHostedService<KeyRotation>();
        builder.Services.AddHostedService<IdentityCleaner>();
        builder.Services.AddHostedService<GuestCleaner>();
        builder.Services.AddSingleton<ISeeder, IdentitySeed>();
        builder.Services.AddBackfill<EmailKeys>(TimeSpan.FromMinutes(1));
        builder.Services.AddReadinessCheck<SigningKeysCheck>("signing keys");
        // The others fetch the keys over HTTP. Here they are at hand, whatever the port is.
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<SigningKeys>((jwt, keys) => jwt.ConfigurationManager = keys);
        var app = builder.BuildService();
        app.MapGrpcService<IdentityService>();
        app.MapJwks();
        return app;
    }
}
