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
}
