namespace CommerceKata.Gateway.Engine;

/// <summary>The input of an update: a field that is left out stays as it is, one that is null is cleared.</summary>
internal abstract record UpdateInput
{
    /// <summary>The fields that came, those that are null included.</summary>
    public IReadOnlySet<string> Given { get; internal set; } = new HashSet<string>();

    /// <summary>Whether a field came, be it null.</summary>
    public bool Gives(string field) => Given.Contains(field);
}
