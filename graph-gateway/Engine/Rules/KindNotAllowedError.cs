using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

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
