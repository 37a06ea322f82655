using System.Security.Cryptography;
using System.Text;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// Texts that one service tells another and that may not be read on the way: in an outbox, a dead letter or a backup.
/// Sealed under the key that all services share.
/// </summary>
/// <param name="serviceKey">The setting <c>Auth:ServiceKey</c>.</param>
public sealed class ServiceSecrets(string serviceKey)
{
    private readonly SecretBox _box = new(serviceKey, "commerce-kata secrets in events");

    /// <summary>The text, sealed, in Base64.</summary>
    /// <param name="text">The secret.</param>
    /// <param name="belongsTo">What it is bound to: the id of a request.</param>
    public string Seal(string text, Guid belongsTo) => Convert.ToBase64String(_box.Seal(Encoding.UTF8.GetBytes(text), belongsTo.ToByteArray()));

    /// <summary>The text.</summary>
    /// <param name="box">What <see cref="Seal"/> made.</param>
    /// <param name="belongsTo">What it was bound to.</param>
    /// <exception cref="FormatException">It is not Base64.</exception>
    /// <exception cref="CryptographicException">It was sealed under another key, or for something else.</exception>
    public string Open(string box, Guid belongsTo) => Encoding.UTF8.GetString(_box.Open(Convert.FromBase64String(box), belongsTo.ToByteArray()));
}
