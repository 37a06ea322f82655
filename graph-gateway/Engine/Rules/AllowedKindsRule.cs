using GraphQL.Validation;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>The operation to run must be of a kind that can come this way; checked on every call, since the document does not tell.</summary>
/// <param name="allowed">What can.</param>
internal sealed class AllowedKindsRule(OperationKinds allowed) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var kind = context.Operation.Operation switch
        {
            OperationType.Query => OperationKinds.Query,
            OperationType.Mutation => OperationKinds.Mutation,
            _ => OperationKinds.Subscription,
        };
        if ((kind & allowed) == 0) context.ReportError(new KindNotAllowedError(kind, context.Operation));
        return default;
    }
}

/// <summary>The operation is of a kind that cannot come this way.</summary>
internal sealed class KindNotAllowedError(OperationKinds kind, GraphQLOperationDefinition operation)
    : GraphQL.Validation.ValidationError(default, null, Describe(kind), operation)
{
    /// <summary>Of which kind it is.</summary>
    public OperationKinds Kind { get; } = kind;

    private static string Describe(OperationKinds kind) => kind is OperationKinds.Subscription
        ? "A subscription has many results: ask with Accept: text/event-stream, or over a WebSocket (graphql-transport-ws)."
        : "Only queries can be sent with GET; send this with POST.";
}
