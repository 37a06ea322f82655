using Dapper;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>An open transaction: statements, and the events that become true with them.</summary>
public sealed class Transaction : ISql
{
    private readonly HashSet<Action> _afterCommit = [];
    private readonly NpgsqlConnection _connection;

    // Npgsql runs every command of a connection in the transaction that is open on it.
    internal Transaction(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The connection, for what Dapper does not do (COPY).</summary>
    public NpgsqlConnection Connection => !IsOver ? _connection : throw new InvalidOperationException("The transaction has had its last statement.");

    /// <summary>Whether <see cref="ExecuteLastAsync"/> committed it.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Has something done once, when and if this commits: waking a worker, never a change of state.</summary>
    /// <param name="wake">What to do. It must not throw. The same action is done once.</param>
    public void AfterCommit(Action wake) => _afterCommit.Add(wake);

    /// <summary>
    /// The last statement, and the commit with it: the round trip of their own that commits take is one less for which rows are locked. If it
    /// fails, nothing happened. Nothing more can be done with the transaction.
    /// </summary>
    /// <param name="sql">The statement, or several.</param>
    /// <param name="parameters">Their named parameters.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many rows were touched.</returns>
    public async Task<int> ExecuteLastAsync(string sql, object? parameters, CancellationToken cancel)
    {
        var touched = await ExecuteAsync(sql + "; COMMIT", parameters, cancel);
        IsOver = true;
        return touched;
    }

    /// <summary>Runs a statement, which may be the last one.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its named parameters.</param>
    /// <param name="last">Whether it is: see <see cref="ExecuteLastAsync"/>.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many rows were touched.</returns>
    public Task<int> ExecuteAsync(string sql, object? parameters, bool last, CancellationToken cancel) =>
        last ? ExecuteLastAsync(sql, parameters, cancel) : ExecuteAsync(sql, parameters, cancel);

    internal void Committed()
    {
        foreach (var wake in _afterCommit) wake();
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        (await Connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();

    /// <inheritdoc />
    public Task<T?> QuerySingleOrDefaultAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        Connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel));

    /// <inheritdoc />
    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancel) =>
        Connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));

    /// <inheritdoc />
    public async Task<T> QueryManyAsync<T>(string sql, object? parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken cancel)
    {
        await using var results = await Connection.QueryMultipleAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
        return await read(results);
    }
}
