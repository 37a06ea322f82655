using Npgsql;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>
/// Connections that stay open to LISTEN: outside the pool, whose few are for requests, and asked every so often whether
/// they are still there, since a network that is cut says nothing.
/// </summary>
public sealed class ListenConnections : IAsyncDisposable
{
    /// <summary>Seconds. A connection that is gone without a word is found out after twice as long.</summary>
    private const int KeepAlive = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _source;

    internal ListenConnections(string connectionString, string name)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = KeepAlive, MaxAutoPrepare = 0 };
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name };
        source.ConfigureTracing(traces => traces.ConfigureCommandFilter(_ => false));
        _source = source.Build();
    }

    /// <summary>Hears what is notified until the process stops; connects again, a second later, when the connection is lost.</summary>
    /// <param name="channel">A constant of ours.</param>
    /// <param name="heard">Told each payload, between two waits.</param>
    /// <param name="listening">Done on each new connection once it listens. What it throws ends the connection as if it had been lost.</param>
    /// <param name="lost">Told at once when nothing is heard any more, and why.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Ends it.</param>
    public async Task ListenAsync(
        string channel, Action<string> heard, Func<NpgsqlConnection, Task> listening, Action<Exception> lost, TimeProvider time, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(stopping);
                connection.Notification += (_, news) => heard(news.Payload);
                await using (var listen = new NpgsqlCommand($"LISTEN {channel}", connection)) await listen.ExecuteNonQueryAsync(stopping);
                await listening(connection);
                while (true) await connection.WaitAsync(stopping);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                lost(error);
                await Task.Delay(Pause, time, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
