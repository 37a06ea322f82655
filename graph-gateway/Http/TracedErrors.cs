using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation.Errors;

namespace CommerceKata.Gateway.Http;

/// <summary>How errors are written: message, place, a stable code, and the trace to ask the shop's people about. Nothing else.</summary>
/// <param name="suggestions">Whether "Did you mean …?" may follow: it tells names of the schema.</param>
internal sealed class TracedErrors(bool suggestions) : ErrorInfoProvider(options => options.ExposeCodes = false)
{
    private const string Suggestion = " Did you mean ";

    /// <inheritdoc />
    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var info = base.GetInfo(executionError);
        if (!suggestions && executionError is FieldsOnCorrectTypeError or KnownArgumentNamesError or KnownTypeNamesError) info.Message = WithoutSuggestion(info.Message);
        if (Activity.Current?.TraceId.ToString() is { } trace)
        {
            info.Extensions = new Dictionary<string, object?>(info.Extensions ?? new Dictionary<string, object?>()) { ["traceId"] = trace };
        }

        return info;
    }

    /// <summary>What is before it names only what the client sent, which has no blanks.</summary>
    private static string WithoutSuggestion(string message) => message.IndexOf(Suggestion, StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;
}
