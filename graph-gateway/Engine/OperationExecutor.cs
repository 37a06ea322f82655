using CommerceKata.Gateway.Documents;
using CommerceKata.Gateway.Engine.Rules;
using CommerceKata.Gateway.Limits;
using CommerceKata.Gateway.Live;
using CommerceKata.Gateway.Observing;
using CommerceKata.ServiceDefaults.Auth;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;
using Grpc.Core;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// Runs operations, as many at once as may be. A document is parsed and validated once per distinct text; what depends on
/// variables or on the way the request came is checked on every call.
/// </summary>
internal sealed partial class OperationExecutor(
    ISchema schema, DocumentStore store, DocumentCache documents, ExecutionGate gate, GatewaySettings settings, OperationTelemetry telemetry,
    IHttpContextAccessor requests, TimeProvider time, ILogger<OperationExecutor> log)
{
    private readonly DocumentExecuter _engine = new(new LimitedDocumentBuilder(settings.Limits), new VariableCheck(new DocumentValidator()));

    private readonly CostModel _costs = new(schema);

    /// <summary>The rules that a document meets or not, whoever sends it.</summary>
    private readonly IValidationRule[] _documentRules =
    [
        .. DocumentValidator.CoreRules.Where(rule => rule is not (VariablesInAllowedPosition or SingleRootFieldSubscriptions)),
        SubscriptionRootRule.Instance,
        VariableUsageRule.Instance,
        WellFormedTextRule.Instance,
        .. settings.Introspection ? (IValidationRule[])[] : [NoIntrospectionValidationRule.Instance],
    ];

    /// <summary>Runs an operation; whatever goes wrong is in the result.</summary>
    /// <param name="operation">What to run.</param>
    /// <param name="services">The request's services.</param>
    /// <param name="cancel">Ends it with the request.</param>
    /// <param name="pace">How fast the client takes events; for what may be a subscription.</param>
    public Task<ExecutionResult> RunAsync(Operation operation, IServiceProvider services, CancellationToken cancel, Pace? pace = null) =>
        telemetry.ObserveAsync(() => RunUnobservedAsync(operation, services, pace, cancel));

    private async Task<ExecutionResult> RunUnobservedAsync(Operation operation, IServiceProvider services, Pace? pace, CancellationToken cancel)
    {
        var rules = new CallRules(operation, _costs, settings.Limits, time.GetUtcNow() + settings.Limits.Deadline, requests.HttpContext);
        using var turn = await gate.EnterAsync(cancel);
        if (turn is null) return new ExecutionResult(new OverloadedError());
        var (text, error) = store.Find(operation);
        if (text is null) return new ExecutionResult(error!);
        var known = documents.Find(text);
        var result = await _engine.ExecuteAsync(Options(operation, text, known, services, rules, pace, cancel));
        SayPlainly(result);
        if (result.Executed)
        {
            if (known is null && result.Document is { } valid) documents.Add(text, valid);
            store.Ran(operation);
        }

        SayIfRefused(result);
        return operation.Cost is CostAnswer.None ? result : WithCost(result, rules.Cost);
    }

    private ExecutionOptions Options(
        Operation operation, string text, GraphQLDocument? known, IServiceProvider services, CallRules rules, Pace? pace, CancellationToken cancel)
    {
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = text,
            Document = known,
            OperationName = operation.OperationName,
            Variables = operation.Variables,
            Extensions = operation.Extensions,
            ValidationRules = known is null ? _documentRules : [],
            RequestServices = services,
            CancellationToken = cancel,
            UnhandledExceptionDelegate = MapAsync,
        };
        options.Listeners.Add(rules);
        pace?.Accompany(options.UserContext);
        return options;
    }

    private void SayPlainly(ExecutionResult result)
    {
        if (result.Errors is not { } said) return;
        result.Errors = [];
        foreach (var error in said)
        {
            var plain = PlainError.Of(error);
            if (plain != error) LogOfTheEngine(error.GetType().Name, error.InnerException?.GetType().Name);
            result.Errors.Add(plain);
        }
    }

    /// <summary>A token that does not count is no error where none is needed; but its sender believes to be somebody.</summary>
    private void SayIfRefused(ExecutionResult result)
    {
        if (requests.HttpContext is not { } request || RefusedToken.Of(request) is not { } refused) return;
        (result.Extensions ??= [])["token"] = new Dictionary<string, string> { ["code"] = refused.Code, ["message"] = refused.Message };
    }

    private ExecutionResult WithCost(ExecutionResult result, long? cost)
    {
        if (result.Errors?.Any(error => error is NotToBeRunError) is true) result = new ExecutionResult();
        if (cost is { } counted) (result.Extensions ??= [])["cost"] = new Dictionary<string, long> { ["requested"] = counted, ["maximum"] = settings.Limits.MaxCost };
        return result;
    }

    private Task MapAsync(UnhandledExceptionContext failure)
    {
        var field = failure.FieldContext?.FieldDefinition.Name ?? "The request";
        var error = ErrorMapping.ToTopLevel(failure.OriginalException);
        failure.Exception = error;
        // Who has left cancels the calls that were made for them: nobody reads the answer, and nothing is wrong.
        var hasLeft = failure.Context?.CancellationToken.IsCancellationRequested is true;
        if (hasLeft && failure.OriginalException is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled }) return Task.CompletedTask;
        if (error.Code == ErrorMapping.Internal) LogBug(field, failure.OriginalException);
        else LogFailed(field, error.Code!);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Error, "{Field} failed unexpectedly")]
    private partial void LogBug(string field, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "{Error} of the engine ({Cause}) was not told to the client in its words: they may name a type of ours")]
    private partial void LogOfTheEngine(string error, string? cause);

    [LoggerMessage(2, LogLevel.Information, "{Field} was answered with {Code}")]
    private partial void LogFailed(string field, string code);
}
