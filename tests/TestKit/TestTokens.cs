using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CommerceKata.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.TestKit;

/// <summary>Tokens as Identity signs them, for tests of the other services: its own key, served as a JWKS over HTTP.</summary>
public static class TestTokens
{
    private static readonly ECDsaSecurityKey UserKey = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };
    private static readonly SymmetricSecurityKey ServiceKey = new(Encoding.UTF8.GetBytes(AuthOptions.DevelopmentServiceKey)) { KeyId = "service" };
    private static readonly Lazy<Task<string>> Jwks = new(ServeAsync);

    /// <summary>Where the key is published: the setting <c>Auth:JwksUrl</c>.</summary>
    public static Task<string> JwksUrlAsync() => Jwks.Value;

    /// <summary>A person's token.</summary>
    /// <param name="who">Guest, customer or admin.</param>
    /// <param name="userId">Who; somebody new unless given.</param>
    /// <param name="lifetime">How long it is good for; negative for one that has ended.</param>
    /// <param name="sessionId">The session; a new one unless given.</param>
    public static string User(Who who, Guid? userId = null, TimeSpan? lifetime = null, Guid? sessionId = null) => Sign(
        AuthOptions.UserIssuer,
        new(UserKey, SecurityAlgorithms.EcdsaSha256),
        lifetime ?? TimeSpan.FromMinutes(15),
        new("sub", (userId ?? Guid.CreateVersion7()).ToString()),
        new("sid", (sessionId ?? Guid.CreateVersion7()).ToString()),
        new("role", who.Claim()));

    /// <summary>Another service's token.</summary>
    public static string Service() => Sign(
        AuthOptions.ServiceIssuer, new(ServiceKey, SecurityAlgorithms.HmacSha256), TimeSpan.FromMinutes(5), new("sub", "tests"), new("role", "service"));

    /// <summary>A token that claims to be a service's and is signed with the users' key: it must not be believed.</summary>
    public static string Forged() => Sign(
        AuthOptions.ServiceIssuer, new(UserKey, SecurityAlgorithms.EcdsaSha256), TimeSpan.FromMinutes(5), new("sub", "tests"), new("role", "service"));

    /// <summary>A token for this kind of caller; null for nobody.</summary>
    /// <param name="who">One kind of caller.</param>
    public static string? For(Who who) => who switch
    {
        Who.None => null,
        Who.Service => Service(),
        _ => User(who),
    };

    private static string Sign(string issuer, SigningCredentials key, TimeSpan lifetime, params Claim[] claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = AuthOptions.Audience,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = DateTime.UtcNow.AddHours(-1),
            Expires = DateTime.UtcNow + lifetime,
            SigningCredentials = key,
        });

    private static async Task<string> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(UserKey);
        app.MapGet("/jwks", () => Results.Json(new { keys = new[] { new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.Kid, use = "sig", alg = "ES256" } } }));
        await app.StartAsync();
        return app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/jwks";
    }
}
