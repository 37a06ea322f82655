using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>An attempt that was counted, and until when the next one has to wait because of it.</summary>
internal sealed record Counted(Counter Counter, DateTime BlockedUntil);

/// <summary>All SQL on counted attempts.</summary>
internal sealed class ThrottleStore(Database database, TimeProvider time)
{
    private const string Attempts = "(CASE WHEN a.forget_at <= @Now THEN 1 ELSE a.attempts + 1 END)";

    private const string CountOne = $"""
        INSERT INTO attempt_count AS a (key, attempts, blocked_until, forget_at)
        VALUES (@Key, 1, CASE WHEN @Free > 1 THEN '-infinity' ELSE @Now + @FirstPause END, @Now + @Memory)
        ON CONFLICT (key) DO UPDATE SET
            attempts = {Attempts},
            blocked_until = CASE WHEN {Attempts} < @Free THEN '-infinity'
                ELSE @Now + least(@FirstPause * power(2, least({Attempts} - @Free, 16)), @LongestPause) END,
            forget_at = CASE WHEN @FromFirst AND a.forget_at > @Now THEN a.forget_at ELSE @Now + @Memory END
        """;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Counts an attempt, or says how long to wait. Those that have to wait are not counted.</summary>
    public async Task<(Counted? Counted, TimeSpan Wait)> CountAsync(Counter counter, CancellationToken cancel)
    {
        const string count = $"{CountOne} WHERE a.blocked_until <= @Now RETURNING blocked_until";
        while (true)
        {
            var now = Now;
            if (await database.QuerySingleOrDefaultAsync<DateTime?>(count, Parameters(counter, now), cancel) is { } until) return (new(counter, until), default);
            // Gone or over since: then there is room for this attempt.
            if (await FindWaitAsync([counter], now, cancel) is { } wait) return (null, wait);
        }
    }

    /// <summary>Counts what has been done, whether or not it had to wait.</summary>
    public Task CountAsync(Transaction transaction, Counter counter, CancellationToken cancel) =>
        transaction.ExecuteAsync(CountOne, Parameters(counter, Now), cancel);

    /// <summary>How long to wait for the longest pause of these; null when there is none.</summary>
    public Task<TimeSpan?> FindWaitAsync(Counter[] counters, CancellationToken cancel) => FindWaitAsync(counters, Now, cancel);

    /// <summary>Forgets all attempts.</summary>
    public static Task ForgetAsync(Transaction transaction, Counter counter, CancellationToken cancel) =>
        transaction.ExecuteAsync("DELETE FROM attempt_count WHERE key = @Key", new { counter.Key }, cancel);

    /// <summary>Takes back an attempt, with the pause that it earned; a pause that others have earned stays.</summary>
    public static Task GiveBackAsync(ISql sql, Counted attempt, CancellationToken cancel)
    {
        const string giveBack = """
            UPDATE attempt_count
            SET attempts = attempts - 1, blocked_until = CASE WHEN attempts <= @Free OR blocked_until = @BlockedUntil THEN '-infinity' ELSE blocked_until END
            WHERE key = @Key AND attempts > 0
            """;
        return sql.ExecuteAsync(giveBack, new { attempt.Counter.Key, attempt.Counter.Limit.Free, attempt.BlockedUntil }, cancel);
    }

    /// <summary>As the other, for an attempt that was not made. Not by the caller's token: that may be why it was not made.</summary>
    public Task GiveBackAsync(Counted attempt) => GiveBackAsync(database, attempt, CancellationToken.None);

    private async Task<TimeSpan?> FindWaitAsync(Counter[] counters, DateTime now, CancellationToken cancel)
    {
        const string look = "SELECT max(blocked_until) FROM attempt_count WHERE key = ANY(@keys)";
        var until = await database.QuerySingleOrDefaultAsync<DateTime?>(look, new { keys = counters.Select(counter => counter.Key).ToArray() }, cancel);
        return until > now ? until - now : null;
    }

    private static object Parameters(Counter counter, DateTime now)
    {
        var (free, first, longest, memory, fromFirst) = counter.Limit;
        return new { counter.Key, Now = now, Free = free, FirstPause = first, LongestPause = longest, Memory = memory, FromFirst = fromFirst };
    }
}
