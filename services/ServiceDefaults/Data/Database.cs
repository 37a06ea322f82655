using Dapper;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>A service's own database.</summary>
/// <param name="source">The connection pool.</param>
public sealed class Database(NpgsqlDataSource source) : ISql
{
    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <inheritdoc />
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel))).AsList();
    }

    /// <inheritdoc />
    public async Task<T?> QuerySingleOrDefaultAsync<T>(string sql, object? parameters, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancel));
    }

    /// <inheritdoc />
    public async Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
    }

    /// <inheritdoc />
    public async Task<T> QueryManyAsync<T>(string sql, object? parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
        return await read(results);
    }

    /// <summary>
    /// Runs the work in one transaction (READ COMMITTED), and commits when it returns. If it throws, nothing
    /// happened. Events that it published leave after the commit.
    /// </summary>
    /// <typeparam name="T">What the work comes to.</typeparam>
    /// <param name="work">The work; no remote call belongs in it, since its row locks would wait for the answer.</param>
    /// <param name="cancel">Ends the wait, and rolls back.</param>
    public async Task<T> TransactionAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var commit = await connection.BeginTransactionAsync(cancel);
        var transaction = new Transaction(connection);
        var result = await work(transaction);
        if (!transaction.IsOver) await commit.CommitAsync(cancel);
        transaction.Committed();
        return result;
    }

    /// <summary>As <see cref="TransactionAsync{T}"/>, without a result.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Ends the wait, and rolls back.</param>
    public Task TransactionAsync(Func<Transaction, Task> work, CancellationToken cancel) =>
        TransactionAsync(async transaction =>
        {
            await work(transaction);
            return true;
        }, cancel);
}
