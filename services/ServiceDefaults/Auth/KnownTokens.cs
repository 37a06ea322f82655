using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// Tokens that were checked, by their hash: a signature costs more than all else of a small call, and one token comes many
/// times. What is known of a token holds until it ends; whether its key still counts is asked each time.
/// </summary>
internal sealed class KnownTokens(TimeProvider time) : IDisposable
{
    /// <summary>Each takes about 2 kB.</summary>
    private const int Most = 10_000;

    private static readonly ConcurrentDictionary<string, KnownTokens> OfProcess = new();

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>
    /// Those of all hosts of this process that believe the same keys: a visitor's token is checked once, and not by each service that they come by.
    /// Nobody disposes of them.
    /// </summary>
    /// <param name="options">Whom the hosts believe.</param>
    public static KnownTokens SharedBy(AuthOptions options) => OfProcess.GetOrAdd(options.Trust, _ => new(TimeProvider.System));

    /// <summary>What is known of a token; null when it has to be checked.</summary>
    /// <param name="token">As it was sent.</param>
    public KnownToken? Find(string token) =>
        _cache.TryGetValue(Hash(token), out KnownToken? known) && time.GetUtcNow() < known!.Until ? known : null;

    /// <summary>Keeps what a check found.</summary>
    /// <param name="token">As it was sent.</param>
    /// <param name="found">Whose it is.</param>
    public void Add(string token, KnownToken found)
    {
        if (found.Until <= time.GetUtcNow()) return;
        _cache.Set(Hash(token), found, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = found.Until });
    }

    public void Dispose() => _cache.Dispose();

    /// <summary>So that a dump of the memory shows no token.</summary>
    private static string Hash(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var bytes = Encoding.UTF8.GetByteCount(token) is <= 4096 and var length ? stackalloc byte[length] : new byte[Encoding.UTF8.GetByteCount(token)];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)], hash);
        return Convert.ToBase64String(hash);
    }
}

/// <summary>A token that was found good.</summary>
/// <param name="Principal">Whose it is.</param>
/// <param name="KeyId">Which of Identity's keys signed it; null for a service's, whose key the settings have.</param>
/// <param name="Until">When it ends.</param>
internal sealed record KnownToken(ClaimsPrincipal Principal, string? KeyId, DateTimeOffset Until)
{
    /// <summary>The session that it belongs to; null for a service's.</summary>
    public Guid? SessionId { get; } = Guid.TryParse(Principal.FindFirst("sid")?.Value, out var id) ? id : null;

    /// <summary>Keeps what a checked token claims, and not the token, which a checked principal carries with all that was read from it.</summary>
    /// <param name="principal">As the check made it.</param>
    /// <param name="keyId">Which key signed it.</param>
    /// <param name="until">When it ends.</param>
    public static KnownToken Of(ClaimsPrincipal principal, string? keyId, DateTimeOffset until)
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        var claims = identity.Claims.Select(claim => new Claim(claim.Type, claim.Value, claim.ValueType, claim.Issuer));
        return new(new ClaimsPrincipal(new ClaimsIdentity(claims, identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType)), keyId, until);
    }
}
