using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>What operators watch of the queues in tables (R4.4): how long they are, how late, and what becomes of the work.</summary>
internal static class QueueMetrics
{
    private static readonly Meter Meter = new("CommerceKata.Queues");

    private static readonly Counter<long> Work = Meter.CreateCounter<long>(
        "queue.work", "{row}", "Rows worked on, by outcome: done, failed (tried again), dead (given up), postponed (nobody answers there)");

    /// <summary>The last look at each queue: services may share a process.</summary>
    private static readonly ConcurrentDictionary<(string Service, string Queue), QueueState> States = new();

    static QueueMetrics()
    {
        Meter.CreateObservableGauge("queue.depth", () => Observe(state => state.Depth), "{row}", "Rows that are not done");
        Meter.CreateObservableGauge("queue.oldest.age", () => Observe(state => state.OldestSeconds), "s", "How long the oldest row that is not done has been there; 0 without one");
        Meter.CreateObservableGauge("queue.dead", () => Observe(state => state.Dead), "{row}", "Rows that were given up, until somebody puts them back");
    }

    public static void Settled(string queue, int done, int failed, int dead)
    {
        Count(queue, "done", done);
        Count(queue, "failed", failed);
        Count(queue, "dead", dead);
    }

    public static void Postponed(string queue, int rows) => Count(queue, "postponed", rows);

    public static void Seen(string service, IEnumerable<QueueState> states)
    {
        foreach (var state in states) States[(service, state.Queue)] = state;
    }

    private static void Count(string queue, string outcome, int rows)
    {
        if (rows > 0) Work.Add(rows, new KeyValuePair<string, object?>("queue", queue), new KeyValuePair<string, object?>("outcome", outcome));
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
