using System.Diagnostics;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Notifications;

/// <summary>Wakes the email worker.</summary>
internal sealed class EmailSignal : QueueSignal;

/// <summary>Sends what is queued. Nobody waits for it: a mail server that is slow or away slows down only this worker.</summary>
internal sealed partial class EmailWorker(
    Database database, IMailTransport transport, MailOptions options, EmailSignal signal, TimeProvider time, ILogger<EmailWorker> log)
    : QueueWorker<ClaimedEmail>(new(database, NotificationsStore.Queue(options.Timeout)), signal, time, log)
{
    private readonly TimeProvider _time = time;

    protected override string Name => "emails";

    /// <summary>One at a time: a crash between a mail's sending and the note of it repeats that mail, and no other.</summary>
    protected override int BatchSize => 1;

    protected override async Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<ClaimedEmail> rows)
    {
        var failures = new Dictionary<long, string>();
        foreach (var email in rows)
        {
            if (await TrySendAsync(email) is { } reason) failures.Add(email.Seq, reason);
        }

        return failures;
    }

    /// <summary>Why it was not sent; null when it was.</summary>
    private async Task<string?> TrySendAsync(ClaimedEmail email)
    {
        using var span = MessageTraces.Continue("send email", ActivityKind.Client, email.TraceParent, email.SessionId);
        span?.SetTag("email.template", email.Template);
        span?.SetTag("messaging.message.id", email.Id.ToString());
        var recipient = EmailAddress.Mask(email.Recipient);
        using var limit = new CancellationTokenSource(options.Timeout, _time);
        try
        {
            using var message = EmailMessage.Compose(email, options.Sender);
            await transport.SendAsync(message, limit.Token);
            KillPoint.Reach("mail.sent");
            NotificationsMetrics.Sent(email.Template, _time.GetUtcNow() - email.CreatedAt);
            LogSent(email.Id, email.Template, recipient, email.Attempts);
            return null;
        }
        catch (Exception error)
        {
            var reason = SendFailure.Reason(error);
            span?.SetStatus(ActivityStatusCode.Error, reason);
            if (email.Attempts >= NotificationsStore.MaxAttempts)
            {
                NotificationsMetrics.Died(email.Template);
                LogDead(email.Id, email.Template, recipient, email.Attempts, reason);
            }
            else
            {
                NotificationsMetrics.Failed(email.Template);
                LogFailed(email.Id, email.Template, recipient, email.Attempts, reason);
            }

            return reason;
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Email {Id} ({Template}) to {Recipient} was sent at attempt {Attempt}")]
    private partial void LogSent(Guid id, string template, string recipient, int attempt);

    [LoggerMessage(21, LogLevel.Warning, "Email {Id} ({Template}) to {Recipient} was not sent at attempt {Attempt}: {Reason}")]
    private partial void LogFailed(Guid id, string template, string recipient, int attempt, string reason);

    [LoggerMessage(22, LogLevel.Error, "Email {Id} ({Template}) to {Recipient} is dead after {Attempts} attempts: {Reason}")]
    private partial void LogDead(Guid id, string template, string recipient, int attempts, string reason);
}
