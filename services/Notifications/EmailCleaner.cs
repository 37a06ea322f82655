using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Notifications;

/// <summary>Blanks what sent mails said. That they were sent, when, and to whom stays for the back office.</summary>
internal sealed class EmailCleaner(Database database, MailOptions options, TimeProvider time, ILogger<EmailCleaner> log)
    : Cleaner("bodies of sent mails", database, time, log)
{
    /// <inheritdoc />
    protected override IEnumerable<Retention> Retentions { get; } =
    [
        new("sent mails lost their bodies", options.KeepBodies, """
            UPDATE email SET text = '', html = '' WHERE seq IN (
                SELECT seq FROM email WHERE status = 'SENT' AND text <> '' AND sent_at < @Before ORDER BY sent_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
    ];
}
