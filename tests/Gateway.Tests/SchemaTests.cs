using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Tests;

/// <summary>The schema keeps what the contract promises, and explains itself.</summary>
internal sealed class SchemaTests
{
    private static readonly Dictionary<string, string> Contract = Coordinates.Of(File.ReadAllText(InOutput("schema.contract.graphql")));
    private static readonly Dictionary<string, string> Built = Coordinates.Of(WholeIntrospection.Print(ComposedSchema.Of(FrontDoor.Subgraphs)));

    /// <summary>Parts of the contract that a later issue builds. A type stands for its fields, a field for its arguments.</summary>
    private static readonly HashSet<string> NotYetBuilt =
        [.. File.ReadLines(InOutput("NotYetBuilt.txt")).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];

    [Test]
    public void Schema_contains_everything_in_the_contract_but_what_is_listed_as_not_yet_built() =>
        Contract
            .Where(part => !WithOwners(part.Key).Any(NotYetBuilt.Contains))
            .Where(part => Built.GetValueOrDefault(part.Key) != part.Value)
            .Select(part => $"{part.Key}: {part.Value}, not {Built.GetValueOrDefault(part.Key, "missing")}")
            .ShouldBeEmpty();

    [Test]
    public void List_of_what_is_not_yet_built_names_only_parts_of_the_contract_that_are_not() =>
        NotYetBuilt.Where(part => !Contract.ContainsKey(part) || Built.ContainsKey(part)).ShouldBeEmpty();

    [TestCaseSource(nameof(Names))]
    public void Subgraph_describes_every_type_field_argument_and_value(string name) =>
        new Undescribed().In(Definitions(name)).ShouldBeEmpty();

    /// <summary>The snapshot is what the project's check compares with the one before; <c>REWRITE_DOCS=1</c> writes it anew.</summary>
    [Test]
    public void Snapshot_in_the_repository_is_the_schema()
    {
        var file = Path.Combine(AppContext.BaseDirectory.Split("/tests/")[0], "graph-gateway", "schema.graphql");
        var printed = WholeIntrospection.Print(ComposedSchema.Of(FrontDoor.Subgraphs)).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("REWRITE_DOCS") == "1") File.WriteAllText(file, printed);
        File.ReadAllText(file).ShouldBe(printed, "run it with REWRITE_DOCS=1, and look at the difference");
    }

    [Test]
    public void Type_that_nothing_is_bound_to_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => ComposedSchema.Of([FrontDoor.Subgraphs[0], FrontDoor.Subgraphs[1] with { Bind = _ => { } }]))
            .Message.ShouldContain("is bound to nothing");

    private static IEnumerable<string> Names() => FrontDoor.Subgraphs.Select(subgraph => subgraph.Name);

    private static List<ASTNode> Definitions(string name) =>
        Parser.Parse(FrontDoor.Subgraphs.Single(subgraph => subgraph.Name == name).Sdl).Definitions;

    private static string[] WithOwners(string coordinate) => [coordinate, coordinate.Split('(')[0], coordinate.Split('.', ' ')[0]];

    private static string InOutput(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
