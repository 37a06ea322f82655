using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommerceKata.Identity;

/// <summary>
/// What proves something by being known: 256 random bits, of which only the hash is stored. Not a record, since a
/// record's ToString shows everything.
/// </summary>
internal sealed class SecretToken
{
    /// <summary>Longer than any of ours.</summary>
    public const int MaxLength = 200;

    private const int Size = 32;

    private SecretToken(string text) => (Text, Hash) = (text, SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string Text { get; }

    /// <summary>Plain SHA-256 is enough: nobody guesses 256 random bits, salted or not.</summary>
    public byte[] Hash { get; }

    /// <summary>
    /// The token that follows this one, always the same: whoever presents this one again is given it again, though only hashes
    /// are stored. Without the key nobody can derive it.
    /// </summary>
    /// <param name="key">Identity's own.</param>
    public SecretToken Next(byte[] key) => new(Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Text))));

    public static SecretToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size)));

    public static SecretToken Of(string text) => new(text);
}
