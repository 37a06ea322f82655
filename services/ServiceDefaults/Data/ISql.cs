using Dapper;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>Runs SQL with Dapper: on the database, one connection per statement, or inside one transaction.</summary>
public interface ISql
{
    /// <summary>All rows.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its named parameters.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancel);

    /// <summary>The only row, or the default of its type when there is none.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its named parameters.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<T?> QuerySingleOrDefaultAsync<T>(string sql, object? parameters, CancellationToken cancel);

    /// <summary>How many rows were touched.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its named parameters.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancel);

    /// <summary>Several statements, separated by semicolons, in one round trip; each sees what the one before it did.</summary>
    /// <typeparam name="T">What their rows come to.</typeparam>
    /// <param name="sql">The statements.</param>
    /// <param name="parameters">The named parameters of all of them.</param>
    /// <param name="read">Reads the results of those that have rows, in their order.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<T> QueryManyAsync<T>(string sql, object? parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken cancel);
}
