using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Notifications;

/// <summary>Queues mails that carry a token, which is opened here: from now on only the queue's row has it, until the mail is sent.</summary>
internal sealed class TokenMails(EmailTemplates templates, NotificationsStore store, ServiceSecrets secrets, MailOptions options)
{
    public Task QueueAsync(
        Transaction transaction, string template, string requestId, string recipient, string sealedToken, Timestamp expiresAt, CancellationToken cancel)
    {
        var request = Guid.Parse(requestId);
        var mail = TokenMail.From(template, options.Shop, secrets.Open(sealedToken, request), expiresAt);
        var email = new NewEmail(MessageKey.For(template, request), recipient, template, templates.Render(template, mail)) { IsSecret = true };
        return store.QueueAsync(transaction, email, cancel);
    }
}

/// <summary>A customer is asked to confirm an address (R2.1).</summary>
internal sealed class EmailVerificationRequestedHandler(TokenMails mails) : IEventHandler<EmailVerificationRequested>
{
    public Task HandleAsync(EmailVerificationRequested fact, Transaction transaction, CancellationToken cancel) =>
        mails.QueueAsync(transaction, TokenMail.VerifyEmail, fact.Id, fact.Email, fact.Token, fact.ExpiresAt, cancel);
}

/// <summary>Somebody wants a new password (R2.1).</summary>
internal sealed class PasswordResetRequestedHandler(TokenMails mails) : IEventHandler<PasswordResetRequested>
{
    public Task HandleAsync(PasswordResetRequested fact, Transaction transaction, CancellationToken cancel) =>
        mails.QueueAsync(transaction, TokenMail.ResetPassword, fact.Id, fact.Email, fact.Token, fact.ExpiresAt, cancel);
}
