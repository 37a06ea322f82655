using System.Diagnostics;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Hosting;
using GraphQL;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Observing;

/// <summary>
/// One span, one measurement and one log line for each operation. Neither has the document or its variables: clients write
/// secrets into them. Source of the names: https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/.
/// </summary>
internal sealed partial class OperationTelemetry(IHttpContextAccessor requests, TimeProvider time, ILogger<OperationTelemetry> log)
{
    private const string Unknown = "unknown";

    private static readonly ActivitySource Source = new("CommerceKata.GraphQL");

    /// <summary>Runs an operation, and tells of it.</summary>
    /// <param name="run">Runs it; whatever goes wrong is in the result.</param>
    public async Task<ExecutionResult> ObserveAsync(Func<Task<ExecutionResult>> run)
    {
        var started = time.GetTimestamp();
        TelemetrySession.ForgetBaggage();
        using var span = Source.StartActivity("GraphQL Operation");
        if (requests.HttpContext is { } request) Join(span, TelemetrySession.Of(BearerToken.Of(request.Request)));
        var result = await run();
        // Only a document that is valid has fields of the schema.
        var (type, field, name) = result is { Executed: true, Operation: { } operation }
            ? (Type(operation.Operation), Field(operation), operation.Name?.StringValue)
            : (Unknown, Unknown, null);
        var outcome = Outcome(result);
        var took = time.GetElapsedTime(started);
        GraphQLMetrics.Ran(took, type, field, outcome);
        foreach (var error in result.Errors ?? []) GraphQLMetrics.Failed(error.Code ?? "NONE");
        if (span is not null) Describe(span, type, field, name, outcome);
        LogRan(type, field, outcome, took.TotalMilliseconds);
        return result;
    }

    private static void Join(Activity? span, string? session)
    {
        // Where no span is kept it is the request itself that carries the session to the services.
        TelemetrySession.Join(span ?? Activity.Current, session);
        // The request's own span began before anybody had read the token.
        if (session is not null) span?.Parent?.SetTag(TelemetrySession.Attribute, session);
    }

    private static void Describe(Activity span, string type, string field, string? name, string outcome)
    {
        span.DisplayName = $"{type} {field}";
        span.SetTag("graphql.operation.type", type);
        if (name is not null) span.SetTag("graphql.operation.name", name);
        span.SetTag("graphql.outcome", outcome);
        if (outcome is "failure") span.SetStatus(ActivityStatusCode.Error);
    }

    private static string Outcome(ExecutionResult result) => result switch
    {
        { Executed: false } => "refused",
        { Errors: null or { Count: 0 } } => "success",
        { Data: null } => "failure",
        _ => "partial",
    };

    private static string Type(OperationType type) => type switch
    {
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => "query",
    };

    /// <summary>The one field that it asks of its root type.</summary>
    private static string Field(GraphQLOperationDefinition operation) => operation.SelectionSet.Selections is [GraphQLField field] ? field.Name.StringValue : "several";

    [LoggerMessage(1, LogLevel.Information, "{OperationType} {Field}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void LogRan(string operationType, string field, string outcome, double milliseconds);
}
