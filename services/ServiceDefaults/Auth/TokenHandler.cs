using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
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

    private static readonly object EndedSession = new();

    /// <summary>Whether the request's token was good, and its session has ended.</summary>
    /// <param name="context">The request, after authentication.</param>
    public static bool IsOfEndedSession(HttpContext context) => context.Items.ContainsKey(EndedSession);

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Of(Request) is not { } token) return AuthenticateResult.NoResult();
        if (known.Find(token) is { } found && await CountsAsync(found.KeyId)) return Admit(found);
        var read = Read(token);
        var isOfService = read?.Issuer == AuthOptions.ServiceIssuer;
        var result = await Context.AuthenticateAsync(isOfService ? ServiceScheme : JwtBearerDefaults.AuthenticationScheme);
        if (!result.Succeeded) return result;
        var checkedToken = KnownToken.Of(result.Principal, isOfService ? null : read!.Kid, End(read!));
        known.Add(token, checkedToken);
        return Admit(checkedToken);
    }

    private AuthenticateResult Admit(KnownToken token)
    {
        if (token.SessionId is not { } session || !ended.Contain(session)) return AuthenticateResult.Success(new AuthenticationTicket(token.Principal, Scheme.Name));
        Context.Items[EndedSession] = true;
        return AuthenticateResult.Fail("The session has ended.");
    }

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
