using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>What operators watch of the queues in tables (R4.4): how long they are, how late, and what becomes of the work.</summary>
internal static class QueueMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Queues");

    private static readonly LabelledCounter Work = Meter.Counter(
        "queue.work", "{row}", "Rows worked on, by outcome: done, failed (tried again), dead (given up), postponed (the receiver does not answer).", "queue", "outcome");

    private static readonly LabelledDuration Delay = Meter.Duration(
        "outbox.delivery.delay", Buckets.Queued, "From the moment an event was true until its destination had applied it.", "destination");

    /// <summary>The last look at each queue: services may share a process.</summary>
    private static readonly ConcurrentDictionary<(string Service, string Queue), QueueState> States = new();

    static QueueMetrics()
    {
        string[] labels = ["service", "queue"];
        Meter.Gauge("queue.depth", "{row}", "Rows that are not done.", () => Observe(state => state.Depth), labels);
        Meter.Gauge("queue.oldest.age", "s", "How long the oldest row that is not done has been there; 0 without one.", () => Observe(state => state.OldestSeconds), labels);
        Meter.Gauge(
            "queue.dead", "{row}", "Rows that were given up, until an operator puts them back.",
            () => Observe(state => state.Dead), labels);
    }

    public static void Settled(string queue, int done, int failed, int dead)
    {
        Work.Add(done, queue, "done");
        Work.Add(failed, queue, "failed");
        Work.Add(dead, queue, "dead");
    }

    public static void Postponed(string queue, int rows) => Work.Add(rows, queue, "postponed");

    public static void Delivered(string destination, TimeSpan delay) => Delay.Record(delay, destination);

    public static void Seen(string service, IEnumerable<QueueState> states)
    {
        foreach (var state in states) States[(service, state.Queue)] = state;
    }

    private static IEnumerable<Measurement<T>> Observe<T>(Func<QueueState, T> read)
        where T : struct => States.Select(pair => new Measurement<T>(
            read(pair.Value), new KeyValuePair<string, object?>("service", pair.Key.Service), new KeyValuePair<string, object?>("queue", pair.Key.Queue)));
}

/// <summary>How a queue stood when it was looked at.</summary>
/// <param name="Queue">Its name: "emails".</param>
/// <param name="Depth">Rows that are not done.</param>
/// <param name="OldestSeconds">How long the oldest of them has been there; 0 without one.</param>
/// <param name="Dead">Rows that were given up.</param>
internal sealed record QueueState(string Queue, long Depth, double OldestSeconds, long Dead);
