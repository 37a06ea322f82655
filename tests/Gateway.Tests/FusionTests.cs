using System.Text.Json;
using CommerceKata.Gateway.Federation;
using CommerceKata.Gateway.Subgraphs;
using CommerceKata.TestKit;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Tests;

/// <summary>What Hot Chocolate Fusion composes follows from the subgraphs.</summary>
internal sealed class FusionTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The node fields are left out: Fusion answers them itself, from ids of its own form.</summary>
    private static IEnumerable<string> Names() => FrontDoor.Subgraphs.Where(subgraph => !subgraph.IsShared).Select(subgraph => subgraph.Name);

    [TestCaseSource(nameof(Names))]
    public void Files_for_Fusion_are_those_of_the_subgraph(string name)
    {
        var subgraph = FrontDoor.Subgraphs.Single(subgraph => subgraph.Name == name);
        var document = new SubgraphDocument(subgraph, FrontDoor.Subgraphs);
        var lookups = Lookup.AddTo(document);
        document.DropCosts();
        ShouldBe("schema.graphql", document.Print() + "\n");
        ShouldBe("schema.extensions.graphql", Extensions(document, lookups.Keys));
        ShouldBe("subgraph-config.json", JsonSerializer.Serialize(
            new { subgraph = name, http = new { baseAddress = $"http://127.0.0.1:8080/subgraphs/{SubgraphEndpoints.PathName(subgraph)}/graphql" } }, Indented) + "\n");

        void ShouldBe(string file, string? expected) => Docs.FileShouldBe($"graph-gateway/Fusion/{name}/{file}", expected);
    }

    [Test]
    public void Entity_that_more_than_one_subgraph_answers_for_has_its_lookups_in_each()
    {
        var lookups = Names().ToDictionary(name => name, name =>
        {
            var document = new SubgraphDocument(FrontDoor.Subgraphs.Single(subgraph => subgraph.Name == name), FrontDoor.Subgraphs);
            Lookup.AddTo(document);
            return document.Query().Select(field => field.Name.StringValue).Where(field => field.EndsWith("ById", StringComparison.Ordinal)).ToList();
        });
        lookups["Catalog"].ShouldBe(["productById", "productsById", "categoryById", "categoriesById"]);
        lookups["Inventory"].ShouldBe(["productById", "productsById", "stockById", "stocksById", "purchaseOrderById", "purchaseOrdersById"], ignoreOrder: true);
        lookups["Identity"].ShouldBe(["userById", "usersById", "addressById", "addressesById"], ignoreOrder: true);
        lookups["Orders"].ShouldBe(["orderById", "userById", "usersById", "ordersById", "returnById", "returnsById"], ignoreOrder: true);
        lookups["Shipping"].ShouldBeEmpty();
    }

    /// <summary>By which argument a lookup finds; those that the front door does not have are for the gateway alone.</summary>
    private static string? Extensions(SubgraphDocument document, IEnumerable<string> added)
    {
        var names = document.Entities.Select(entity => new Lookup(entity)).SelectMany(lookup => new[] { lookup.One, lookup.Many }).ToList();
        if (names is []) return null;
        var fields = names.Select(name => document.Query().Single(field => field.Name.Value == name)).Select(field =>
        {
            var argument = field.Arguments!.Items.Single();
            var argumentText = $"{argument.Name.Value}: {Sdl(argument.Type)} @is(field: \"id\")";
            return $"  {field.Name.Value}({argumentText}): {Sdl(field.Type)}{(added.Contains(field.Name.StringValue) ? " @internal" : "")}\n";
        });
        return $"directive @internal on FIELD_DEFINITION\ndirective @is(field: String!) on ARGUMENT_DEFINITION\n\nextend type Query {{\n{string.Concat(fields)}}}\n";
    }

    private static string Sdl(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => $"{Sdl(nonNull.Type)}!",
        GraphQLListType list => $"[{Sdl(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException($"{type.Kind} is no type."),
    };
}
