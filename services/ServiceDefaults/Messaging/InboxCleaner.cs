using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// Forgets which facts were applied, a month after. By then none comes again by itself: a relay gives up after ten
/// refusals, and starts over only for a dead letter that an admin puts back. One that was applied though nobody said so,
/// and comes again after a month, is applied again.
/// </summary>
internal sealed class InboxCleaner(Database database, TimeProvider time, ILogger<InboxCleaner> log) : Cleaner("the inbox", database, time, log)
{
    /// <inheritdoc />
    protected override IEnumerable<Retention> Retentions { get; } =
    [
        new("old facts were removed from the inbox", TimeSpan.FromDays(30), """
            DELETE FROM inbox WHERE event_id IN (
                SELECT event_id FROM inbox WHERE received_at < @Before ORDER BY received_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
    ];
}
