namespace CommerceKata.Gateway.Limits;

/// <summary>One body or message while it comes in. It takes memory as bytes come, and not before.</summary>
/// <param name="budget">What all of them may take together.</param>
/// <param name="most">How many bytes it may have.</param>
internal sealed class IncomingBytes(BytesInFlight budget, int most) : IDisposable
{
    private const int FirstSize = 512;

    private byte[] _buffer = [];
    private int _taken;

    /// <summary>Bytes that have come.</summary>
    public int Count { get; private set; }

    /// <summary>Those bytes.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Count);

    /// <summary>Whether more have come than it may have.</summary>
    public bool IsTooLarge => Count > most;

    /// <summary>Where the next bytes go; there is always room for one.</summary>
    /// <exception cref="OverloadedException">All of them together have taken what they may.</exception>
    public Memory<byte> Room()
    {
        if (Count == _buffer.Length) Grow();
        return _buffer.AsMemory(Count);
    }

    /// <summary>So many have come.</summary>
    public void Advance(int bytes) => Count += bytes;

    public void Dispose()
    {
        budget.GiveBack(_taken);
        _taken = 0;
    }

    private void Grow()
    {
        var size = Math.Max(FirstSize, _buffer.Length * 2);
        if (!budget.TryTake(size - _taken)) throw new OverloadedException();
        _taken = size;
        // No pool: a socket that is given up may still be read into its buffer.
        Array.Resize(ref _buffer, size);
    }
}

/// <summary>Too many bytes are coming in.</summary>
internal sealed class OverloadedException() : Exception("Too much is coming in at once.");
