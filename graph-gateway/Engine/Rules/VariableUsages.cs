using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>
/// Where the variables of an operation stand, its fragments included, and the type that is expected at each place. The
/// GraphQL library's own list takes an item of a list literal for one of the innermost type, without its non-null mark.
/// </summary>
internal sealed class VariableUsages
{
    private readonly ISchema _schema;
    private readonly GraphQLDocument _document;
    private readonly List<VariableUsage> _found = [];
    private readonly HashSet<ROM> _spread = [];

    private VariableUsages(ISchema schema, GraphQLDocument document) => (_schema, _document) = (schema, document);

    /// <summary>The usages, in the order of the document. A place whose type the schema does not know has none.</summary>
    public static IReadOnlyList<VariableUsage> In(GraphQLOperationDefinition operation, GraphQLDocument document, ISchema schema)
    {
        var usages = new VariableUsages(schema, document);
        IGraphType? root = operation.Operation switch
        {
            OperationType.Query => schema.Query,
            OperationType.Mutation => schema.Mutation,
            _ => schema.Subscription,
        };
        usages.LookAt(operation.Directives);
        usages.LookAt(operation.SelectionSet, root);
        return usages._found;
    }

    private void LookAt(GraphQLSelectionSet? selections, IGraphType? parent)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            LookAt((selection as IHasDirectivesNode)?.Directives);
            switch (selection)
            {
                case GraphQLField field: LookAt(field, parent); break;
                case GraphQLInlineFragment inline: LookAt(inline.SelectionSet, Narrowed(parent, inline.TypeCondition)); break;
                case GraphQLFragmentSpread spread: LookAt(spread); break;
            }
        }
    }

    private void LookAt(GraphQLField asked, IGraphType? parent)
    {
        var field = asked.Name.Value == _schema.SchemaMetaFieldType.Name ? _schema.SchemaMetaFieldType
            : asked.Name.Value == _schema.TypeMetaFieldType.Name ? _schema.TypeMetaFieldType
            : (parent as IComplexGraphType)?.GetField(asked.Name);
        LookAt(asked.Arguments, field?.Arguments);
        LookAt(asked.SelectionSet, field?.ResolvedType?.GetNamedType());
    }

    private void LookAt(GraphQLFragmentSpread spread)
    {
        var name = spread.FragmentName.Name.Value;
        if (!_spread.Add(name) || _document.FindFragmentDefinition(name) is not { } fragment) return;
        LookAt(fragment.Directives);
        LookAt(fragment.SelectionSet, Narrowed(null, fragment.TypeCondition));
    }

    private void LookAt(GraphQLDirectives? directives)
    {
        foreach (var directive in directives?.Items ?? [])
            LookAt(directive.Arguments, _schema.Directives.Find(directive.Name)?.Arguments);
    }

    private void LookAt(GraphQLArguments? given, QueryArguments? declared)
    {
        foreach (var argument in given?.Items ?? [])
        {
            if (declared?.Find(argument.Name) is { ResolvedType: { } type } known)
                LookAt(argument.Value, type, known.DefaultValue is not null, isRequired: false);
        }
    }

    private void LookAt(GraphQLValue value, IGraphType type, bool hasDefault, bool isRequired)
    {
        switch (value)
        {
            case GraphQLVariable variable:
                _found.Add(new VariableUsage(variable, type, hasDefault, isRequired));
                break;
            case GraphQLListValue list when type.Nullable() is ListGraphType { ResolvedType: { } itemType }:
                foreach (var item in list.Values ?? []) LookAt(item, itemType, hasDefault: false, isRequired: false);
                break;
            // An object where a list is expected stands for a list of it alone.
            case GraphQLObjectValue literal when type.GetNamedType() is IInputObjectGraphType input:
                foreach (var given in literal.Fields ?? [])
                {
                    if (input.Fields.Find(given.Name.Value) is { ResolvedType: { } fieldType } field)
                        LookAt(given.Value, fieldType, field.DefaultValue is not null, input.IsOneOf);
                }

                break;
        }
    }

    private IGraphType? Narrowed(IGraphType? type, GraphQLTypeCondition? condition) =>
        condition is null ? type : _schema.AllTypes[condition.Type.Name.Value];
}

/// <summary>Types as a document declares them.</summary>
internal static class DeclaredTypes
{
    /// <summary>The type of the schema that a variable is declared with; null when there is none of that name.</summary>
    public static IGraphType? In(this GraphQLType type, ISchema schema) => type switch
    {
        GraphQLNonNullType nonNull => nonNull.Type.In(schema) is { } inner ? new NonNullGraphType(inner) : null,
        GraphQLListType list => list.Type.In(schema) is { } inner ? new ListGraphType(inner) : null,
        GraphQLNamedType named => schema.AllTypes[named.Name.Value],
        _ => null,
    };

    /// <summary>The type without its non-null mark.</summary>
    public static IGraphType Nullable(this IGraphType type) => type is NonNullGraphType nonNull ? nonNull.ResolvedType! : type;
}
