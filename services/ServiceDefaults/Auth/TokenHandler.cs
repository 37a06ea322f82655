using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// Checks the token of a call: one that was checked before is known, any other is checked by the scheme of its issuer.
/// </summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder,
    KnownTokens known, IOptionsMonitor<JwtBearerOptions> schemes)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The scheme by which every call is checked.</summary>
    public const string Name = "Token";

    /// <summary>The scheme of tokens that services give themselves.</summary>
    public const string ServiceScheme = "Service";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Of(Request) is not { } token) return AuthenticateResult.NoResult();
        if (known.Find(token) is { } found && await CountsAsync(found.KeyId)) return Success(found.Principal);
        var read = Read(token);
        var isOfService = read?.Issuer == AuthOptions.ServiceIssuer;
        var result = await Context.AuthenticateAsync(isOfService ? ServiceScheme : JwtBearerDefaults.AuthenticationScheme);
        if (!result.Succeeded) return result;
        known.Add(token, KnownToken.Of(result.Principal, isOfService ? null : read!.Kid, End(read!)));
        return Success(result.Principal);
    }

    /// <summary>Whether what the key signed is still believed: a key that Identity has withdrawn takes its tokens with it.</summary>
    private async ValueTask<bool> CountsAsync(string? keyId)
    {
        if (keyId is null) return true;
        var manager = schemes.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!;
        var configuration = await manager.GetConfigurationAsync(Context.RequestAborted);
        return configuration.SigningKeys.Any(key => key.KeyId == keyId);
    }

    private AuthenticateResult Success(ClaimsPrincipal principal) => AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));

    private static DateTimeOffset End(JsonWebToken token) => new(token.ValidTo, TimeSpan.Zero);

    /// <summary>What it claims, not checked; null when it is no token at all, which the people's scheme refuses.</summary>
    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenMalformedException)
        {
            return null;
        }
    }
}
