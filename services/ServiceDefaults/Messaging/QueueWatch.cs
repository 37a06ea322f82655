using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>A queue that <see cref="QueueWatch"/> looks at.</summary>
/// <param name="Sql">A constant of ours that answers <c>queue, depth, oldest_seconds, dead</c>, a row for each queue, empty ones included.</param>
public sealed record WatchedQueue(string Sql);

/// <summary>
/// Looks at the service's queues every few seconds, for its metrics: so that a scrape costs no query, and scrapes of
/// several collectors none either. Replicas see the same queue, and say the same of it.
/// </summary>
internal sealed class QueueWatch(
    IEnumerable<WatchedQueue> queues, Database database, IHostEnvironment host, TimeProvider time, ILogger<QueueWatch> log)
    : PeriodicWorker("watching the queues", TimeSpan.FromSeconds(5), time, log)
{
    /// <summary>The outbox is a queue for each destination.</summary>
    /// <param name="destinations">All that this service has.</param>
    public static WatchedQueue Outbox(IEnumerable<string> destinations) => new($"""
        SELECT 'outbox to ' || d.name AS queue,
            (SELECT count(*) FROM outbox o WHERE o.destination = d.name) AS depth,
            COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(o.occurred_at)) FROM outbox o WHERE o.destination = d.name), 0)::float8 AS oldest_seconds,
            (SELECT count(*) FROM dead_letter l WHERE l.destination = d.name) AS dead
        FROM unnest(ARRAY[{string.Join(", ", destinations.Select(name => $"'{name}'"))}]) AS d (name)
        """);

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        foreach (var queue in queues) QueueMetrics.Seen(host.ApplicationName, await database.QueryAsync<QueueState>(queue.Sql, null, stopping));
    }
}
