using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>Rows that are not kept for ever.</summary>
/// <param name="What">What they are, for the log: "old sessions were removed".</param>
/// <param name="Kept">For how long they are kept.</param>
/// <param name="Sql">Removes or blanks some that are older than <c>@Before</c>, <c>@BatchSize</c> at most.</param>
public sealed record Retention(string What, TimeSpan Kept, string Sql);

/// <summary>
/// Sees at the start, and hourly from then, to what was kept for long enough: some rows at a time, so that nobody waits for the locks.
/// Replicas may clean at once.
/// </summary>
/// <param name="name">What it cleans, for logs: "the inbox".</param>
/// <param name="database">The service's.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public abstract partial class Cleaner(string name, Database database, TimeProvider time, ILogger log)
    : PeriodicWorker($"cleaning {name}", TimeSpan.FromHours(1), time, log)
{
    /// <summary>How many rows are seen to at once.</summary>
    public const int BatchSize = 1000;

    private readonly TimeProvider _time = time;
    private readonly ILogger _log = log;

    /// <summary>Refuses a setting by which rows would go too soon: what a client repeats within a day finds what it made.</summary>
    /// <param name="setting">"Mail:KeepBodies".</param>
    /// <param name="kept">What it says.</param>
    /// <exception cref="SettingException">It is less than a day.</exception>
    public static void CheckSetting(string setting, TimeSpan kept)
    {
        if (kept < TimeSpan.FromDays(1)) throw new SettingException($"{setting} must be a day at least, written as 30.00:00:00.");
    }

    /// <summary>What is kept, and for how long.</summary>
    protected abstract IEnumerable<Retention> Retentions { get; }

    /// <inheritdoc />
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        foreach (var (what, kept, sql) in Retentions)
        {
            var before = (_time.GetUtcNow() - kept).UtcDateTime;
            int done;
            do
            {
                done = await database.ExecuteAsync(sql, new { Before = before, BatchSize }, stopping);
                if (done > 0) LogCleaned(done, what);
            }
            while (done == BatchSize);
        }
    }

    [LoggerMessage(2, LogLevel.Information, "{Count} {What}")]
    private partial void LogCleaned(int count, string what);
}
