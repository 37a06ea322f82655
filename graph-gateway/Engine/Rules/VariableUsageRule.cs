using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>
/// A variable stands only where its type fits. In the place of the GraphQL library's rule, which compares no items of lists.
/// Source: the GraphQL specification of September 2025, "All Variable Usages Are Allowed".
/// </summary>
internal sealed class VariableUsageRule : ValidationRuleBase
{
    public static VariableUsageRule Instance { get; } = new();

    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLOperationDefinition>(Check);

    /// <inheritdoc />
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(GraphQLOperationDefinition operation, ValidationContext context)
    {
        if (operation.Variables is not { } declared) return;
        foreach (var usage in VariableUsages.In(operation, context.Document, context.Schema))
        {
            // That one is not declared, or of an unknown type, is said by other rules.
            if (declared.Items.Find(variable => variable.Variable.Name == usage.Node.Name) is not { } definition
                || definition.Type.In(context.Schema) is not { } type) continue;
            if (!IsAllowed(definition, type, usage))
                context.ReportError(new VariablesInAllowedPositionError(context, definition, type, usage));
        }
    }

    private static bool IsAllowed(GraphQLVariableDefinition definition, IGraphType type, VariableUsage usage)
    {
        if (usage.Type is not NonNullGraphType && !usage.IsRequired) return AreCompatible(type, usage.Type);
        // A default, of the variable or of the place, stands in for a variable that is left out.
        if (type is not NonNullGraphType && definition.DefaultValue is null or GraphQLNullValue && !usage.HasDefault) return false;
        return AreCompatible(type.Nullable(), usage.Type.Nullable());
    }

    private static bool AreCompatible(IGraphType variable, IGraphType place) => place switch
    {
        NonNullGraphType => variable is NonNullGraphType && AreCompatible(variable.Nullable(), place.Nullable()),
        _ when variable is NonNullGraphType => AreCompatible(variable.Nullable(), place),
        ListGraphType list => variable is ListGraphType given && AreCompatible(given.ResolvedType!, list.ResolvedType!),
        _ => variable is not ListGraphType && variable.Name == place.Name,
    };
}
