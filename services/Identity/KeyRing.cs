using CommerceKata.ServiceDefaults.Auth;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.Identity;

/// <summary>A key that tokens are or were signed with, and since when.</summary>
internal sealed record SigningKey(Guid Id, ECDsaSecurityKey Key, DateTime SignsFrom);

/// <summary>
/// The signing keys, and which of them does what at a moment. A key is published from the day it is made, signs from
/// <see cref="SigningKey.SignsFrom"/> until the next one does, and stays published until the last token it signed has ended.
/// </summary>
internal sealed class KeyRing
{
    /// <summary>
    /// How long a planned key is published before it signs. Services fetch the keys every five minutes, Identity's
    /// replicas read them every half.
    /// </summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(15);

    /// <summary>A token lives so long, and for a while a replica that has not looked yet may still sign with the old key.</summary>
    private static readonly TimeSpan Afterlife = AuthOptions.AccessTokenLifetime + TimeSpan.FromMinutes(5);

    private readonly SigningKey[] _keys;

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public KeyRing(IEnumerable<SigningKey> keys)
    {
        _keys = [.. keys.OrderBy(key => key.SignsFrom).ThenBy(key => key.Id)];
        if (_keys.Length == 0) throw new InvalidOperationException("There is no signing key: bring the database up to date first.");
    }

    /// <summary>The key that signs.</summary>
    public SigningKey Signer(DateTime now) => _keys.LastOrDefault(key => key.SignsFrom <= now) ?? _keys[0];

    /// <summary>The keys that tokens are checked with, the newest first.</summary>
    public IEnumerable<SigningKey> Published(DateTime now) => _keys.Where((_, place) => !HasEnded(place, now)).Reverse();

    /// <summary>The keys that nobody needs any more.</summary>
    public IEnumerable<SigningKey> Ended(DateTime now) => _keys.Where((_, place) => HasEnded(place, now));

    /// <summary>Whether a key is on its way that does not sign yet.</summary>
    public bool HasNext(DateTime now) => _keys[^1].SignsFrom > now;

    /// <summary>Whether it is time for the next key.</summary>
    public bool IsDue(DateTime now, TimeSpan lifetime) => _keys[^1].SignsFrom + lifetime <= now;

    private bool HasEnded(int place, DateTime now) => place + 1 < _keys.Length && _keys[place + 1].SignsFrom + Afterlife <= now;
}
