using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Engine.Rules;
using CommerceKata.Gateway.Http;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Limits;

/// <summary>
/// What is checked on every call, however well the document is known: it depends on the variables, or on the way the request
/// came. It stands between validation and execution, and walks no document but the root of a mutation.
/// </summary>
/// <param name="operation">What was asked.</param>
/// <param name="costs">What operations cost.</param>
/// <param name="limits">What they may cost.</param>
/// <param name="deadline">When the services must have answered.</param>
/// <param name="request">The request that the clients of the services see; null outside of one.</param>
internal sealed class CallRules(Operation operation, CostModel costs, LimitSettings limits, DateTimeOffset deadline, HttpContext? request)
    : DocumentExecutionListenerBase
{
    /// <summary>What the operation costs; null until it was found valid.</summary>
    public long? Cost { get; private set; }

    /// <inheritdoc />
    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid) return Task.CompletedTask;
        var kind = Kind(context.Operation);
        if ((kind & operation.Allowed) == 0) context.Errors.Add(new KindNotAllowedError(kind, context.Operation));
        // A subscription goes on; its calls to services have a deadline each.
        if (kind is not OperationKinds.Subscription) request?.Features.Set(new RequestDeadline(deadline.UtcDateTime));
        var cost = costs.Of(context.Document, context.Operation, context.Variables);
        Cost = cost;
        if (kind is OperationKinds.Mutation && PasswordFields.Count(context) is > 0 and var passwords)
        {
            var ofRequest = operation.Budget?.AddPasswords(passwords) ?? passwords;
            if (ofRequest > 1) context.Errors.Add(LimitExceededError.Passwords(ofRequest));
        }

        var together = operation.Budget?.Spend(cost) ?? cost;
        if (together > limits.MaxCost) context.Errors.Add(TooCostly(together));
        else if (operation.Cost is CostAnswer.Only && context.Errors.Count == 0) context.Errors.Add(new NotToBeRunError());
        return Task.CompletedTask;
    }

    private LimitExceededError TooCostly(long cost) => new(
        "COST_EXCEEDED", $"{(operation.Budget is null ? "The operation costs" : "The operations so far cost")} {cost}, and may cost {limits.MaxCost}. Ask for fewer items per list (first, last, ids), or in several operations.",
        limits.MaxCost, ("cost", cost));

    private static OperationKinds Kind(GraphQLOperationDefinition operation) => operation.Operation switch
    {
        OperationType.Query => OperationKinds.Query,
        OperationType.Mutation => OperationKinds.Mutation,
        _ => OperationKinds.Subscription,
    };
}

/// <summary>Stops an operation that is only to be looked at; nobody gets to see it.</summary>
internal sealed class NotToBeRunError() : GraphQL.ExecutionError("The operation is not to be run.");
