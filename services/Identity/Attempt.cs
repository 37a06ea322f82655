using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>
/// An attempt that was counted. It is given back unless it is kept: who was refused because the process is busy, or left before, has guessed nothing.
/// </summary>
internal sealed class Attempt(ThrottleStore store) : IAsyncDisposable
{
    private readonly List<Counted> _counted = [];
    private bool _isOver;

    /// <summary>How long to wait before it may be made; null when it may be made now.</summary>
    public TimeSpan? Wait { get; private set; }

    /// <summary>Counts it in one more; false when it has to wait.</summary>
    public async Task<bool> CountAsync(Counter counter, CancellationToken cancel)
    {
        var (counted, wait) = await store.CountAsync(counter, cancel);
        if (counted is null) Wait = wait;
        else _counted.Add(counted);
        return counted is not null;
    }

    /// <summary>It was made: it counts from now on.</summary>
    public void Keep() => _isOver = true;

    /// <summary>It was its owner's: the account starts anew, and the others get this attempt back.</summary>
    public async Task ForgiveAsync(Transaction transaction, Counter account, CancellationToken cancel)
    {
        foreach (var counted in _counted)
        {
            if (counted.Counter == account) await ThrottleStore.ForgetAsync(transaction, account, cancel);
            else await ThrottleStore.GiveBackAsync(transaction, counted, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOver) return;
        _isOver = true;
        foreach (var counted in _counted) await store.GiveBackAsync(counted);
    }
}
