using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;
using GraphQL.Types;

namespace CommerceKata.Gateway.Federation;

/// <summary>One subgraph as it is served alone.</summary>
/// <param name="Schema">What can be asked: its part of the front door's schema, lookups, and the fields of Apollo Federation.</param>
/// <param name="FederationSdl">What a composition reads: without the lookups, which are no part of the composed schema.</param>
internal sealed record SubgraphSchema(ISchema Schema, string FederationSdl)
{
    /// <summary>Entities in one request that cost a call each; as for the front door's <c>nodes</c>.</summary>
    private const int MaxOneByOne = 100;

    /// <summary>Builds the schema of a subgraph.</summary>
    /// <param name="subgraph">Which.</param>
    /// <param name="all">Those that it is composed with.</param>
    public static SubgraphSchema Of(Subgraph subgraph, IReadOnlyList<Subgraph> all)
    {
        var sdl = Federation.FederationSdl.Write(new SubgraphDocument(subgraph, all));
        var document = new SubgraphDocument(subgraph, all);
        var bindings = SchemaBindings.Of(all, document.Scope);
        // The owner's own lookup of one is bound for all, and does the same.
        foreach (var (name, lookup) in Lookup.AddTo(document).Where(added => !bindings.HasQuery(added.Key)))
        {
            if (name == lookup.One) bindings.Query(name, call => bindings.Find(call, lookup.Entity, call.GetArgument<string>("id"), "id"));
            else bindings.Query(name, call => Many(bindings, call, lookup.Entity));
        }

        bindings.Type<Service>("_Service");
        bindings.Query("_service", call => call.Settings().Introspection
            ? new Service(sdl)
            : throw new ExecutionError("The schema is not published here.") { Code = "NOT_FOUND" });
        bindings.Query("_entities", call => Entities(bindings, call));
        return new(ComposedSchema.Of($"{document.Print()}\n{Fields([.. document.Entities])}", bindings), sdl);
    }

    /// <summary>What Apollo Federation asks each subgraph for. Source: https://www.apollographql.com/docs/federation/subgraph-spec.</summary>
    private static string Fields(IReadOnlyList<string> entities) =>
        "extend type Query { _service: _Service! } type _Service { sdl: String! }"
        + (entities is [] ? "" : $" extend type Query {{ _entities(representations: [_Any!]!): [_Entity]! @listSize(slicingArguments: [\"representations\"]) }} scalar _Any union _Entity = {string.Join(" | ", entities)}");

    private static List<object?> Many(SchemaBindings bindings, IResolveFieldContext call, string entity)
    {
        var ids = call.GetArgument<IReadOnlyList<string>>("ids");
        RequireFew(bindings, ids.Select(_ => entity), "ids");
        return Deferred.Each(ids, (id, index) => bindings.Find(call, entity, id, $"ids[{index}]"));
    }

    private static List<object?> Entities(SchemaBindings bindings, IResolveFieldContext call)
    {
        var served = ((UnionGraphType)call.FieldDefinition.ResolvedType!.GetNamedType()).PossibleTypes.Select(type => type.Name).ToHashSet();
        var representations = call.GetArgument<IReadOnlyList<object>>("representations").Select(Representation.Read).ToList();
        RequireFew(bindings, representations.Select(one => one.Type), "representations");
        return Deferred.Each(representations, (one, index) => served.Contains(one.Type)
            ? bindings.Find(call, one.Type, one.Id, $"representations[{index}].id")
            : throw new BadInputException($"representations[{index}].__typename", Problem.NotFound("an entity of this subgraph")));
    }

    private static void RequireFew(SchemaBindings bindings, IEnumerable<string> types, string argument)
    {
        if (types.Count(bindings.IsFoundOneByOne) > MaxOneByOne) throw new BadInputException(argument, new("TOO_MANY", $"must be {MaxOneByOne} at most of what is found one by one", ("max", $"{MaxOneByOne}")));
    }

    private sealed record Service(string Sdl);

    /// <summary>An entity as a gateway names it: its type and its key.</summary>
    private sealed record Representation(string Type, string? Id)
    {
        public static Representation Read(object any) =>
            any is IDictionary<string, object?> fields && fields.TryGetValue("__typename", out var type) && type is string name
                ? new(name, fields.TryGetValue("id", out var id) ? id as string : null)
                : new("", null);
    }
}
