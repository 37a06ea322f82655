using System.Diagnostics.Metrics;
using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Gateway.Observing;

/// <summary>
/// What operators watch of the front door. Operations are told apart by their root field, which is the schema's; the names that
/// clients give them are whatever clients make up, and belong on spans.
/// </summary>
internal static class GraphQLMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.GraphQL");

    private static readonly LabelledDuration Operations = Meter.Duration(
        "graphql.operation.duration", Buckets.Waiting,
        "An operation, by type, by its root field (several, where it has more than one), and outcome: success, partial (data with errors), failure (errors only), refused (it did not run). "
        + "Of a subscription, how long it took to begin.",
        "graphql.operation.type", "field", "outcome");

    private static readonly LabelledCounter Errors = Meter.Counter(
        "graphql.errors", "{error}", "Errors in answers, by their stable code. What a payload tells of in its own errors is no error here.", "code");

    private static readonly UpDownCounter<long> Subscriptions = Meter.UpDown(
        "graphql.subscriptions.active", "{subscription}", "Subscriptions that are open, over server-sent events and WebSockets.");

    public static void Ran(TimeSpan took, string type, string field, string outcome) => Operations.Record(took, type, field, outcome);

    public static void Failed(string code) => Errors.Add(1, code);

    public static void Subscribed() => Subscriptions.Add(1);

    public static void Unsubscribed() => Subscriptions.Add(-1);
}
