using System.Security.Cryptography;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// Encrypts with AES-256-GCM under a key derived from a secret. Each box is bound to what it belongs to: put beside
/// something else it does not open.
/// </summary>
/// <param name="secret">The secret, from a setting.</param>
/// <param name="purpose">What for: the same secret makes another key for another purpose.</param>
public sealed class SecretBox(string secret, string purpose)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key = DerivedKey.Of(secret, purpose);

    /// <summary>Nonce, tag and ciphertext.</summary>
    /// <param name="plain">What to hide.</param>
    /// <param name="belongsTo">What it is bound to.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> belongsTo)
    {
        var box = new byte[NonceSize + TagSize + plain.Length];
        var nonce = box.AsSpan(..NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), belongsTo);
        return box;
    }

    /// <summary>What was hidden.</summary>
    /// <param name="box">The box.</param>
    /// <param name="belongsTo">What it was bound to.</param>
    /// <exception cref="CryptographicException">It was sealed with another secret, for something else, or not at all.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> belongsTo)
    {
        if (box.Length < NonceSize + TagSize) throw new CryptographicException("Too short for a sealed box.");
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        aes.Decrypt(box[..NonceSize], box[(NonceSize + TagSize)..], box.Slice(NonceSize, TagSize), plain, belongsTo);
        return plain;
    }
}
