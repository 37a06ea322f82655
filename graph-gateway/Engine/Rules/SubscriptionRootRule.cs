using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>
/// A subscription has one field at its root, whatever the variables are: so none there is skipped or included. In the place of
/// the GraphQL library's rule, which looks at no directives, and into no fragment of a fragment.
/// Source: the GraphQL specification of September 2025, "Single Root Field".
/// </summary>
internal sealed class SubscriptionRootRule : ValidationRuleBase
{
    public static SubscriptionRootRule Instance { get; } = new();

    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLOperationDefinition>(Check);

    /// <inheritdoc />
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(GraphQLOperationDefinition operation, ValidationContext context)
    {
        if (operation.Operation is not OperationType.Subscription) return;
        List<GraphQLField> fields = [];
        Collect(operation.SelectionSet, fields, [], context);
        var names = fields.Select(field => (field.Alias?.Name ?? field.Name).Value).Distinct().Count();
        if (names != 1 || fields.Any(field => field.Name.Value.Span.StartsWith("__")))
            context.ReportError(new SingleRootFieldSubscriptionsError(context, operation, [.. fields.Skip(fields.Count > 1 ? 1 : 0)]));
    }

    private static void Collect(GraphQLSelectionSet? selections, List<GraphQLField> fields, HashSet<ROM> seen, ValidationContext context)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            if ((selection as IHasDirectivesNode)?.Directives?.Items.Find(one => one.Name.Value.Span is "skip" or "include") is { } directive)
                context.ReportError(new SubscriptionRootDirectiveError(context.Document, directive));
            switch (selection)
            {
                case GraphQLField field: fields.Add(field); break;
                case GraphQLInlineFragment inline: Collect(inline.SelectionSet, fields, seen, context); break;
                case GraphQLFragmentSpread spread when seen.Add(spread.FragmentName.Name.Value):
                    Collect(context.Document.FindFragmentDefinition(spread.FragmentName.Name.Value)?.SelectionSet, fields, seen, context);
                    break;
            }
        }
    }
}

/// <summary>The field at a subscription's root is skipped or included.</summary>
internal sealed class SubscriptionRootDirectiveError(GraphQLDocument document, GraphQLDirective directive)
    : GraphQL.Validation.ValidationError(
        document.Source, "5.2.4.1",
        $"A subscription takes no @{directive.Name.StringValue} at its root: it has one field, whatever the variables are.", directive);
