using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// The tokens by which our services know each other: short-lived JWTs signed with a key that they share,
/// so that a checkout can go on while Identity is away. See ADR 0002.
/// </summary>
internal sealed class ServiceTokens(string service, SymmetricSecurityKey key, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private volatile Minted? _current;

    /// <summary>A token that is good for a minute at least.</summary>
    public string Current()
    {
        var now = time.GetUtcNow();
        var current = _current;
        if (current is not null && current.Until - now > TimeSpan.FromMinutes(1)) return current.Token;
        return (_current = Mint(now)).Token;
    }

    /// <summary>The shared key, as the setting has it.</summary>
    public static SymmetricSecurityKey Key(string secret) => new(Encoding.UTF8.GetBytes(secret)) { KeyId = AuthOptions.ServiceKeyId };

    private Minted Mint(DateTimeOffset now)
    {
        var until = now + Lifetime;
        return new(new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AuthOptions.ServiceIssuer,
            Audience = AuthOptions.Audience,
            Subject = new ClaimsIdentity([new("sub", service), new("role", Who.Service.Claim())]),
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = until.UtcDateTime,
            SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
        }), until);
    }

    private sealed record Minted(string Token, DateTimeOffset Until);
}
