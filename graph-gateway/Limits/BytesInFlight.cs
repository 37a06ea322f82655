namespace CommerceKata.Gateway.Limits;

/// <summary>
/// Counts the bytes of bodies and messages that are still coming in, of all clients together: many who send slowly hold much memory,
/// though each of them sends little.
/// </summary>
internal sealed class BytesInFlight(LimitSettings limits)
{
    private long _taken;

    /// <summary>Bytes that are held now.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Takes so many; not when there are too many already.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= limits.MaxBytesInFlight) return true;
        GiveBack(bytes);
        return false;
    }

    /// <summary>Gives them back.</summary>
    public void GiveBack(int bytes) => Interlocked.Add(ref _taken, -bytes);
}
