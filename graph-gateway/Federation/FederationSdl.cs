using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Federation;

/// <summary>
/// A subgraph's schema in the words of Apollo Federation 2.3: which types are entities, and which every subgraph has a copy of.
/// Source: https://specs.apollo.dev/federation/v2.3.
/// </summary>
internal static class FederationSdl
{
    private const string Link = """extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])""";

    /// <summary>The SDL that a composition reads.</summary>
    /// <param name="document">The subgraph; the directives stay in it.</param>
    public static string Write(SubgraphDocument document)
    {
        document.DropCosts();
        var entities = document.Entities.ToHashSet();
        foreach (var type in document.Types.OfType<GraphQLObjectTypeDefinition>())
        {
            var name = type.Name.StringValue;
            var directive =
                entities.Contains(name) ? """@key(fields: "id")"""
                : document.Scope.KeysOnly.Contains(name) ? """@key(fields: "id", resolvable: false)"""
                : document.IsShared(name) ? "@shareable"
                : null;
            if (directive is not null) type.Directives = new GraphQLDirectives([Parser.Parse<GraphQLDirective>(directive)]);
        }

        return $"{Link}\n\n{document.Print()}\n";
    }
}
