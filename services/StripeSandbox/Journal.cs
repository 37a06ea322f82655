using System.Text;
using System.Text.Json;

namespace CommerceKata.StripeSandbox;

/// <summary>
/// An append-only file of JSON lines, one per operation, which outlives the process, however it ends. It is written
/// to the operating system, not synced to the disk: the sandbox survives its own death, not the machine's.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream? _file;

    public Journal(SandboxOptions options)
    {
        if (options.Journal.Length == 0) return;

        var path = Path.GetFullPath(options.Journal);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    /// <summary>
    /// What was written before. Leaves the file open for more, without the torn line that a kill may have left:
    /// nobody was answered about that one.
    /// </summary>
    public IReadOnlyList<Changes> Replay()
    {
        if (_file is null) return [];

        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        _file.SetLength(whole);
        _file.Seek(0, SeekOrigin.End);
        return [.. Encoding.UTF8.GetString(bytes, 0, whole)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Changes>(line, SandboxJson.Options)!)];
    }

    public void Append(Changes changes) =>
        _file?.Write([.. JsonSerializer.SerializeToUtf8Bytes(changes, SandboxJson.Options), (byte)'\n']);

    public void Clear() => _file?.SetLength(0);

    public void Dispose() => _file?.Dispose();
}
