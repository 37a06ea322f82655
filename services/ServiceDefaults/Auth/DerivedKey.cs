using System.Security.Cryptography;
using System.Text;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Keys that are made of a secret.</summary>
public static class DerivedKey
{
    /// <summary>A key of 256 bits, always the same for the same secret and purpose, and another for another purpose.</summary>
    /// <param name="secret">The secret, from a setting.</param>
    /// <param name="purpose">What the key is for.</param>
    public static byte[] Of(string secret, string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), outputLength: 32, info: Encoding.UTF8.GetBytes(purpose));
}
