using CommerceKata.Gateway.Engine.Rules;
using CommerceKata.Gateway.Live;
using CommerceKata.Gateway.Observing;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules.Custom;

namespace CommerceKata.Gateway.Engine;

/// <summary>One operation to run.</summary>
/// <param name="Document">The document's text.</param>
/// <param name="OperationName">Which of its operations; null when there is one.</param>
/// <param name="Variables">Their values.</param>
/// <param name="Extensions">Whatever else the client sent.</param>
/// <param name="Allowed">What the way it came allows.</param>
internal sealed record Operation(
    string Document, string? OperationName, Inputs Variables, Inputs Extensions, OperationKinds Allowed);

/// <summary>
/// Runs operations. A document is parsed and validated once per distinct text; what depends on variables or on the way the
/// request came is checked on every call.
/// </summary>
internal sealed partial class OperationExecutor(
    ISchema schema, DocumentCache documents, GatewaySettings settings, OperationTelemetry telemetry, ILogger<OperationExecutor> log)
{
    private readonly DocumentExecuter _engine = new();

    /// <summary>The rules that a document meets or not, whoever sends it.</summary>
    private readonly IValidationRule[] _documentRules = settings.Introspection
        ? [.. DocumentValidator.CoreRules, WellFormedTextRule.Instance]
        : [.. DocumentValidator.CoreRules, WellFormedTextRule.Instance, NoIntrospectionValidationRule.Instance];

    /// <summary>Runs an operation; whatever goes wrong is in the result.</summary>
    /// <param name="operation">What to run.</param>
    /// <param name="services">The request's services.</param>
    /// <param name="cancel">Ends it with the request.</param>
    /// <param name="pace">How fast the client takes events; for what may be a subscription.</param>
    public Task<ExecutionResult> RunAsync(Operation operation, IServiceProvider services, CancellationToken cancel, Pace? pace = null) =>
        telemetry.ObserveAsync(() => RunUnobservedAsync(operation, services, pace, cancel));

    private async Task<ExecutionResult> RunUnobservedAsync(Operation operation, IServiceProvider services, Pace? pace, CancellationToken cancel)
    {
        var userContext = new Dictionary<string, object?>();
        pace?.Accompany(userContext);
        var known = documents.Find(operation.Document);
        IValidationRule[] callRules = operation.Allowed is OperationKinds.Any ? [] : [new AllowedKindsRule(operation.Allowed)];
        var result = await _engine.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = operation.Document,
            Document = known,
            OperationName = operation.OperationName,
            Variables = operation.Variables,
            Extensions = operation.Extensions,
            ValidationRules = known is null ? [.. _documentRules, .. callRules] : callRules,
            RequestServices = services,
            UserContext = userContext,
            CancellationToken = cancel,
            UnhandledExceptionDelegate = MapAsync,
        });
        if (known is null && result is { Executed: true, Document: { } valid }) documents.Add(operation.Document, valid);
        return result;
    }

    private Task MapAsync(UnhandledExceptionContext failure)
    {
        var field = failure.FieldContext?.FieldDefinition.Name ?? "The request";
        var error = ErrorMapping.ToTopLevel(failure.OriginalException);
        failure.Exception = error;
        if (error.Code == ErrorMapping.Internal) LogBug(field, failure.OriginalException);
        else LogFailed(field, error.Code!);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Error, "{Field} failed for a reason that nobody expected")]
    private partial void LogBug(string field, Exception error);

    [LoggerMessage(2, LogLevel.Information, "{Field} was answered with {Code}")]
    private partial void LogFailed(string field, string code);
}
