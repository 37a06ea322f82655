using System.Security.Cryptography;
using System.Text;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Identity;

/// <summary>Encrypts signing keys at rest with AES-256-GCM, each bound to its id: whoever reads a backup cannot sign.</summary>
internal sealed class KeyCipher(IdentityOptions options)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.KeyEncryptionKey), outputLength: 32, info: "commerce-kata signing keys"u8.ToArray());

    /// <summary>Nonce, tag and ciphertext.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, Guid id)
    {
        var box = new byte[NonceSize + TagSize + plain.Length];
        var nonce = box.AsSpan(..NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), id.ToByteArray());
        return box;
    }

    /// <exception cref="SettingException">It was sealed with another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, Guid id)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        try
        {
            aes.Decrypt(box[..NonceSize], box[(NonceSize + TagSize)..], box.Slice(NonceSize, TagSize), plain, id.ToByteArray());
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SettingException("Identity:KeyEncryptionKey is not the one that the signing keys were stored with.");
        }

        return plain;
    }
}
