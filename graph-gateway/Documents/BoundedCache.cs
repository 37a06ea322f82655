using System.Collections.Concurrent;

namespace CommerceKata.Gateway.Documents;

/// <summary>
/// Keeps what is in use. Bounded: there are two generations, each of at most half the size; when the young one is full it
/// becomes the old one, and what was not asked for since then is gone.
/// </summary>
/// <param name="maxSize">How much may be kept.</param>
/// <param name="size">What an entry takes of it.</param>
internal sealed class BoundedCache<TValue>(int maxSize, Func<string, TValue, int> size)
    where TValue : class
{
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<string, TValue> _young = [];
    private volatile ConcurrentDictionary<string, TValue> _old = [];
    private int _youngSize;

    /// <summary>The value of this key; null when it is not known.</summary>
    public TValue? Find(string key)
    {
        if (_young.TryGetValue(key, out var value)) return value;
        if (_old.TryGetValue(key, out value)) Add(key, value);
        return value;
    }

    /// <summary>Keeps a value.</summary>
    public void Add(string key, TValue value)
    {
        var takes = size(key, value);
        lock (_gate)
        {
            if (takes > maxSize / 2) return;
            if (_youngSize + takes > maxSize / 2) (_old, _young, _youngSize) = (_young, [], 0);
            if (_young.TryAdd(key, value)) _youngSize += takes;
        }
    }
}
