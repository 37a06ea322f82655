using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CommerceKata.Notifications;

/// <summary>Sends by SMTP. The connection is kept from mail to mail, and made anew after anything went wrong on it.</summary>
internal sealed class SmtpTransport(SmtpOptions options) : IMailTransport, IDisposable
{
    private SmtpClient? _client;

    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        try
        {
            var client = await ConnectedAsync(cancel);
            await client.SendAsync(message, cancel);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _client = null;
    }

    private async Task<SmtpClient> ConnectedAsync(CancellationToken cancel)
    {
        if (_client is not null && await AnswersAsync(_client, cancel)) return _client;
        Dispose();
        _client = new SmtpClient();
        await _client.ConnectAsync(options.Host, options.Port, Security(options.Security), cancel);
        if (options.User.Length > 0) await _client.AuthenticateAsync(options.User, options.Password, cancel);
        return _client;
    }

    /// <summary>
    /// Servers close connections that idle. Asked before each mail, since a connection that breaks during one leaves
    /// open whether it was taken.
    /// </summary>
    private static async Task<bool> AnswersAsync(SmtpClient client, CancellationToken cancel)
    {
        if (!client.IsConnected) return false;
        try
        {
            await client.NoOpAsync(cancel);
            return true;
        }
        catch (Exception error) when (error is IOException or SmtpProtocolException or SmtpCommandException)
        {
            return false;
        }
    }

    private static SecureSocketOptions Security(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "Not a kind of security."),
    };
}
