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

    private readonly NpgsqlDataSource _source;

    internal ListenConnections(string connectionString, string name)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = KeepAlive, MaxAutoPrepare = 0 };
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name };
        source.ConfigureTracing(traces => traces.ConfigureCommandFilter(_ => false));
        _source = source.Build();
    }

    /// <summary>Opens one; dispose of it to close it.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancel) => _source.OpenConnectionAsync(cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
