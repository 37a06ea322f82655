using System.Security.Cryptography;

namespace CommerceKata.Orders;

/// <summary>
/// What people call an order: CK-7F3K-2M9Q. Forty random bits in Crockford's Base32, which has no letters that
/// look like digits; a number that is taken already is refused by the database and drawn again.
/// </summary>
internal static class OrderNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw() => $"CK-{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 4)}";
}
