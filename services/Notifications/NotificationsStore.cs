using System.Diagnostics;
using Commerce.Paging.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>All SQL on the email queue; what <see cref="EmailWorker"/> claims and settles is <see cref="Queue"/>.</summary>
internal sealed partial class NotificationsStore(
    Database database, MailOptions options, EmailSignal signal, TimeProvider time, ILogger<NotificationsStore> log)
{
    /// <summary>After so many attempts a mail is dead.</summary>
    public const int MaxAttempts = 8;

    /// <summary>
    /// The queue. A claim holds longer than an attempt may take, so that two workers do not send the same mail, and not
    /// much longer, since so long waits a mail that a crash left in the middle of its sending.
    /// </summary>
    /// <param name="timeout">How long an attempt may take.</param>
    public static QueueTable Queue(TimeSpan timeout) => new(
        "email",
        "q.seq, q.attempts, q.id, q.message_key, q.recipient, q.template, q.subject, q.text, q.html, q.created_at, q.traceparent, q.session_id",
        "status = 'QUEUED'",
        Done: $"UPDATE email q SET status = 'SENT', sent_at = now(), {Blank} FROM keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts",
        Dead: $"""
            UPDATE email q SET status = 'DEAD', last_error = keys.error, {Blank} FROM keys
            WHERE q.seq = keys.seq AND q.attempts = keys.attempts AND q.status = 'QUEUED'
            """,
        MaxAttempts,
        Lease: timeout + TimeSpan.FromSeconds(5))
    {
        // Mail servers that do not know a sender yet turn him away for some minutes: eight attempts outlast that.
        FirstPause = TimeSpan.FromSeconds(30),
    };

    /// <summary>The queue, for its metrics.</summary>
    public static readonly WatchedQueue Watched = new("""
        SELECT 'emails' AS queue, (SELECT count(*) FROM email WHERE status = 'QUEUED') AS depth,
            COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(created_at)) FROM email WHERE status = 'QUEUED'), 0)::float8 AS oldest_seconds,
            (SELECT count(*) FROM email WHERE status = 'DEAD') AS dead
        """);

    /// <summary>What nobody needs any more and nobody shall find.</summary>
    private const string Blank = "text = CASE WHEN q.secret THEN '' ELSE q.text END, html = CASE WHEN q.secret THEN '' ELSE q.html END";

    private const string Columns = "seq, id, recipient, template, subject, status, attempts, last_error, created_at, sent_at, secret";

    private readonly Action _wake = signal.Wake;

    /// <summary>
    /// Queues a mail, unless there is one of its key, or enough of its kind left in the last hour; it leaves if and when the transaction
    /// commits.
    /// </summary>
    public async Task QueueAsync(Transaction transaction, NewEmail email, CancellationToken cancel)
    {
        var unpaidTo = email.IsAboutUnpaid ? EmailAddress.KeyOf(email.Recipient) : null;
        if (unpaidTo is not null && await HasEnoughAsync(transaction, unpaidTo, email.Key, cancel))
        {
            transaction.AfterCommit(() =>
            {
                NotificationsMetrics.HeldBack(email.Template);
                LogHeldBack(email.Template, email.Key.Value);
            });
            return;
        }

        const string sql = """
            INSERT INTO email (id, message_key, recipient, template, subject, text, html, secret, unpaid_to, created_at, traceparent, session_id)
            VALUES (@Id, @Key, @Recipient, @Template, @Subject, @Text, @Html, @IsSecret, @unpaidTo, @Now, @TraceParent, @SessionId)
            ON CONFLICT (message_key) DO NOTHING
            """;
        await transaction.ExecuteAsync(sql, new
        {
            Id = Guid.CreateVersion7(),
            Key = email.Key.Value,
            email.Recipient,
            email.Template,
            email.Content.Subject,
            email.Content.Text,
            email.Content.Html,
            email.IsSecret,
            unpaidTo,
            Now = time.GetUtcNow().UtcDateTime,
            TraceParent = Activity.Current?.Id,
            SessionId = TelemetrySession.Current,
        }, cancel);
        transaction.AfterCommit(_wake);
    }

    /// <summary>Those to one address take turns until their transactions end, so that many at once are counted.</summary>
    private Task<bool> HasEnoughAsync(Transaction transaction, string unpaidTo, MessageKey key, CancellationToken cancel)
    {
        const string sql = """
            SELECT pg_advisory_xact_lock(hashtextextended(@unpaidTo, 2));
            SELECT count(*) >= @UnpaidPerHour AND NOT bool_or(message_key = @Key) FROM email WHERE unpaid_to = @unpaidTo AND created_at > @Since
            """;
        var arguments = new { unpaidTo, options.UnpaidPerHour, Key = key.Value, Since = time.GetUtcNow().UtcDateTime - TimeSpan.FromHours(1) };
        return transaction.QueryManyAsync(sql, arguments, async results =>
        {
            await results.ReadAsync();
            return await results.ReadSingleAsync<bool>();
        }, cancel);
    }

    public Task<Email?> FindAsync(Guid id, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Email>($"SELECT {Columns} FROM email WHERE id = @id", new { id }, cancel);

    /// <summary>Puts a dead mail back into the queue as if it had never been tried; false when it is not dead, or has no body any more.</summary>
    public async Task<bool> ReviveAsync(Guid id, CancellationToken cancel)
    {
        const string sql = "UPDATE email SET status = 'QUEUED', attempts = 0, due_at = now() WHERE id = @id AND status = 'DEAD' AND NOT secret";
        if (await database.ExecuteAsync(sql, new { id }, cancel) == 0) return false;
        signal.Wake();
        return true;
    }

    /// <summary>One page, newest first, and where it stands.</summary>
    public async Task<(IReadOnlyList<Email> Rows, PageInfo Info)> ListAsync(EmailQuery query, CancellationToken cancel)
    {
        var (direction, beyond) = query.Page.Backward ? ("ASC", ">") : ("DESC", "<");
        var keyset = query.Beyond is null ? "" : $"AND seq {beyond} @Beyond";
        var rows = await database.QueryAsync<Email>(
            $"SELECT {Columns} FROM email WHERE {Matches(query)} {keyset} ORDER BY seq {direction} LIMIT @Limit",
            new { query.Statuses, query.Beyond, query.Page.Limit }, cancel);
        return query.Page.Cut(rows, row => row.CursorIn(query.Page.List));
    }

    /// <summary>How many emails match.</summary>
    public Task<int> CountAsync(EmailQuery query, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<int>($"SELECT count(*)::int FROM email WHERE {Matches(query)}", new { query.Statuses }, cancel);

    [LoggerMessage(30, LogLevel.Information, "Email {Key} ({Template}) is not sent: its address had enough about unpaid orders within an hour")]
    private partial void LogHeldBack(string template, string key);

    private static string Matches(EmailQuery query) => query.Statuses.Length == 0 ? "true" : "status = ANY(@Statuses)";
}
