namespace CommerceKata.TestKit;

/// <summary>A clock that a test sets.</summary>
public sealed class SetClock : TimeProvider
{
    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}
