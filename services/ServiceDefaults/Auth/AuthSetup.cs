using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Token checks, the same in every service.</summary>
internal static class AuthSetup
{
    public static void AddTokenChecks(this WebApplicationBuilder builder, string service)
    {
        var options = builder.Configuration.GetSection("Auth").Get<AuthOptions>() ?? new();
        Refuse(options, builder.Environment);
        var serviceKey = ServiceTokens.Key(options.ServiceKey);
        builder.Services.AddSingleton(sp => new ServiceTokens(service, serviceKey, sp.GetRequiredService<TimeProvider>()));
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MapInboundClaims = false;
            jwt.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                options.JwksUrl, new JwksRetriever(), new HttpDocumentRetriever { RequireHttps = false });
            jwt.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuers = [AuthOptions.UserIssuer, AuthOptions.ServiceIssuer],
                ValidAudience = AuthOptions.Audience,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.HmacSha256],
                IssuerSigningKeys = [serviceKey],
                ClockSkew = TimeSpan.FromSeconds(10),
                RoleClaimType = "role",
                NameClaimType = "sub",
            };
            jwt.Events = new() { OnTokenValidated = RefuseForeignSignature };
        });
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>A token that is sent but not valid is an error even where no token is needed: its sender believes to be somebody.</summary>
    public static void UseTokenChecks(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.Authorization.Count == 0 || context.User.Identity is { IsAuthenticated: true }) return next(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        app.UseAuthorization();
    }

    /// <summary>The key must be the issuer's own: Identity cannot make services, and the shared key cannot make users.</summary>
    private static Task RefuseForeignSignature(TokenValidatedContext context)
    {
        var token = (JsonWebToken)context.SecurityToken;
        var byService = token.SigningKey is SymmetricSecurityKey;
        var isService = token.TryGetPayloadValue<string>("role", out var role) && WhoClaim.Read(role) == Who.Service;
        if (byService != (token.Issuer == AuthOptions.ServiceIssuer) || byService != isService) context.Fail("Signed by the wrong key.");
        return Task.CompletedTask;
    }

    private static void Refuse(AuthOptions options, IHostEnvironment environment)
    {
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
