using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Settings under <c>Auth</c>.</summary>
[Settings("Auth", For = "the eight services")]
public sealed class AuthOptions
{
    /// <summary>Who signs users' tokens.</summary>
    public const string UserIssuer = "commerce-kata/identity";

    /// <summary>Who signs services' tokens.</summary>
    public const string ServiceIssuer = "commerce-kata/services";

    /// <summary>Whom all tokens are for.</summary>
    public const string Audience = "commerce-kata";

    /// <summary>What the development key is; production refuses it.</summary>
    public const string DevelopmentServiceKey = "development-only-service-key-which-production-refuses";

    /// <summary>Hosts of a process that have the same one believe the same tokens.</summary>
    internal string Trust => $"{JwksUrl} {ServiceKey}";

    internal const string ServiceKeyId = "service";

    /// <summary>How long an access token is good for.</summary>
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Where Identity publishes its public keys.</summary>
    public string JwksUrl { get; set; } = "http://127.0.0.1:8092/.well-known/jwks.json";

    /// <summary>
    /// A token of an unknown key has the keys fetched again, if that was longer ago than this: anyone can make such tokens.
    /// </summary>
    public TimeSpan JwksPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The secret that services know each other by and seal mailed tokens with, 32 characters at least; the same everywhere.</summary>
    [Setting(Needed = Needed.InProduction, Secret = true, Default = "a development key")]
    public string ServiceKey { get; set; } = DevelopmentServiceKey;
}
