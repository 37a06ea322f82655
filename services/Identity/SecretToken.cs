using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommerceKata.Identity;

/// <summary>
/// What a client trades for its next session: 256 random bits, of which only the hash is stored. Not a record,
/// since a record's ToString shows everything.
/// </summary>
internal sealed class RefreshToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const int Size = 32;

    private RefreshToken(string text) => (Text, Hash) = (text, SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string Text { get; }

    /// <summary>Plain SHA-256 is enough: nobody guesses 256 random bits, salted or not.</summary>
    public byte[] Hash { get; }

    public static RefreshToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size)));

    public static RefreshToken Of(string text) => new(text);
}

/// <summary>What becomes of a refresh token that is presented.</summary>
internal enum TokenVerdict
{
    /// <summary>Nobody was given it, it came too late, or its family has ended.</summary>
    Ended,

    /// <summary>It was used before: somebody holds a copy, and the family must end.</summary>
    Reused,

    /// <summary>It is good, this once.</summary>
    Good,
}

/// <summary>A refresh token and its family, as the rows have them.</summary>
internal sealed record IssuedToken(Guid SessionId, Guid UserId, DateTime ExpiresAt, DateTime? UsedAt, DateTime? EndedAt)
{
    public TokenVerdict Judge(DateTime now) => this switch
    {
        { EndedAt: not null } => TokenVerdict.Ended,
        { UsedAt: not null } => TokenVerdict.Reused,
        _ => now < ExpiresAt ? TokenVerdict.Good : TokenVerdict.Ended,
    };
}
