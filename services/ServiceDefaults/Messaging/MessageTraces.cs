using System.Diagnostics;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// Spans of what travels through tables (ADR 0022), named after OpenTelemetry's messaging conventions
/// (https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/). What becomes of a message continues the trace that
/// made it; a batch that carried several is a trace of its own, and links to theirs.
/// </summary>
public static class MessageTraces
{
    private const string System = "commerce_outbox";

    private static readonly ActivitySource Source = new("CommerceKata.Messaging");

    /// <summary>A message is being written down: its context is what travels in the row.</summary>
    /// <param name="type">The message's full name.</param>
    internal static Activity? Create(string type)
    {
        var span = Source.StartActivity("create " + ShortName(type), ActivityKind.Producer);
        return Describe(span, "create", type);
    }

    /// <summary>A message is being applied: a child of what made it, linked with the call that brought it.</summary>
    internal static Activity? Process(string type, string id, string? traceParent, string? sessionId)
    {
        if (!Source.HasListeners()) return null;
        var brought = Activity.Current?.Context;
        var span = Continue("process " + ShortName(type), ActivityKind.Consumer, traceParent, sessionId, brought is { } call ? [new(call)] : null);
        Describe(span, "process", type);
        span?.SetTag("messaging.message.id", id);
        return span;
    }

    /// <summary>Rows of a queue are being worked on: a trace of its own, linked with those that put them there.</summary>
    internal static Activity? Work<TRow>(string operation, ActivityKind kind, string queue, IReadOnlyList<TRow> rows)
        where TRow : IQueueRow
    {
        if (!Source.HasListeners()) return null;
        Activity.Current = null;
        List<ActivityLink> links = [];
        foreach (var row in rows)
        {
            if (Parse(row.TraceParent) is { } made) links.Add(new(made));
        }

        var span = Source.StartActivity($"{operation} {queue}", kind, parentContext: default, links: links);
        span?.SetTag("messaging.batch.message_count", rows.Count);
        return Describe(span, operation, queue);
    }

    /// <summary>Goes on with a trace that something in a row belongs to.</summary>
    /// <param name="name">The span's name.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="traceParent">W3C trace context; null where nothing was traced.</param>
    /// <param name="sessionId">The session; null for nobody's.</param>
    /// <param name="links">What else it has to do with.</param>
    public static Activity? Continue(string name, ActivityKind kind, string? traceParent, string? sessionId, IEnumerable<ActivityLink>? links = null)
    {
        var span = Source.StartActivity(name, kind, Parse(traceParent) ?? default, links: links);
        TelemetrySession.Join(span, sessionId);
        return span;
    }

    /// <summary>One row of a batch: below the batch, linked with what put it there.</summary>
    /// <param name="name">The span's name.</param>
    /// <param name="traceParent">W3C trace context of what put it there; null where nothing was traced.</param>
    public static Activity? Row(string name, string? traceParent) =>
        Source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), links: Parse(traceParent) is { } made ? [new(made)] : null);

    private static Activity? Describe(Activity? span, string operation, string destination)
    {
        if (span is not { IsAllDataRequested: true }) return span;
        span.SetTag("messaging.system", System);
        span.SetTag("messaging.operation.name", operation);
        span.SetTag("messaging.operation.type", operation);
        span.SetTag("messaging.destination.name", destination);
        return span;
    }

    private static ActivityContext? Parse(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : null;

    /// <summary>"OrderConfirmed" of "commerce.orders.v1.OrderConfirmed".</summary>
    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..];
}
