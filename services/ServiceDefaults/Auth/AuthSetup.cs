using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.InMemory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Token checks, the same in every service.</summary>
internal static class AuthSetup
{
    private static readonly TimeSpan JwksPatience = TimeSpan.FromSeconds(2);

    /// <summary>How often the keys are fetched while tokens come: Identity publishes a key longer than this before it signs.</summary>
    private static readonly TimeSpan JwksFreshness = TimeSpan.FromMinutes(5);

    public static void AddTokenChecks(this WebApplicationBuilder builder, string service)
    {
        var options = builder.Configuration.ReadSettings(new AuthOptions());
        Refuse(options, builder.Environment);
        var serviceKey = ServiceTokens.Key(options.ServiceKey);
        builder.Services.AddSingleton(new ServiceSecrets(options.ServiceKey));
        builder.Services.AddSingleton(sp => new ServiceTokens(service, serviceKey, sp.GetRequiredService<TimeProvider>()));
        if (InMemorySetup.IsOn(builder.Configuration)) builder.Services.AddSingleton(KnownTokens.SharedBy(options));
        else builder.Services.AddSingleton<KnownTokens>();
        builder.AddEndedSessions(options, service);
        builder.Services.AddAuthentication(TokenHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, null)
            .AddJwtBearer(jwt =>
            {
                Check(jwt, AuthOptions.UserIssuer, SecurityAlgorithms.EcdsaSha256, services: false);
                jwt.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                    options.JwksUrl, new JwksRetriever(), new HttpDocumentRetriever(new HttpClient { Timeout = JwksPatience }) { RequireHttps = false })
                {
                    AutomaticRefreshInterval = JwksFreshness,
                    RefreshInterval = options.JwksPause,
                    // Keys that Identity does not publish any more may be known to others: not believed for an hour longer.
                    UseLastKnownGoodConfiguration = false,
                };
            })
            // Without a word to Identity: services go on while it is away.
            .AddJwtBearer(TokenHandler.ServiceScheme, jwt =>
            {
                Check(jwt, AuthOptions.ServiceIssuer, SecurityAlgorithms.HmacSha256, services: true);
                jwt.TokenValidationParameters.IssuerSigningKey = serviceKey;
            });
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedCalls>();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>Hears of ended sessions. Hosts that share a process share what they hear, and Identity, which is among them, listens for all.</summary>
    private static void AddEndedSessions(this WebApplicationBuilder builder, AuthOptions options, string service)
    {
        var inMemory = InMemorySetup.IsOn(builder.Configuration);
        if (inMemory) builder.Services.AddSingleton(EndedSessions.SharedBy(options));
        else builder.Services.AddSingleton<EndedSessions>();
        if (inMemory && service != "identity") return;
        builder.AddServiceClient<IdentityService.IdentityServiceClient>("Identity", name: RemoteEndedSessions.Client);
        builder.Services.AddSingleton<IEndedSessionsFeed, RemoteEndedSessions>();
        builder.Services.AddHostedService<EndedSessionsListener>();
    }

    /// <summary>A token that does not count is as good as none; whoever sent it is told so, by the answer's header where no token is needed.</summary>
    public static void UseTokenChecks(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            if (RefusedToken.Of(context) is { } refused) context.Response.Headers[RefusedToken.Header] = refused.Code;
            return next(context);
        });
        app.UseAuthorization();
    }

    /// <summary>Issuer, algorithm and key belong together: Identity cannot make services, and the shared key cannot make users.</summary>
    private static void Check(JwtBearerOptions jwt, string issuer, string algorithm, bool services)
    {
        jwt.MapInboundClaims = false;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = AuthOptions.Audience,
            ValidAlgorithms = [algorithm],
            ClockSkew = TimeSpan.FromSeconds(10),
            RoleClaimType = "role",
            NameClaimType = "sub",
        };
        jwt.Events = new()
        {
            OnTokenValidated = token =>
            {
                if ((WhoClaim.Read(token.Principal!.FindFirst("role")?.Value) == Who.Service) != services) token.Fail("The role is not the issuer's to give.");
                return Task.CompletedTask;
            },
        };
    }

    private static void Refuse(AuthOptions options, IHostEnvironment environment)
    {
        if (options.JwksPause < TimeSpan.FromSeconds(1)) throw new SettingException("Auth:JwksPause must be a second at least, written as 00:00:30.");
        if (options.ServiceKey.Length < 32) throw new SettingException("Auth:ServiceKey must have 32 characters at least.");
        if (environment.IsProduction() && options.ServiceKey == AuthOptions.DevelopmentServiceKey)
            throw new SettingException("Auth:ServiceKey must be set in production: it still is the development key.");
    }

    private sealed class JwksRetriever : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
            string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var keys = new JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));
            var configuration = new OpenIdConnectConfiguration { JsonWebKeySet = keys, Issuer = AuthOptions.UserIssuer };
            foreach (var key in keys.GetSigningKeys()) configuration.SigningKeys.Add(key);
            return configuration;
        }
    }
}
