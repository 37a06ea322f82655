using MimeKit;

namespace CommerceKata.Notifications.Tests;

/// <summary>A mock mailbox of a test's own.</summary>
internal sealed class Mailbox : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("commerce-kata-mailbox-");

    /// <summary>Not there before the first mail.</summary>
    public string Folder => Path.Combine(_parent.FullName, "mailbox");

    public (string Key, string Value) Setting => ("Mail:Folder", Folder);

    public string[] Files => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!)];

    public Task<MimeMessage> ReadAsync(string file) => MimeMessage.LoadAsync(Path.Combine(Folder, file));

    public void Dispose() => _parent.Delete(recursive: true);
}
