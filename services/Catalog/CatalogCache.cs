using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;

namespace CommerceKata.Catalog;

/// <summary>
/// What was read of the catalog and has not changed since: it is read a thousand times for each write. Everything is forgotten at
/// any change, and nothing is kept while nobody would hear of one (<see cref="CatalogChanges"/>). Why: docs/adr/0026.
/// </summary>
internal sealed class CatalogCache
{
    private CachedCatalog? _now;

    /// <summary>
    /// What is known now; null while nothing may be. Take it before reading, and keep what was read in the same: if the catalog changes
    /// meanwhile, that one is no longer asked.
    /// </summary>
    public CachedCatalog? Now => Volatile.Read(ref _now);

    /// <summary>From now on every change is heard of.</summary>
    public void Open() => Volatile.Write(ref _now, new());

    /// <summary>From now on changes may not be heard of.</summary>
    public void Close() => Volatile.Write(ref _now, null);

    /// <summary>The catalog has changed, and the change is committed.</summary>
    public void Clear()
    {
        // Whoever is faster has emptied it just as well, or closed it.
        if (Now is { } known) Interlocked.CompareExchange(ref _now, new(), known);
    }

    /// <summary>What is known of this, or else what is read, which is kept.</summary>
    /// <param name="key">A value that says all that the result depends on.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="size">About how many bytes it takes; 0 for what is not to be kept.</param>
    public async Task<T> GetAsync<T>(object key, Func<Task<T>> read, Func<T, long> size)
    {
        var now = Now;
        if (now is null) return await read();
        if (now.TryFind<T>(key, out var known)) return known;
        var found = await read();
        if (size(found) is > 0 and var bytes) now.Keep(key, found, bytes);
        return found;
    }
}

/// <summary>The catalog between two changes.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Readers may still keep something in it; it holds memory only.")]
internal sealed class CachedCatalog
{
    private const long MostBytes = 32 * 1024 * 1024;

    /// <summary>If all else fails: whoever replaced the database's server by another one may have taken the news away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public bool TryFind<T>(object key, [MaybeNullWhen(false)] out T known) => _known.TryGetValue(key, out known);

    public void Keep<T>(object key, T found, long size) =>
        _known.Set(key, found, new MemoryCacheEntryOptions { Size = size, AbsoluteExpirationRelativeToNow = Longest });
}
