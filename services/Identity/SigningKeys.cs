using CommerceKata.ServiceDefaults.Auth;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CommerceKata.Identity;

/// <summary>The keys that tokens are signed with, at hand, and read again every half minute: another replica may have made one.</summary>
internal sealed partial class SigningKeys(SigningKeyStore store, TimeProvider time, ILogger<SigningKeys> log)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Reading? _last;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <exception cref="InvalidOperationException">The database has none.</exception>
    public async ValueTask<KeyRing> RingAsync(CancellationToken cancel)
    {
        if (_last is { } fresh && Now - fresh.At < Freshness) return fresh.Ring;
        // While one reads, the others go on with what they have.
        var known = _last;
        if (!await _reading.WaitAsync(known is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancel)) return known!.Ring;
        try
        {
            return _last is { } read && Now - read.At < Freshness ? read.Ring : await ReadAsync(known, cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The key that signs now.</summary>
    public async ValueTask<SigningKey> SignerAsync(CancellationToken cancel) => (await RingAsync(cancel)).Signer(Now);

    /// <summary>The keys that tokens are checked with now, the newest first.</summary>
    public async ValueTask<IEnumerable<SigningKey>> PublishedAsync(CancellationToken cancel) => (await RingAsync(cancel)).Published(Now);

    /// <summary>What was read is out of date: this replica has just changed it.</summary>
    public void Forget() => _last = null;

    /// <summary>What Identity itself checks tokens with.</summary>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = AuthOptions.UserIssuer };
        foreach (var key in await PublishedAsync(cancel)) configuration.SigningKeys.Add(key.Key);
        return configuration;
    }

    /// <summary>Asked for at each token of an unknown key. Anyone can make those: they must not cost a query.</summary>
    public void RequestRefresh()
    {
    }

    public void Dispose() => _reading.Dispose();

    private async Task<KeyRing> ReadAsync(Reading? known, CancellationToken cancel)
    {
        try
        {
            var ring = await store.ReadAsync(cancel);
            _last = new(ring, Now);
            return ring;
        }
        catch (Exception error) when (known is not null && !cancel.IsCancellationRequested)
        {
            // The database is away: the keys of a moment ago are as good.
            LogStale(error);
            return known.Ring;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The signing keys could not be read again; those known go on")]
    private partial void LogStale(Exception error);

    private sealed record Reading(KeyRing Ring, DateTime At);
}

/// <summary>Not ready before the keys can be read: a wrong <c>Identity:KeyEncryptionKey</c> shows here.</summary>
internal sealed class SigningKeysCheck(SigningKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await keys.RingAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
