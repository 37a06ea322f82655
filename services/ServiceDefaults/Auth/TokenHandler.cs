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
    KnownTokens known, EndedSessions ended, IOptionsMonitor<JwtBearerOptions> schemes)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The scheme by which every call is checked.</summary>
    public const string Name = "Token";

    /// <summary>The scheme of tokens that services give themselves.</summary>
    public const string ServiceScheme = "Service";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Of(Request) is not { } token) return Request.Headers.Authorization.Count == 0 ? AuthenticateResult.NoResult() : Refuse(RefusedToken.Invalid);
        if (known.Find(token) is { } found && await CountsAsync(found.KeyId)) return Admit(found);
        var read = Read(token);
        var isOfService = read?.Issuer == AuthOptions.ServiceIssuer;
        var scheme = isOfService ? ServiceScheme : JwtBearerDefaults.AuthenticationScheme;
        var result = await Context.AuthenticateAsync(scheme);
        if (!result.Succeeded)
        {
            var isExpired = result.Failure is SecurityTokenExpiredException && await WasGoodAsync(token, scheme);
            return Refuse(isExpired ? RefusedToken.Expired : RefusedToken.Invalid, isOfService ? default : ExpiredCaller(read));
        }

        var checkedToken = KnownToken.Of(result.Principal, isOfService ? null : read!.Kid, End(read!));
        known.Add(token, checkedToken);
        return Admit(checkedToken);
    }

    /// <summary>Whether nothing is wrong with it but its time: of several things the check names one.</summary>
    private async Task<bool> WasGoodAsync(string token, string scheme)
    {
        var options = schemes.Get(scheme);
        var parameters = options.TokenValidationParameters.Clone();
        parameters.ValidateLifetime = false;
        if (options.ConfigurationManager is { } manager) parameters.IssuerSigningKeys = (await manager.GetConfigurationAsync(Context.RequestAborted)).SigningKeys;
        return (await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters)).IsValid;
    }

    private AuthenticateResult Refuse(RefusedToken why, Caller expired = default)
    {
        why.Note(Context, expired);
        return AuthenticateResult.Fail(why.Message);
    }

    /// <summary>Whom an old token says it was for. Its key may be withdrawn by now: that is noted, and proves nothing.</summary>
    private Caller ExpiredCaller(JsonWebToken? token) => token?.ValidTo < TimeProvider.GetUtcNow().UtcDateTime
        ? Caller.Of(new ClaimsPrincipal(new ClaimsIdentity(token.Claims, Name)))
        : default;

    private AuthenticateResult Admit(KnownToken token) => token.SessionId is { } session && ended.Contain(session)
        ? Refuse(RefusedToken.Ended)
        : AuthenticateResult.Success(new AuthenticationTicket(token.Principal, Scheme.Name));

    /// <summary>Whether what the key signed is still believed: a key that Identity has withdrawn takes its tokens with it.</summary>
    private async ValueTask<bool> CountsAsync(string? keyId)
    {
        if (keyId is null) return true;
        var manager = schemes.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!;
        var configuration = await manager.GetConfigurationAsync(Context.RequestAborted);
        return configuration.SigningKeys.Any(key => key.KeyId == keyId);
    }

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
