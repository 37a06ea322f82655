using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Identity;

/// <summary>Makes the next signing key when the present one is old enough, and forgets those whose last tokens have ended.</summary>
internal sealed partial class KeyRotation(SigningKeyStore store, SigningKeys keys, IdentityOptions options, TimeProvider time, ILogger<KeyRotation> log)
    : PeriodicWorker("the rotation of signing keys", TimeSpan.FromMinutes(10), time, log)
{
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var (added, removed) = await store.RotateWhenDueAsync(options.KeyLifetime, stopping);
        if (added is not null || removed.Count > 0) keys.Forget();
        if (added is { } id) LogAdded(id, KeyRing.Lead);
        foreach (var old in removed) LogRemoved(old);
    }

    [LoggerMessage(2, LogLevel.Information, "Signing key {KeyId} is published, and signs in {Lead}")]
    private partial void LogAdded(Guid keyId, TimeSpan lead);

    [LoggerMessage(3, LogLevel.Information, "Signing key {KeyId} is removed: its last tokens have ended")]
    private partial void LogRemoved(Guid keyId);
}
