using GraphQL.Validation;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>The operation to run must be a query: GET is safe, by the definition of HTTP.</summary>
internal sealed class QueriesOnlyRule : ValidationRuleBase
{
    public static QueriesOnlyRule Instance { get; } = new();

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != OperationType.Query) context.ReportError(new NotAQueryError(context.Operation));
        return default;
    }
}

/// <summary>The operation is not a query, and the way it came allows nothing else.</summary>
internal sealed class NotAQueryError(GraphQLOperationDefinition operation)
    : GraphQL.Validation.ValidationError(default, null, "Only queries can be sent with GET; send this with POST.", operation);
