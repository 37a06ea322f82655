using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>An attempt that was counted, and until when the next one has to wait because of it.</summary>
internal sealed record Counted(Counter Counter, DateTime BlockedUntil);

/// <summary>All SQL on counted attempts.</summary>
internal sealed class ThrottleStore(Database database, TimeProvider time)
{
    /// <summary>Counts an attempt, or says how long to wait. Those that have to wait are not counted.</summary>
    public async Task<(Counted? Counted, TimeSpan Wait)> CountAsync(Counter counter, CancellationToken cancel)
    {
        const string attempts = "(CASE WHEN a.forget_at <= @Now THEN 1 ELSE a.attempts + 1 END)";
        const string count = $"""
            INSERT INTO attempt_count AS a (key, attempts, blocked_until, forget_at)
            VALUES (@Key, 1, CASE WHEN @Free > 1 THEN '-infinity' ELSE @Now + @FirstPause END, @Now + @Memory)
            ON CONFLICT (key) DO UPDATE SET
                attempts = {attempts},
                blocked_until = CASE WHEN {attempts} < @Free THEN '-infinity'
                    ELSE @Now + least(@FirstPause * power(2, least({attempts} - @Free, 16)), @LongestPause) END,
                forget_at = @Now + @Memory
            WHERE a.blocked_until <= @Now
            RETURNING blocked_until
            """;
        const string look = "SELECT blocked_until FROM attempt_count WHERE key = @Key";
        while (true)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var (free, first, longest, memory) = counter.Limit;
            var parameters = new { counter.Key, Now = now, Free = free, FirstPause = first, LongestPause = longest, Memory = memory };
            if (await database.QuerySingleOrDefaultAsync<DateTime?>(count, parameters, cancel) is { } blockedUntil) return (new(counter, blockedUntil), default);
            var until = await database.QuerySingleOrDefaultAsync<DateTime?>(look, new { counter.Key }, cancel);
            // Gone or over since: then there is room for this attempt.
            if (until > now) return (null, until.Value - now);
        }
    }

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
}
