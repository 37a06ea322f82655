using CommerceKata.Gateway.Engine;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Federation;

/// <summary>
/// What the subgraphs declare together. Reading it is the check that they compose: whatever would not, whether here or in
/// another gateway, stops the start.
/// </summary>
internal sealed class Composition
{
    private static readonly HashSet<string> BuiltIn = ["ID", "String", "Int", "Float", "Boolean"];
    private static readonly HashSet<string> Roots = ["Query", "Mutation", "Subscription"];

    private readonly Dictionary<string, GraphQLTypeDefinition> _types = [];
    private readonly Dictionary<string, Subgraph> _owners = [];
    private readonly Dictionary<(string Type, string Field), Subgraph> _fields = [];
    private readonly Dictionary<string, List<ASTNode>> _definitions = [];

    /// <summary>Reads the subgraphs.</summary>
    /// <exception cref="CompositionException">They do not compose.</exception>
    public Composition(IReadOnlyList<Subgraph> subgraphs)
    {
        foreach (var subgraph in subgraphs) Read(subgraph);
        foreach (var subgraph in subgraphs) CheckExtensions(subgraph);
        foreach (var subgraph in subgraphs) CheckReferences(subgraph);
    }

    /// <summary>What a subgraph's SDL has, as it stands there.</summary>
    public IReadOnlyList<ASTNode> DefinitionsOf(Subgraph subgraph) => _definitions[subgraph.Name];

    /// <summary>The declaration of a type.</summary>
    public GraphQLTypeDefinition Definition(string type) => _types[type];

    /// <summary>Whether every subgraph that uses the type has a copy of it.</summary>
    public bool IsShared(string type) => _owners[type].IsShared;

    /// <summary>Whether other subgraphs can name one by its global id.</summary>
    public bool IsEntity(string type) =>
        _types.GetValueOrDefault(type) is GraphQLObjectTypeDefinition { Interfaces: { } all } && all.Any(one => one.Name.Value == "Node");

    /// <summary>The entities that a field of this interface can turn out to be.</summary>
    public IEnumerable<string> EntitiesOf(string @interface) => _types.Values.OfType<GraphQLObjectTypeDefinition>()
        .Where(type => type.Interfaces?.Any(one => one.Name.Value == @interface) is true)
        .Select(type => type.Name.StringValue).Where(IsEntity);

    /// <summary>Whether operations start there.</summary>
    public static bool IsRoot(string type) => Roots.Contains(type);

    /// <summary>Whether GraphQL itself has the type.</summary>
    public static bool IsBuiltIn(string type) => BuiltIn.Contains(type);

    private void Read(Subgraph subgraph)
    {
        _definitions.Add(subgraph.Name, Parser.Parse(subgraph.Sdl).Definitions);
        foreach (var definition in DefinitionsOf(subgraph))
        {
            if (definition is GraphQLTypeDefinition type && !_types.TryAdd(type.Name.StringValue, type))
            {
                throw new CompositionException($"{type.Name} is declared by {_owners[type.Name.StringValue].Name} and by {subgraph.Name}.");
            }

            if (definition is GraphQLTypeDefinition own) _owners.Add(own.Name.StringValue, subgraph);
            foreach (var field in (definition as IHasFieldsDefinitionNode)?.Fields?.Items ?? [])
            {
                var place = (((INamedNode)definition).Name.StringValue, field.Name.StringValue);
                if (!_fields.TryAdd(place, subgraph)) throw new CompositionException($"{place.Item1}.{place.Item2} is declared by {_fields[place].Name} and by {subgraph.Name}.");
            }
        }
    }

    private void CheckExtensions(Subgraph subgraph)
    {
        foreach (var definition in DefinitionsOf(subgraph).Where(definition => definition is not GraphQLTypeDefinition))
        {
            if (definition is not GraphQLObjectTypeExtension { Name.StringValue: var type } || !(IsRoot(type) || IsEntity(type)))
            {
                throw new CompositionException($"{subgraph.Name} adds to {(definition as INamedNode)?.Name}, which is no entity: only what has a global id can be found again to be added to.");
            }
        }
    }

    private void CheckReferences(Subgraph subgraph)
    {
        foreach (var type in DefinitionsOf(subgraph).SelectMany(definition => definition.References()).Where(type => !IsBuiltIn(type)))
        {
            if (!_owners.TryGetValue(type, out var owner))
                throw new CompositionException($"{subgraph.Name} uses {type}, which no subgraph declares.");
            if (owner != subgraph && !owner.IsShared && !IsEntity(type)) throw new CompositionException($"{subgraph.Name} uses {type} of {owner.Name}, which is no entity.");
        }
    }
}

/// <summary>Subgraphs that contradict each other.</summary>
internal sealed class CompositionException(string message) : Exception(message);
