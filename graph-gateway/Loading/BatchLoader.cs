using GraphQL.DataLoader;

namespace CommerceKata.Gateway.Loading;

/// <summary>A loader whose memory can be dropped.</summary>
internal interface IBatchLoader
{
    /// <summary>Forgets what was loaded: a mutation may have changed it.</summary>
    void Clear();
}

/// <summary>
/// Loads values by key in one call for all keys that one level of a query asks for, and each key once per request.
/// One instance per request; safe for resolvers that run in parallel.
/// </summary>
internal abstract class BatchLoader<TKey, TValue> : IBatchLoader
    where TKey : notnull
{
    /// <summary>Keys per call; the services take no more.</summary>
    private const int ChunkSize = 500;

    private readonly Lock _gate = new();
    private Dictionary<TKey, Batch> _batches = [];
    private Batch? _open;

    /// <summary>The value of a key, once the engine asks for it; default when there is none.</summary>
    public IDataLoaderResult<TValue?> Load(TKey key)
    {
        lock (_gate)
        {
            if (!_batches.TryGetValue(key, out var batch))
            {
                batch = _open ??= new Batch(this);
                batch.Keys.Add(key);
                _batches.Add(key, batch);
            }

            return new Deferred<TValue?>(async cancellation => (await batch.ValuesAsync(cancellation)).GetValueOrDefault(key));
        }
    }

    /// <summary>The values of many keys, those that there are.</summary>
    public IDataLoaderResult<IReadOnlyDictionary<TKey, TValue>> LoadMany(IEnumerable<TKey> keys)
    {
        var pending = keys.Distinct().Select(key => (Key: key, Result: Load(key))).ToList();
        return new Deferred<IReadOnlyDictionary<TKey, TValue>>(async cancellation =>
        {
            var values = new Dictionary<TKey, TValue>();
            foreach (var (key, result) in pending)
            {
                if (await result.GetResultAsync(cancellation) is { } value)
                {
                    values.Add(key, value);
                }
            }

            return values;
        });
    }

    /// <inheritdoc />
    public void Clear()
    {
        lock (_gate)
        {
            (_batches, _open) = ([], null);
        }
    }

    /// <summary>Fetches the values of distinct keys; those without a value are left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellation);

    private sealed class Batch(BatchLoader<TKey, TValue> loader)
    {
        private Task<Dictionary<TKey, TValue>>? _values;

        public List<TKey> Keys { get; } = [];

        /// <summary>The first to ask closes the batch and sends it; the others wait for the same answer.</summary>
        public Task<Dictionary<TKey, TValue>> ValuesAsync(CancellationToken cancellation)
        {
            lock (loader._gate)
            {
                if (loader._open == this)
                {
                    loader._open = null;
                }

                return _values ??= FetchAsync(cancellation);
            }
        }

        private async Task<Dictionary<TKey, TValue>> FetchAsync(CancellationToken cancellation)
        {
            var chunks = await Task.WhenAll(Keys.Chunk(ChunkSize).Select(chunk => loader.FetchAsync(chunk, cancellation)));
            return chunks.SelectMany(chunk => chunk).ToDictionary();
        }
    }
}
