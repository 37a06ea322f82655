using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.Identity;

/// <summary>The public keys, as a JSON Web Key Set (RFC 7517), for everyone who checks our tokens.</summary>
internal static class Jwks
{
    public static void MapJwks(this WebApplication app) => app.MapGet("/.well-known/jwks.json", GetAsync).AllowAnonymous();

    private static async Task<IResult> GetAsync(SigningKeys keys, HttpResponse response, CancellationToken cancel)
    {
        var all = await keys.PublishedAsync(cancel);
        response.Headers.CacheControl = "public, max-age=300";
        return Results.Json(new { keys = all.Select(key => Public(key.Key)) });
    }

    private static object Public(ECDsaSecurityKey key)
    {
        // The converter copies the private part too: name what may be seen.
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        return new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = key.KeyId, use = "sig", alg = SecurityAlgorithms.EcdsaSha256 };
    }
}
