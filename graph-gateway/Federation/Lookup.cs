using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Federation;

/// <summary>
/// The fields by which a gateway without <c>_entities</c> finds an entity, one or many at once. Named as Hot Chocolate Fusion
/// infers them: productById(id:), productsById(ids:).
/// </summary>
/// <param name="Entity">The GraphQL type.</param>
internal sealed record Lookup(string Entity)
{
    /// <summary>Finds one.</summary>
    public string One => $"{char.ToLowerInvariant(Entity[0])}{Entity[1..]}ById";

    /// <summary>Finds many.</summary>
    public string Many => $"{char.ToLowerInvariant(Entity[0])}{Plural}ById";

    private string Plural => Entity switch
    {
        [.. var stem, 'y'] => stem[1..] + "ies",
        [.. var stem, 's'] => stem[1..] + "ses",
        _ => Entity[1..] + "s",
    };

    /// <summary>Declares those of a subgraph that it does not have already.</summary>
    /// <param name="document">The subgraph; its Query has them from then on.</param>
    /// <returns>The names of those that were declared here, with the entity.</returns>
    public static IReadOnlyDictionary<string, Lookup> AddTo(SubgraphDocument document)
    {
        var added = new Dictionary<string, Lookup>();
        var query = document.Query();
        foreach (var lookup in document.Entities.Select(entity => new Lookup(entity)))
        {
            Add(lookup.One, $"""("The global id." id: ID!): {lookup.Entity}""", lookup);
            Add(lookup.Many, $"""("The global ids." ids: [ID!]!): [{lookup.Entity}]! @listSize(slicingArguments: ["ids"])""", lookup);
        }

        return added;

        void Add(string name, string signature, Lookup lookup)
        {
            if (query.Any(field => field.Name.Value == name)) return;
            query.Add(Parser.Parse<GraphQLFieldDefinition>($"\"For another gateway.\" {name}{signature}"));
            added.Add(name, lookup);
        }
    }
}
