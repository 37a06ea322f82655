using System.Collections.Concurrent;
using System.Threading.Channels;
using CommerceKata.ServiceDefaults.Data;
using Npgsql;

namespace CommerceKata.Orders;

/// <summary>
/// Tells every replica which orders have changed, and wakes those who watch them. PostgreSQL carries the news, as a
/// notification once per batch and after the commits, since one inside of them would have all of them wait for each
/// other. News can be lost, with a process that dies after its commit or a connection that breaks: whoever watches
/// looks again by itself every so often.
/// </summary>
internal sealed partial class OrderChanges(ListenConnections connections, Database database, TimeProvider time, ILogger<OrderChanges> log) : BackgroundService
{
    private const string Name = "order_changed";

    /// <summary>A notification holds 8,000 bytes at most.</summary>
    private const int BatchSize = 200;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<OrderWatch, bool>> _watches = new();
    private readonly Channel<Guid> _changed = Channel.CreateUnbounded<Guid>(new() { SingleReader = true });

    /// <summary>An order has changed; to be called after the commit.</summary>
    public void Tell(Guid orderId) => _changed.Writer.TryWrite(orderId);

    /// <summary>Watches an order until it is disposed of.</summary>
    public OrderWatch Watch(Guid orderId)
    {
        while (true)
        {
            var all = _watches.GetOrAdd(orderId, _ => new());
            lock (all)
            {
                // Whoever left last has taken the set away.
                if (!_watches.TryGetValue(orderId, out var now) || now != all) continue;
                var watch = new OrderWatch(left => Leave(orderId, all, left));
                all[watch] = true;
                return watch;
            }
        }
    }

    /// <summary>Whether anybody here does.</summary>
    public bool IsWatched(Guid orderId) => _watches.ContainsKey(orderId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TellAllAsync(stoppingToken), ListenAsync(stoppingToken));

    private void Leave(Guid orderId, ConcurrentDictionary<OrderWatch, bool> all, OrderWatch watch)
    {
        lock (all)
        {
            all.TryRemove(watch, out _);
            if (all.IsEmpty) _watches.TryRemove(new(orderId, all));
        }
    }

    private async Task TellAllAsync(CancellationToken stopping)
    {
        var batch = new HashSet<Guid>();
        try
        {
            while (await _changed.Reader.WaitToReadAsync(stopping))
            {
                batch.Clear();
                while (batch.Count < BatchSize && _changed.Reader.TryRead(out var id)) batch.Add(id);
                await TryTellAsync(batch, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryTellAsync(HashSet<Guid> orders, CancellationToken stopping)
    {
        try
        {
            await database.ExecuteAsync("SELECT pg_notify(@Name, @Orders)", new { Name, Orders = string.Join(' ', orders.Select(id => id.ToString("N"))) }, stopping);
        }
        catch (NpgsqlException error)
        {
            LogNotTold(orders.Count, error);
        }
    }

    private Task ListenAsync(CancellationToken stopping) => connections.ListenAsync(Name, Wake, _ =>
    {
        // What changed while nobody listened is not told again.
        foreach (var order in _watches.Keys) Wake(order);
        return Task.CompletedTask;
    }, LogNotListening, time, stopping);

    private void Wake(string orders)
    {
        foreach (var order in orders.Split(' ')) Wake(Guid.ParseExact(order, "N"));
    }

    private void Wake(Guid order)
    {
        if (!_watches.TryGetValue(order, out var all)) return;
        foreach (var watch in all.Keys) watch.Wake();
    }

    [LoggerMessage(20, LogLevel.Warning, "{Count} changes of orders could not be told: their watchers see them at their next look, within half a minute")]
    private partial void LogNotTold(int count, Exception error);

    [LoggerMessage(21, LogLevel.Warning,
        "Changes of orders are not heard of for now: watchers see them at their next look, within half a minute")]
    private partial void LogNotListening(Exception error);
}

/// <summary>Somebody who wants to know when an order changes. However often it did meanwhile, it is one wake-up.</summary>
internal sealed class OrderWatch(Action<OrderWatch> leave) : IDisposable
{
    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _woken.Writer.TryWrite(true);

    /// <summary>Waits for the next change, or until it is time to look anyway.</summary>
    public async Task NextAsync(TimeSpan atLast, TimeProvider time, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var late = Task.Delay(atLast, time, limit.Token);
        var woken = _woken.Reader.ReadAsync(limit.Token).AsTask();
        await Task.WhenAny(late, woken);
        await limit.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    public void Dispose() => leave(this);
}
