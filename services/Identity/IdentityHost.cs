using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;

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
        builder.Services.AddSingleton(IdentityOptions.Read(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<IdentityStore>();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<AddressStore>();
        builder.Services.AddSingleton<SigningKeyStore>();
        builder.Services.AddSingleton<KeyCipher>();
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<ISeeder, IdentitySeed>();
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
