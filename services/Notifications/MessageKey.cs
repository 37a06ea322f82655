using System.Security.Cryptography;
using System.Text;

namespace CommerceKata.Notifications;

/// <summary>
/// What a mail is about. It names the mail everywhere: the queue holds one per key, and the Message-ID is made of it,
/// so that a mail sent again after a crash can be recognised as the same.
/// </summary>
internal readonly record struct MessageKey(string Value)
{
    /// <summary>One mail of this template about this thing, ever.</summary>
    public static MessageKey For(string template, Guid about) => new($"{template}.{about}");

    /// <summary>As above, where several people get one each: a digest of the address tells them apart.</summary>
    public static MessageKey For(string template, Guid about, string recipient)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(recipient.ToLowerInvariant()));
        return new($"{template}.{about}.{Convert.ToHexStringLower(digest.AsSpan(0, 8))}");
    }

    /// <summary>The Message-ID without its angle brackets (RFC 5322, 3.6.4).</summary>
    public string MessageId(string domain) => $"{Value}@{domain}";
}
