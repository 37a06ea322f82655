using Serilog.Debugging;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Keeps log lines together for a moment on their way to a file or the console: a write of its own for each line costs more than
/// the line. Nothing waits longer than <see cref="Longest"/>, and nothing that is an error waits at all. A process that is killed loses
/// that moment. Before a service runs, when it stops, and for commands, each line goes at once (<see cref="LogHold"/>).
/// </summary>
internal sealed class LogBuffer : Stream
{
    /// <summary>How long a line may wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private const int Most = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly Stream _inner;
    private readonly LogHold _hold;
    private readonly MemoryStream _waiting = new();
    private readonly ITimer _timer;

    /// <summary>Takes lines for a stream, which it closes with itself.</summary>
    /// <param name="inner">Where they go.</param>
    /// <param name="hold">Whether they wait.</param>
    /// <param name="time">The clock.</param>
    public LogBuffer(Stream inner, LogHold hold, TimeProvider time) =>
        (_inner, _hold, _timer) = (inner, hold, time.CreateTimer(_ => Pass(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            if (_waiting.Length == 0) _timer.Change(Longest, Timeout.InfiniteTimeSpan);
            _waiting.Write(buffer);
            if (_waiting.Length >= Most) Pass();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Asked for after each line: that is what is put off.</summary>
    public override void Flush()
    {
        if (!_hold.IsOn) Pass();
    }

    /// <summary>Passes on what waits.</summary>
    public void Pass()
    {
        lock (_gate)
        {
            if (_waiting.Length == 0) return;
            try
            {
                _inner.Write(_waiting.GetBuffer(), 0, (int)_waiting.Length);
                _inner.Flush();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // A full disk, or a console that nobody reads any more, does not stop a shop. Serilog's sinks do the same.
                SelfLog.WriteLine("Log lines were lost: {0}", error);
            }

            _waiting.SetLength(0);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _timer.Dispose();
            Pass();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
