using MimeKit;

namespace CommerceKata.Notifications;

/// <summary>Hands mails over. Used by one worker: one mail at a time.</summary>
internal interface IMailTransport
{
    /// <summary>Hands one mail over; whoever takes it has it when this returns.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="cancel">Ends the attempt; whether the mail was taken is then not known.</param>
    Task SendAsync(MimeMessage message, CancellationToken cancel);
}
