namespace CommerceKata.Gateway.Documents;

/// <summary>Which documents clients may name instead of sending them.</summary>
internal sealed class DocumentSettings(IConfiguration settings)
{
    /// <summary><c>GraphQL:PersistedQueryCharacters</c>: how much text that clients registered is kept; 0 takes no registrations.</summary>
    public int PersistedCharacters { get; } = SettingReader.Number(settings, "GraphQL:PersistedQueryCharacters", 1_000_000, min: 0, max: int.MaxValue);

    /// <summary><c>GraphQL:TrustedDocuments</c>: the folder or manifest of the only documents that may be run; null takes any.</summary>
    public string? Trusted { get; } = settings["GraphQL:TrustedDocuments"] is { Length: > 0 } path ? path : null;
}
