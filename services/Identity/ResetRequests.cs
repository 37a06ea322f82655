using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Identity;

/// <summary>Wakes the worker of reset requests.</summary>
internal sealed class ResetSignal : QueueSignal;

/// <summary>A request for a new password that a worker holds.</summary>
internal sealed record ResetRequest(long Seq, int Attempts, string Email) : IQueueRow;

/// <summary>
/// Requests for a new password, for known addresses and unknown ones alike. Who asks gets an answer when the request is
/// in the table; whether anything follows from it only the mailbox shows.
/// </summary>
internal sealed class ResetRequests(Database database, MailedTokens tokens, ResetSignal signal)
{
    /// <summary>The queue. A request that cannot be worked off is asked again by its sender: it is not kept.</summary>
    public static readonly QueueTable Queue = new(
        "reset_request",
        "q.seq, q.attempts, q.email",
        "true",
        Done: "DELETE FROM reset_request q USING keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts",
        Dead: "DELETE FROM reset_request q USING keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts",
        MaxAttempts: 10,
        Lease: TimeSpan.FromSeconds(10));

    /// <summary>The queue, for its metrics.</summary>
    public static readonly WatchedQueue Watched = new("""
        SELECT 'password resets' AS queue, count(*) AS depth,
            COALESCE(EXTRACT(EPOCH FROM now() - min(created_at)), 0)::float8 AS oldest_seconds, 0::bigint AS dead
        FROM reset_request
        """);

    public async Task AddAsync(string email, CancellationToken cancel)
    {
        await database.ExecuteAsync("INSERT INTO reset_request (email) VALUES (@email)", new { email }, cancel);
        signal.Wake();
    }

    /// <summary>Has a token mailed if the address is known. The request ends with it, so that one request makes one token.</summary>
    public Task AnswerAsync(ResetRequest request, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            const string take = "DELETE FROM reset_request WHERE seq = @Seq AND attempts = @Attempts";
            if (await transaction.ExecuteAsync(take, new { request.Seq, request.Attempts }, cancel) == 0) return;
            if (await IdentityStore.FindLoginAsync(transaction, request.Email, cancel) is { } login)
                await tokens.SendAsync(transaction, TokenPurpose.ResetPassword, login.Id, login.Email, cancel);
        }, cancel);
}

/// <summary>Works the requests off.</summary>
internal sealed class ResetRequestWorker(Database database, ResetRequests requests, ResetSignal signal, TimeProvider time, ILogger<ResetRequestWorker> log)
    : QueueWorker<ResetRequest>(new(database, ResetRequests.Queue), signal, time, log)
{
    protected override string Name => "password resets";

    protected override int BatchSize => 10;

    protected override async Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<ResetRequest> rows)
    {
        var failures = new Dictionary<long, string>();
        foreach (var row in rows)
        {
            try
            {
                await requests.AnswerAsync(row, CancellationToken.None);
            }
            catch (Exception error)
            {
                failures.Add(row.Seq, error.GetType().Name);
            }
        }

        return failures;
    }
}
