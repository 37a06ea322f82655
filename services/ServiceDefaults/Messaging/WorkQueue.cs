using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>A row that was claimed: its key, and which attempt this is.</summary>
public interface IQueueRow
{
    /// <summary>The key.</summary>
    long Seq { get; }

    /// <summary>Which attempt this is, from 1. A later claim of the same row has a higher one, and only that may settle it.</summary>
    int Attempts { get; }

    /// <summary>W3C trace context of what put it there; null where it is not kept, or nothing was traced.</summary>
    string? TraceParent => null;
}

/// <summary>
/// A table with the columns <c>seq, attempts, due_at, last_error</c> that serves as a queue. All parts are constants
/// of ours: no input ever reaches them.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">What a claim returns, with the prefix <c>q.</c>.</param>
/// <param name="Filter">Which rows belong to this queue; may use parameters of the queue.</param>
/// <param name="Done">What happens to rows that are done, joined with <c>keys (seq, attempts, error)</c>.</param>
/// <param name="Dead">What happens to rows that are given up, joined with <c>keys (seq, attempts, error)</c>.</param>
/// <param name="MaxAttempts">After so many it is given up.</param>
/// <param name="Lease">How long a claim holds; whoever crashed loses the row after it.</param>
public sealed record QueueTable(string Table, string Columns, string Filter, string Done, string Dead, int MaxAttempts, TimeSpan Lease)
{
    /// <summary>The pause after the first attempt; it doubles from there.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two attempts.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>
/// Work kept in a table: claimed under a lease with <c>SKIP LOCKED</c>, done at least once, retried with pauses,
/// given up in the end. No transaction is open while the work is being done.
/// </summary>
/// <typeparam name="TRow">A claimed row.</typeparam>
/// <param name="sql">The database.</param>
/// <param name="table">The queue.</param>
/// <param name="parameter">The parameter <c>@Queue</c> of the filter.</param>
public sealed class WorkQueue<TRow>(ISql sql, QueueTable table, string parameter = "")
    where TRow : IQueueRow
{
    private readonly string _claim = $"""
        WITH due AS (
            SELECT seq FROM {table.Table} WHERE {table.Filter} AND due_at <= now()
            ORDER BY due_at, seq LIMIT @Max FOR UPDATE SKIP LOCKED)
        UPDATE {table.Table} q SET attempts = q.attempts + 1, due_at = now() + @Lease
        FROM due WHERE q.seq = due.seq
        RETURNING {table.Columns}
        """;

    private readonly string _retry = $"""
        UPDATE {table.Table} q SET due_at = now() + k.pause, last_error = k.error
        FROM unnest(@Seqs, @Attempts, @Pauses, @Errors) AS k (seq, attempts, pause, error)
        WHERE q.seq = k.seq AND q.attempts = k.attempts
        """;

    private readonly string _postpone = $"""
        UPDATE {table.Table} q SET due_at = now() + @Pause, attempts = q.attempts - 1, last_error = @Reason
        FROM unnest(@Seqs, @Attempts) AS k (seq, attempts)
        WHERE q.seq = k.seq AND q.attempts = k.attempts
        """;

    private const string Keys = "WITH keys AS (SELECT * FROM unnest(@Seqs, @Attempts, @Errors) AS k (seq, attempts, error)) ";

    /// <summary>Takes rows that are due, oldest first.</summary>
    /// <param name="max">How many at most.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<TRow>> ClaimAsync(int max, CancellationToken cancel) =>
        InOrder(await sql.QueryAsync<TRow>(_claim, new { Max = max, table.Lease, Queue = parameter }, cancel));

    /// <summary>Ends an attempt: the rows named failed and wait or are given up, the others are done.</summary>
    /// <param name="rows">What was claimed.</param>
    /// <param name="failures">Why, by key. The text is shown to operators.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many were given up.</returns>
    public async Task<int> SettleAsync(IReadOnlyList<TRow> rows, IReadOnlyDictionary<long, string> failures, CancellationToken cancel)
    {
        var failed = rows.Where(row => failures.ContainsKey(row.Seq)).ToLookup(row => row.Attempts >= table.MaxAttempts);
        await RunAsync(Keys + table.Done, [.. rows.Where(row => !failures.ContainsKey(row.Seq))], failures, cancel);
        await RunAsync(_retry, [.. failed[false]], failures, cancel);
        await RunAsync(Keys + table.Dead, [.. failed[true]], failures, cancel);
        return failed[true].Count();
    }

    /// <summary>Ends an attempt in which nothing failed, and takes the next rows: one commit for both.</summary>
    /// <param name="rows">What was claimed.</param>
    /// <param name="max">How many to take at most.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<TRow>> SettleAndClaimAsync(IReadOnlyList<TRow> rows, int max, CancellationToken cancel) =>
        await sql.QueryManyAsync($"{Keys}{table.Done};\n{_claim}", new
        {
            Seqs = rows.Select(row => row.Seq).ToArray(),
            Attempts = rows.Select(row => row.Attempts).ToArray(),
            Errors = new string?[rows.Count],
            Max = max,
            table.Lease,
            Queue = parameter,
        }, async next => InOrder(await next.ReadAsync<TRow>()), cancel);

    /// <summary>Puts rows back as if they had not been claimed: whoever the work is for was away, and the rows are not to blame.</summary>
    /// <param name="rows">What was claimed.</param>
    /// <param name="pause">When to try again.</param>
    /// <param name="reason">For operators.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task PostponeAsync(IReadOnlyList<TRow> rows, TimeSpan pause, string reason, CancellationToken cancel) => sql.ExecuteAsync(_postpone, new
    {
        Pause = pause,
        Reason = reason,
        Seqs = rows.Select(row => row.Seq).ToArray(),
        Attempts = rows.Select(row => row.Attempts).ToArray(),
    }, cancel);

    private static IReadOnlyList<TRow> InOrder(IEnumerable<TRow> rows) => [.. rows.OrderBy(row => row.Seq)];

    private async Task RunAsync(string statement, TRow[] rows, IReadOnlyDictionary<long, string> failures, CancellationToken cancel)
    {
        if (rows.Length == 0) return;
        await sql.ExecuteAsync(statement, new
        {
            Seqs = rows.Select(row => row.Seq).ToArray(),
            Attempts = rows.Select(row => row.Attempts).ToArray(),
            Pauses = rows.Select(row => Backoff.After(row.Attempts, table.FirstPause, table.LongestPause, Random.Shared.NextDouble())).ToArray(),
            Errors = rows.Select(row => failures.GetValueOrDefault(row.Seq)).ToArray(),
        }, cancel);
    }
}
