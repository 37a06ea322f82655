namespace CommerceKata.Gateway.Engine;

/// <summary>What a schema knows of the entities that other subgraphs own. The composed one has them whole.</summary>
/// <param name="KeysOnly">Entities that it only refers to.</param>
/// <param name="Extended">Entities that it adds to.</param>
internal sealed record EntityScope(IReadOnlySet<string> KeysOnly, IReadOnlySet<string> Extended)
{
    /// <summary>All is here.</summary>
    public static EntityScope Whole { get; } = new(new HashSet<string>(), new HashSet<string>());
}

/// <summary>An entity of another subgraph, of which no more is known here: whoever asks goes there.</summary>
/// <param name="Type">Its GraphQL type.</param>
/// <param name="Id">Its UUID.</param>
internal sealed record EntityKey(string Type, string Id);
