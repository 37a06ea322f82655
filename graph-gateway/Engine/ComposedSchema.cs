using System.Collections.Frozen;
using CommerceKata.Gateway.Federation;
using CommerceKata.Gateway.Limits;
using GraphQL;
using GraphQL.Federation.Types;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// Builds one executable schema from the SDL of many subgraphs. Whatever the SDL declares and nothing is bound to,
/// fails here, when the process starts.
/// </summary>
internal sealed class ComposedSchema(SchemaBindings bindings) : SchemaBuilder
{
    /// <summary>The schema of these subgraphs together.</summary>
    /// <exception cref="CompositionException">They contradict each other.</exception>
    public static ISchema Of(IReadOnlyList<Subgraph> subgraphs)
    {
        _ = new Composition(subgraphs);
        return Of(string.Join('\n', subgraphs.Select(subgraph => subgraph.Sdl)), SchemaBindings.Of(subgraphs, EntityScope.Whole));
    }

    /// <summary>The schema that the SDL declares.</summary>
    public static ISchema Of(string sdl, SchemaBindings bindings)
    {
        var schema = new ComposedSchema(bindings).Build($"{sdl}\n{Subgraph.Read("cost.graphql")}");
        foreach (var declared in Parser.Parse(sdl).Definitions.OfType<GraphQLScalarTypeDefinition>())
        {
            schema.RegisterType(Scalar(declared));
        }

        schema.RegisterType(new IntScalar());
        schema.RegisterType(new IdScalar());
        WholeIntrospection.Prepare(schema);
        schema.Initialize();
        WholeIntrospection.Complete(schema);
        return schema;
    }

    /// <inheritdoc />
    protected override IObjectGraphType ToObjectGraphType(GraphQLObjectTypeDefinition astType, bool isExtensionType = false)
    {
        var type = base.ToObjectGraphType(astType, isExtensionType);
        foreach (var field in type.Fields.Where(field => field.Resolver is null))
        {
            field.Resolver = bindings.For(type.Name).ResolverFor(field);
            if (type.Name is "Subscription") field.StreamResolver = bindings.SourceOf(field.Name);
        }

        if (!isExtensionType) FieldCost.Remember(type, astType);
        return type;
    }

    /// <inheritdoc />
    protected override FieldType ToFieldType(string parentTypeName, GraphQLFieldDefinition fieldDef)
    {
        var field = base.ToFieldType(parentTypeName, fieldDef);
        FieldCost.Remember(field, fieldDef);
        return field;
    }

    /// <inheritdoc />
    protected override FieldType ToSubscriptionFieldType(string parentTypeName, GraphQLFieldDefinition fieldDef)
    {
        var field = base.ToSubscriptionFieldType(parentTypeName, fieldDef);
        FieldCost.Remember(field, fieldDef);
        return field;
    }

    /// <inheritdoc />
    protected override InterfaceGraphType ToInterfaceType(GraphQLInterfaceTypeDefinition interfaceDef)
    {
        var type = base.ToInterfaceType(interfaceDef);
        type.ResolveType = TypeOf;
        return type;
    }

    /// <inheritdoc />
    protected override UnionGraphType ToUnionType(GraphQLUnionTypeDefinition unionDef)
    {
        var type = base.ToUnionType(unionDef);
        type.ResolveType = TypeOf;
        return type;
    }

    /// <inheritdoc />
    protected override InputObjectGraphType ToInputObjectType(GraphQLInputObjectTypeDefinition inputDef)
    {
        var declared = base.ToInputObjectType(inputDef);
        var type = new RecordInputType(bindings.InputOf(declared.Name)) { Name = declared.Name, Description = declared.Description };
        foreach (var field in declared.Fields)
        {
            type.AddField(field);
        }

        return type;
    }

    /// <inheritdoc />
    protected override EnumerationGraphType ToEnumerationType(GraphQLEnumTypeDefinition enumDef)
    {
        var declared = base.ToEnumerationType(enumDef);
        var members = bindings.EnumOf(declared.Name);
        var type = new EnumerationGraphType { Name = declared.Name, Description = declared.Description };
        foreach (var value in declared.Values)
        {
            var member = Enum.Parse(members, value.Name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            type.Add(new EnumValueDefinition(value.Name, member) { Description = value.Description });
        }

        return type;
    }

    private IObjectGraphType TypeOf(object source) => (IObjectGraphType)GetType(bindings.NameOf(source))!;

    private static ScalarGraphType Scalar(GraphQLScalarTypeDefinition declared)
    {
        ScalarGraphType scalar = declared.Name.StringValue switch
        {
            "DateTime" => new DateTimeScalar(),
            "Decimal" => new DecimalScalar(),
            "CurrencyCode" => new CurrencyCodeScalar(),
            "UUID" => new UuidScalar(),
            "_Any" => new AnyScalarGraphType(),
            var unknown => throw new InvalidOperationException($"The scalar {unknown} is bound to nothing."),
        };
        scalar.Description = declared.Description?.Value.ToString();
        return scalar;
    }

    /// <summary>An input type whose values are read into a record, by a constructor call compiled once.</summary>
    private sealed class RecordInputType(Type record) : InputObjectGraphType
    {
        private Func<IDictionary<string, object?>, object>? _read;

        public override void Initialize(ISchema schema)
        {
            base.Initialize(schema);
            _read = ObjectExtensions.CompileToObject(record, this);
        }

        public override object ParseDictionary(IDictionary<string, object?> value)
        {
            var input = _read!(value);
            if (input is UpdateInput update) update.Given = value.Keys.ToFrozenSet();
            return input;
        }
    }
}
