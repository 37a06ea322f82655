using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// Whoever the work is for does not answer at all. The rows go back without an attempt counted: an outage, however
/// long, gives up on nothing.
/// </summary>
/// <param name="reason">For operators.</param>
public sealed class ReceiverAwayException(string reason) : Exception(reason);

/// <summary>
/// Works a queue off until the process stops: woken in memory, and looking once a second for what a crash or
/// another replica left. On shutdown it takes nothing new and finishes what it holds.
/// </summary>
/// <typeparam name="TRow">A claimed row.</typeparam>
/// <param name="queue">The queue.</param>
/// <param name="signal">What wakes it.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public abstract partial class QueueWorker<TRow>(WorkQueue<TRow> queue, QueueSignal signal, TimeProvider time, ILogger log) : BackgroundService
    where TRow : IQueueRow
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly Task Never = new TaskCompletionSource().Task;

    /// <summary>What it works on, for logs: "outbox to Inventory".</summary>
    protected abstract string Name { get; }

    /// <summary>What a round's span says that it does.</summary>
    protected virtual (string Name, ActivityKind Kind) Operation => ("process", ActivityKind.Consumer);

    /// <summary>How many rows a round takes.</summary>
    protected virtual int BatchSize => 100;

    /// <summary>
    /// How far apart two rounds begin while work keeps coming: what comes meanwhile goes together, for one claim and one
    /// commit. Whatever comes after a quiet moment goes at once.
    /// </summary>
    protected virtual TimeSpan Pace => TimeSpan.Zero;

    /// <summary>Ends when there is work that a caller waits for, which does not wait for the pace.</summary>
    protected virtual Task Hurry => Never;

    /// <summary>Does the work of some rows; must end within the lease.</summary>
    /// <param name="rows">The rows, oldest first.</param>
    /// <returns>What failed and why, by key; empty when all was done. An exception means that all failed.</returns>
    /// <exception cref="ReceiverAwayException">Nothing could be tried.</exception>
    protected abstract Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<TRow> rows);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IReadOnlyList<TRow> held = [];
        while (held.Count > 0 || !stoppingToken.IsCancellationRequested)
        {
            // Read before looking: what is published meanwhile ends the wait at once.
            var (wake, hurry) = (signal.Next, Hurry);
            var started = time.GetTimestamp();
            (var taken, held) = await RoundAsync(held, stoppingToken);
            // A full round that had failures may have left some; else whatever is there now has come since, and woke us.
            if (held.Count > 0 || taken == BatchSize) continue;
            await Task.WhenAny(wake, Task.Delay(Poll, time, stoppingToken));
            var early = Pace - time.GetElapsedTime(started);
            if (taken > 0 && early > TimeSpan.Zero) await Task.WhenAny(hurry, Task.Delay(early, time, stoppingToken));
        }
    }

    /// <param name="held">Rows that were claimed with the end of the round before; none where it is for this one to look.</param>
    /// <param name="stopping">Ends the wait.</param>
    /// <returns>How many rows were worked on, and those that are claimed for the next round.</returns>
    private async Task<(int Taken, IReadOnlyList<TRow> Held)> RoundAsync(IReadOnlyList<TRow> held, CancellationToken stopping)
    {
        try
        {
            var rows = held.Count > 0 ? held : await queue.ClaimAsync(BatchSize, stopping);
            if (rows.Count == 0) return (0, []);
            using var span = MessageTraces.Work(Operation.Name, Operation.Kind, Name, rows);
            if (await TryProcessAsync(rows) is not { } failures) return (0, []);
            // Not cancelled by the shutdown: work that was done is noted as done.
            if (failures.Count == 0 && rows.Count == BatchSize && !stopping.IsCancellationRequested)
            {
                var next = await queue.SettleAndClaimAsync(rows, BatchSize, CancellationToken.None);
                QueueMetrics.Settled(Name, rows.Count, 0, 0);
                return (next.Count == 0 ? 0 : rows.Count, next);
            }

            var dead = await queue.SettleAsync(rows, failures, CancellationToken.None);
            QueueMetrics.Settled(Name, rows.Count - failures.Count, failures.Count - dead, dead);
            if (failures.Count > 0) LogFailed(Name, failures.Count, rows.Count, dead, failures.Values.First());
            return (rows.Count, []);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return (0, []);
        }
        catch (Exception error)
        {
            // The database is away: the leases end by themselves, and the next round tries again.
            LogRoundFailed(Name, error);
            return (0, []);
        }
    }

    /// <summary>What failed; null when nothing could be tried.</summary>
    private async Task<IReadOnlyDictionary<long, string>?> TryProcessAsync(IReadOnlyList<TRow> rows)
    {
        try
        {
            return await ProcessAsync(rows);
        }
        catch (ReceiverAwayException away)
        {
            await queue.PostponeAsync(rows, Poll, away.Message, CancellationToken.None);
            QueueMetrics.Postponed(Name, rows.Count);
            LogAway(Name, away.Message);
            return null;
        }
        catch (Exception error)
        {
            LogRoundFailed(Name, error);
            return rows.ToDictionary(row => row.Seq, _ => error.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Queue}: {Failed} of {Count} failed, {Dead} given up; the first: {Reason}")]
    private partial void LogFailed(string queue, int failed, int count, int dead, string reason);

    [LoggerMessage(3, LogLevel.Information,
        "{Queue}: the receiver does not answer ({Reason}); tried again in a second")]
    private partial void LogAway(string queue, string reason);

    [LoggerMessage(2, LogLevel.Warning, "{Queue}: a round failed")]
    private partial void LogRoundFailed(string queue, Exception error);
}
