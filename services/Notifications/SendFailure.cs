using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CommerceKata.Notifications;

/// <summary>A mail cannot be sent as it is.</summary>
/// <param name="message">Why, without personal data.</param>
internal sealed class SendFailure(string message) : Exception(message)
{
    /// <summary>Why an attempt failed, for operators and logs. What mail servers say quotes addresses: only their codes are kept.</summary>
    public static string Reason(Exception error) => error switch
    {
        SendFailure failure => failure.Message,
        SmtpCommandException refused => $"the mail server said {(int)refused.StatusCode} ({refused.ErrorCode})",
        AuthenticationException => "the mail server refused our login",
        SslHandshakeException => "no TLS connection to the mail server",
        // MailKit throws it where STARTTLS is asked for and not on offer.
        NotSupportedException => "the mail server does not offer what the settings ask for",
        OperationCanceledException or TimeoutException => "no answer in time",
        SocketException socket => $"no connection to the mail server ({socket.SocketErrorCode})",
        _ => error.GetType().Name,
    };
}
