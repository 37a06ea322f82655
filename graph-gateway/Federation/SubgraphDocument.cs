using CommerceKata.Gateway.Engine;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace CommerceKata.Gateway.Federation;

/// <summary>
/// The schema of one subgraph served alone: its own types, copies of the shared ones that it uses, and of the entities of
/// others the key and what it adds to them.
/// </summary>
internal sealed class SubgraphDocument
{
    private readonly Composition _composition;
    private readonly Dictionary<string, GraphQLTypeDefinition> _types = [];
    private readonly HashSet<string> _extended = [];
    private readonly HashSet<string> _keys = [];

    /// <summary>The schema of a subgraph.</summary>
    /// <param name="subgraph">Which.</param>
    /// <param name="all">Those that it is composed with.</param>
    public SubgraphDocument(Subgraph subgraph, IReadOnlyList<Subgraph> all)
    {
        _composition = new Composition(all);
        foreach (var definition in _composition.DefinitionsOf(subgraph))
        {
            if (definition is GraphQLObjectTypeExtension extension) Add(Completed(extension));
            // Of the shared file, a subgraph has what it uses; the file by itself is the subgraph that finds by global id.
            else if (!subgraph.IsShared || definition is GraphQLObjectTypeDefinition { Name.StringValue: "Query" }) Add((GraphQLTypeDefinition)definition);
        }

        // What is used grows while it is looked through.
        for (var index = 0; index < _types.Count; index++) AddUsed(_types.Values.ElementAt(index));
    }

    /// <summary>All types.</summary>
    public IReadOnlyCollection<GraphQLTypeDefinition> Types => _types.Values;

    /// <summary>The entities that are found here by their key: its own, and those that it adds to.</summary>
    public IEnumerable<string> Entities => _types.Keys.Where(type => _composition.IsEntity(type) && !_keys.Contains(type));

    /// <summary>What is known here of the entities of others.</summary>
    public EntityScope Scope => new(_keys, _extended);

    /// <summary>Whether each subgraph that uses the type has a copy.</summary>
    public bool IsShared(string type) => !Composition.IsRoot(type) && _composition.IsShared(type);

    /// <summary>The fields of Query; more can be added.</summary>
    public List<GraphQLFieldDefinition> Query() => ((GraphQLObjectTypeDefinition)_types["Query"]).Fields!.Items;

    /// <summary>Takes the directives of <c>@cost</c> and <c>@listSize</c> out: what things cost is the front door's own affair.</summary>
    public void DropCosts()
    {
        foreach (var type in _types.Values.OfType<GraphQLObjectTypeDefinition>())
        {
            type.Directives = null;
            foreach (var field in type.Fields?.Items ?? []) field.Directives = null;
        }
    }

    /// <summary>The SDL.</summary>
    public string Print() => new SDLPrinter(new SDLPrinterOptions { PrintComments = false })
        .Print(new GraphQLDocument([.. _types.Values]));

    private void AddUsed(GraphQLTypeDefinition definition)
    {
        var interfaces = definition.FieldTypes().Where(type => !Composition.IsBuiltIn(type) && _composition.Definition(type) is GraphQLInterfaceTypeDefinition);
        foreach (var type in definition.References().Concat(interfaces.SelectMany(_composition.EntitiesOf)).Where(type => !Composition.IsBuiltIn(type) && !_types.ContainsKey(type)).ToList())
        {
            if (_types.ContainsKey(type)) continue;
            if (_composition.IsEntity(type) && _keys.Add(type)) Add(Stub(type));
            else Add(_composition.Definition(type));
        }
    }

    private void Add(GraphQLTypeDefinition type) => _types.Add(type.Name.StringValue, type);

    /// <summary>The type that an extension is of, as far as this subgraph has it.</summary>
    private GraphQLObjectTypeDefinition Completed(GraphQLObjectTypeExtension extension)
    {
        var name = extension.Name.StringValue;
        if (Composition.IsRoot(name)) return WithFields(name, extension.Fields!.Items);
        _extended.Add(name);
        var type = Stub(name);
        foreach (var field in extension.Fields!.Items)
        {
            // When this subgraph is away, the entity of the other shall not be gone with it.
            if (field.Type is GraphQLNonNullType nonNull) field.Type = nonNull.Type;
            type.Fields!.Items.Add(field);
        }

        return type;
    }

    private GraphQLObjectTypeDefinition Stub(string entity) =>
        WithFields(entity, ((GraphQLObjectTypeDefinition)_composition.Definition(entity)).Fields!.Items.Where(field => field.Name.Value == "id"));

    private GraphQLObjectTypeDefinition WithFields(string name, IEnumerable<GraphQLFieldDefinition> fields)
    {
        var whole = (GraphQLObjectTypeDefinition)_composition.Definition(name);
        return new(whole.Name) { Description = whole.Description, Interfaces = whole.Interfaces, Fields = new GraphQLFieldsDefinition([.. fields]) };
    }
}
