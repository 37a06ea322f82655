namespace CommerceKata.Identity;

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
    /// <summary>How long a client may take to come for its next session.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public TokenVerdict Judge(DateTime now) => this switch
    {
        { EndedAt: not null } => TokenVerdict.Ended,
        { UsedAt: not null } => TokenVerdict.Reused,
        _ => now < ExpiresAt ? TokenVerdict.Good : TokenVerdict.Ended,
    };
}
