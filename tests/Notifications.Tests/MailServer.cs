using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace CommerceKata.Notifications.Tests;

/// <summary>A mail that came in: its envelope, and itself.</summary>
internal sealed record ReceivedMail(string Sender, string Recipient, MimeMessage Message);

/// <summary>
/// Enough of an SMTP server (RFC 5321) for one client at a time to send to: it keeps what it takes, and can refuse,
/// hang and hang up when told to.
/// </summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<TcpClient, Task> _connections = [];
    private readonly Task _accepting;
    private volatile TaskCompletionSource _open = new();
    private int _connectionCount;
    private int _refusals;

    public MailServer()
    {
        _open.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    /// <summary>How many connections were opened, ever.</summary>
    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    /// <summary>How many mails were refused.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    /// <summary>What RCPT TO is answered with; null takes everyone.</summary>
    public string? RefuseRecipients { get; set; }

    /// <summary>What the end of a mail is answered with; null takes every mail.</summary>
    public string? RefuseMails { get; set; }

    /// <summary>The settings that lead to it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Mail:Transport", "smtp"), ("Mail:From", "Test Shop <shop@shop.example>"), ("Mail:Smtp:Host", "127.0.0.1"),
        ("Mail:Smtp:Port", $"{((IPEndPoint)_listener.LocalEndpoint).Port}"), ("Mail:Smtp:Security", "none"),
    ];

    /// <summary>Takes mails from now on without answering, until <see cref="Release"/>.</summary>
    public void Hang() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _open.TrySetResult();

    /// <summary>Closes every connection, as servers do with those that idle.</summary>
    public void HangUp()
    {
        foreach (var connection in _connections.Keys) connection.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        Release();
        HangUp();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var connection = await _listener.AcceptTcpClientAsync(_closing.Token);
                Interlocked.Increment(ref _connectionCount);
                _connections[connection] = ServeAsync(connection);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        try
        {
            var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test server");
            await TalkAsync(reader, writer);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Either side hung up.
        }
        finally
        {
            connection.Dispose();
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var (sender, recipient) = ("", "");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "MAIL":
                    sender = Between(line);
                    await writer.WriteLineAsync("250 OK");
                    break;
                case "RCPT":
                    recipient = Between(line);
                    await AnswerAsync(writer, RefuseRecipients?.Replace("{recipient}", recipient, StringComparison.Ordinal));
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var message = await ReadMessageAsync(reader);
                    await _open.Task;
                    if (RefuseMails is null) Mails.Enqueue(new(sender, recipient, message));
                    await AnswerAsync(writer, RefuseMails);
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }

    private async Task AnswerAsync(StreamWriter writer, string? refusal)
    {
        if (refusal is not null) Interlocked.Increment(ref _refusals);
        await writer.WriteLineAsync(refusal ?? "250 OK");
    }

    private static async Task<MimeMessage> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(stream);
    }

    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
