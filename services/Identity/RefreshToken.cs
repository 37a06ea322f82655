namespace CommerceKata.Identity;

/// <summary>What becomes of a refresh token that is presented.</summary>
internal enum TokenVerdict
{
    /// <summary>Nobody was given it, it came too late, or its family has ended.</summary>
    Ended,

    /// <summary>It was used before, and not just now: somebody holds a copy, and the family must end.</summary>
    Reused,

    /// <summary>It was used a moment ago: another tab, or the answer was lost. Whoever asks goes on with the same next token.</summary>
    Repeated,

    /// <summary>It is good, this once.</summary>
    Good,
}

/// <summary>A refresh token and its family, as the rows have them.</summary>
internal sealed record IssuedToken(Guid SessionId, Guid UserId, DateTime ExpiresAt, DateTime? UsedAt, DateTime? EndedAt)
{
    /// <summary>How long a token may be presented again.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to come for its next session.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public TokenVerdict Judge(DateTime now) => this switch
    {
        { EndedAt: not null } => TokenVerdict.Ended,
        { UsedAt: { } used } => now - used <= Grace ? TokenVerdict.Repeated : TokenVerdict.Reused,
        _ => now < ExpiresAt ? TokenVerdict.Good : TokenVerdict.Ended,
    };
}
