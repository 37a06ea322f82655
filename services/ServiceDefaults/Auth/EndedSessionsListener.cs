using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommerceKata.ServiceDefaults.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Listens to Identity for as long as the process lives. While Identity is away, tokens count until they end (ADR 0002).</summary>
internal sealed partial class EndedSessionsListener(
    EndedSessions ended, IEndedSessionsFeed feed, IHostEnvironment host, TimeProvider time, ILogger<EndedSessionsListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>All services may start at once: nobody needs to hear that one came a few seconds before Identity.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private bool _warned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        EndedSessionsMetrics.Observe(host.ApplicationName, ended);
        try
        {
            while (true)
            {
                await ListenAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var sessions in feed.ReadAsync(stopping))
            {
                ended.Add(sessions);
                if (_warned) LogBack();
                _warned = false;
            }
        }
        catch (Exception error)
        {
            if (stopping.IsCancellationRequested || _warned || ended.Age < Patience) return;
            _warned = true;
            LogAway(error);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Identity does not say which sessions have ended: their tokens count until they end by themselves, 15 minutes at most")]
    private partial void LogAway(Exception error);

    [LoggerMessage(2, LogLevel.Information, "Identity says again which sessions have ended")]
    private partial void LogBack();
}

/// <summary>How old the processes' knowledge of ended sessions is.</summary>
internal static class EndedSessionsMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Sessions");

    /// <summary>Services may share a process.</summary>
    private static readonly ConcurrentDictionary<string, EndedSessions> Observed = new();

    static EndedSessionsMetrics() => Meter.Gauge(
        "sessions.ended.age", "s", "How long ago Identity said last which sessions have ended; a second or so, unless it is away.",
        () => Observed.Select(pair => new Measurement<double>(pair.Value.Age.TotalSeconds, new KeyValuePair<string, object?>("service", pair.Key))), "service");

    public static void Observe(string service, EndedSessions ended) => Observed[service] = ended;
}
