using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;

namespace CommerceKata.Gateway.Http;

/// <summary>How errors are written: message, place, a stable code, and the trace to ask the shop's people about. Nothing else.</summary>
internal sealed class TracedErrors() : ErrorInfoProvider(options => options.ExposeCodes = false)
{
    /// <inheritdoc />
    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var info = base.GetInfo(executionError);
        if (Activity.Current?.TraceId.ToString() is { } trace)
        {
            info.Extensions = new Dictionary<string, object?>(info.Extensions ?? new Dictionary<string, object?>()) { ["traceId"] = trace };
        }

        return info;
    }
}
