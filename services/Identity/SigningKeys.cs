using CommerceKata.ServiceDefaults.Auth;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.Identity;

/// <summary>The keys that tokens are signed with, read once; all of them are valid, the newest signs.</summary>
internal sealed class SigningKeys(SigningKeyStore store) : IConfigurationManager<OpenIdConnectConfiguration>
{
    private volatile IReadOnlyList<ECDsaSecurityKey>? _keys;

    /// <exception cref="InvalidOperationException">The database has none.</exception>
    public async ValueTask<IReadOnlyList<ECDsaSecurityKey>> NewestFirstAsync(CancellationToken cancel)
    {
        if (_keys is { } known) return known;
        var keys = await store.GetAllAsync(cancel);
        if (keys.Count == 0) throw new InvalidOperationException("There is no signing key: bring the database up to date first.");
        return _keys = keys;
    }

    /// <summary>What Identity itself checks tokens with.</summary>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = AuthOptions.UserIssuer };
        foreach (var key in await NewestFirstAsync(cancel)) configuration.SigningKeys.Add(key);
        return configuration;
    }

    /// <summary>Asked for at each token of an unknown key. Anyone can make those: they must not cost a query.</summary>
    public void RequestRefresh()
    {
    }
}

/// <summary>Not ready before the keys can be read: a wrong <c>Identity:KeyEncryptionKey</c> shows here.</summary>
internal sealed class SigningKeysCheck(SigningKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await keys.NewestFirstAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
