using System.Security.Cryptography;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;

namespace CommerceKata.Identity;

/// <summary>Encrypts signing keys at rest, each bound to its id: whoever reads a backup cannot sign.</summary>
internal sealed class KeyCipher(IdentityOptions options)
{
    private readonly SecretBox _box = new(options.KeyEncryptionKey, "commerce-kata signing keys");

    public byte[] Seal(ReadOnlySpan<byte> plain, Guid id) => _box.Seal(plain, id.ToByteArray());

    /// <exception cref="SettingException">It was sealed with another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, Guid id)
    {
        try
        {
            return _box.Open(box, id.ToByteArray());
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SettingException("Identity:KeyEncryptionKey is not the one that the signing keys were stored with.");
        }
    }
}
