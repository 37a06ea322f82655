using System.Security.Claims;
using CommerceKata.ServiceDefaults.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.Identity;

/// <summary>Signs what every service believes: who somebody is, for 15 minutes.</summary>
internal sealed class AccessTokens(SigningKeys keys, TimeProvider time)
{
    public async Task<(string Token, DateTimeOffset ExpiresAt)> MintAsync(User user, Guid sessionId, Guid journeyId, CancellationToken cancel)
    {
        // Tokens count in whole seconds: what we say of the end is what the token says.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var expiresAt = now + AuthOptions.AccessTokenLifetime;
        var key = (await keys.SignerAsync(cancel)).Key;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AuthOptions.UserIssuer,
            Audience = AuthOptions.Audience,
            Subject = new ClaimsIdentity([new("sub", user.Id.ToString()), new("sid", sessionId.ToString()), new(TokenClaims.Journey, journeyId.ToString()), new("role", user.Role)]),
            IssuedAt = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
        });
        return (token, expiresAt);
    }
}
