using CommerceKata.Addresses;
using MimeKit;

namespace CommerceKata.Notifications;

/// <summary>Makes the mail of a queued row. The same row makes the same Message-ID and date at every attempt.</summary>
internal static class EmailMessage
{
    /// <exception cref="SendFailure">The recipient is not an address.</exception>
    public static MimeMessage Compose(ClaimedEmail email, MailboxAddress sender)
    {
        if (EmailAddress.MailboxOf(email.Recipient) is not { } recipient) throw new SendFailure("the recipient is not an email address");
        var message = new MimeMessage
        {
            MessageId = new MessageKey(email.MessageKey).MessageId(sender.Domain),
            Date = new DateTimeOffset(email.CreatedAt),
            Subject = email.Subject,
            Body = new BodyBuilder { TextBody = email.Text, HtmlBody = email.Html }.ToMessageBody(),
        };
        message.From.Add(sender);
        message.To.Add(recipient);
        // So that no holiday reply comes back (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }
}
