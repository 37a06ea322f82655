using MimeKit;

namespace CommerceKata.Notifications;

/// <summary>
/// The mock mailbox: a folder of <c>.eml</c> files, which any mail program opens. A file is named after its
/// Message-ID, so that a mail sent twice is one file; it appears whole or not at all.
/// </summary>
internal sealed class FolderTransport(string folder) : IMailTransport
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, message.MessageId + ".eml");
        var draft = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = File.Create(draft)) await message.WriteToAsync(stream, cancel);
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
