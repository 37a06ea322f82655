using CommerceKata.TestKit;
using CommerceKata.TestKit.Otlp;

namespace CommerceKata.Telemetry.Tests;

/// <summary>Reading the day's traces.</summary>
internal static class Spans
{
    /// <summary>The trace of the first operation on a root field, once this part of it has arrived and nothing more comes before it.</summary>
    /// <param name="field">"mutation checkout".</param>
    /// <param name="last">The name of the span that ends it.</param>
    public static async Task<IReadOnlyList<ArrivedSpan>> TraceAsync(string field, string last)
    {
        IReadOnlyList<ArrivedSpan> trace = [];
        await Eventually.HoldsAsync(() =>
        {
            var all = ObservedShop.Collector.Spans;
            var first = all.Where(span => span.Name == field).MinBy(span => span.Start);
            trace = [.. all.Where(span => span.TraceId == first?.TraceId)];
            return Task.FromResult(trace.Any(span => span.Name == last) && Orphans(trace).Count == 0);
        }, $"the trace of {field} until {last}");
        return trace;
    }

    /// <summary>Spans whose parent has not arrived.</summary>
    public static List<ArrivedSpan> Orphans(IReadOnlyList<ArrivedSpan> trace)
    {
        var ids = trace.Select(span => span.Id).ToHashSet();
        return [.. trace.Where(span => span.ParentId.Length > 0 && !ids.Contains(span.ParentId))];
    }

    /// <summary>The span, its parent, and so on to the first of the trace.</summary>
    public static IEnumerable<ArrivedSpan> Ancestry(IReadOnlyList<ArrivedSpan> trace, ArrivedSpan span)
    {
        for (var at = span; at is not null; at = trace.SingleOrDefault(one => one.Id == at.ParentId)) yield return at;
    }
}
