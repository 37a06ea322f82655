using GraphQL;
using GraphQL.Introspection;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// What the specification of September 2025 wants introspection to tell and the engine leaves out: tools build the schema from it that they
/// build from the SDL.
/// </summary>
internal static class WholeIntrospection
{
    private const string SpecifiedBy = "specifiedBy";
    private const string OneOf = "oneOf";

    /// <summary>Before the schema is initialised: what the engine can, and has switched off.</summary>
    public static void Prepare(ISchema schema)
    {
        schema.Features = new ExperimentalFeatures { RepeatableDirectives = true, DeprecationOfInputValues = true };
        schema.Filter = new Everything();
        schema.Directives.Register(new Directive(SpecifiedBy, DirectiveLocation.Scalar)
        {
            Description = "Exposes a URL that specifies the behavior of this scalar.",
            Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>> { Name = "url", Description = "The URL that specifies the behavior of this scalar." }),
        });
        schema.Directives.Register(new Directive(OneOf, DirectiveLocation.InputObject)
        {
            Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
        });
    }

    /// <summary>Once it is initialised: what the engine does not have.</summary>
    public static void Complete(ISchema schema)
    {
        ((IObjectGraphType)schema.AllTypes["__Type"]!).AddField(new FieldType
        {
            Name = "specifiedByURL",
            Description = "Where the behaviour of a scalar is specified. No scalar of this schema says so.",
            ResolvedType = schema.AllTypes["String"],
            Resolver = new FuncFieldResolver<string?>(_ => null),
        });
        // No directive of ours has an argument that is not to be used any more: all are told in any case.
        ((IObjectGraphType)schema.AllTypes["__Directive"]!).Fields.Find("args")!.Arguments = new QueryArguments(
            new QueryArgument(schema.AllTypes["Boolean"]!) { Name = "includeDeprecated", DefaultValue = false });
    }

    /// <summary>
    /// The schema as SDL, with what introspection tells and no more: so neither the directives that every schema has, nor what our own say of
    /// a field or a type (docs/graphql-limits.md has the costs).
    /// </summary>
    public static string Print(ISchema schema)
    {
        var document = schema.ToAST();
        document.Definitions.RemoveAll(definition => definition is GraphQLDirectiveDefinition { Name.Value: var name } && (name == SpecifiedBy || name == OneOf));
        foreach (var type in document.Definitions.OfType<GraphQLObjectTypeDefinition>())
        {
            Undirect(type);
            foreach (var field in type.Fields?.Items ?? []) Undirect(field);
        }

        return new SDLPrinter().Print(document);
    }

    private static void Undirect(IHasDirectivesNode part)
    {
        if (part.Directives is { } directives) part.Directives = directives.Items.FindAll(one => one.Name.Value == "deprecated") is { Count: > 0 } kept ? new(kept) : null;
    }

    /// <summary>Directives that only the SDL may have are told too, and so is the field isRepeatable.</summary>
    private sealed class Everything : DefaultSchemaFilter
    {
        public override Task<bool> AllowDirective(Directive directive) => Task.FromResult(true);

        public override Task<bool> AllowField(IGraphType parent, IFieldType field) => Task.FromResult(true);
    }
}
