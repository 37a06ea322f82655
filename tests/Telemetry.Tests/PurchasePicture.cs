using System.Text;
using CommerceKata.TestKit;
using CommerceKata.TestKit.Otlp;

namespace CommerceKata.Telemetry.Tests;

/// <summary>The trace of a purchase as docs/telemetry.md shows it: drawn from the spans that arrived, without times and ids.</summary>
internal static class PurchasePicture
{
    public static void Check(IReadOnlyList<ArrivedSpan> trace) => Docs.PartShouldBe("docs/telemetry.md", "purchase", Draw(trace));

    private static string Draw(IReadOnlyList<ArrivedSpan> trace)
    {
        var text = new StringBuilder("\n```mermaid\nflowchart LR\n");
        var nodes = new Dictionary<string, string>();
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (label, above) in trace.Where(IsShown).Select(span => (Label(span), Above(trace, span))).Distinct().OrderBy(pair => pair, Comparer<(string, string?)>.Default))
        {
            if (above is not null) edges.Add($"    {Node(nodes, above)} --> {Node(nodes, label)}\n");
            else Node(nodes, label);
        }

        foreach (var (label, node) in nodes.OrderBy(pair => pair.Value.Length).ThenBy(pair => pair.Value, StringComparer.Ordinal)) text.Append(null, $"    {node}[\"{label}\"]\n");
        return text.AppendJoin("", edges).Append("```\n\n").ToString();
    }

    /// <summary>What a service does; not how it asks for it, nor each statement, nor what only happens the first time.</summary>
    private static bool IsShown(ArrivedSpan span) =>
        (span.Kind is "Server" or "Producer" or "Consumer" || span.Name is "send email" or "mutation checkout") && !span.Name.Contains("/.well-known/", StringComparison.Ordinal);

    private static string Label(ArrivedSpan span) => $"{span.Service}<br/>{span.Name[(span.Name.LastIndexOf("v1.", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..]}";

    private static string? Above(IReadOnlyList<ArrivedSpan> trace, ArrivedSpan span) => Spans.Ancestry(trace, span).Skip(1).FirstOrDefault(IsShown) is { } above ? Label(above) : null;

    private static string Node(Dictionary<string, string> nodes, string label)
    {
        if (!nodes.TryGetValue(label, out var node)) nodes.Add(label, node = $"n{nodes.Count}");
        return node;
    }
}
