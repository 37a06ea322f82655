using CommerceKata.Catalog;
using CommerceKata.Load.Running;
using CommerceKata.Load.Scenarios;
using CommerceKata.ServiceDefaults.Data;
using Dapper;
using Npgsql;

namespace CommerceKata.Load.Limits;

/// <summary>
/// The most that PostgreSQL alone lets through here: pgbench runs the SQL of one operation, a script of <c>Sql</c> for each
/// database, one after the other. It writes as the services do, so the shop must be done with its databases.
/// </summary>
internal sealed class BarePostgres(PgBench bench, string server, IReadOnlyList<Guid> products, TimeSpan time, Action<string> say)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Limits", "Sql");

    private readonly Dictionary<(string Script, int Connections), double> _rates = [];
    private readonly HashSet<string> _touched = [];

    /// <summary>Runs of each script per second, by its name: "product.catalog".</summary>
    public IEnumerable<(string Name, int Connections, double PerSecond)> Rates => _rates.Select(rate => (rate.Key.Script, rate.Key.Connections, rate.Value));

    /// <summary>Operations of a scenario per second, were PostgreSQL all that there is, and did the parts one after the other.</summary>
    /// <param name="scenario">Which.</param>
    /// <param name="users">How many at once.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="LoadException">A statement failed.</exception>
    public async Task<double?> MeasureAsync(Scenario scenario, int users, CancellationToken cancel)
    {
        if (scenario.Sql.Count == 0) return null;
        var seconds = 0.0;
        // Those behind the pool wait in the service. More connections would only be in each other's way, most of all on the one row of reserve.
        var connections = Math.Min(users, DatabaseSetup.PoolSize);
        foreach (var (script, times) in scenario.Sql)
        {
            foreach (var file in Files(script)) seconds += times / await RateAsync(file, connections, cancel);
        }

        return 1 / seconds;
    }

    /// <summary>Takes away what the scripts needed.</summary>
    public async Task CleanAsync()
    {
        foreach (var database in _touched) await ExecuteAsync(database, "DROP SCHEMA IF EXISTS load CASCADE", null, CancellationToken.None);
    }

    private static string[] Files(string script)
    {
        var files = Directory.GetFiles(Folder, script + ".*.sql").Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0 ? files : throw new InvalidOperationException($"There is no SQL of {script}.");
    }

    private static string DatabaseOf(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private async Task<double> RateAsync(string file, int connections, CancellationToken cancel)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var database = DatabaseOf(name);
        if (_rates.TryGetValue((name, connections), out var known)) return known;
        say($"Running the SQL of {name} with {connections} connections for {time.TotalSeconds:F0} s.");
        if (_touched.Add(database)) await SetUpAsync(database, cancel);
        (string, string)[] variables = [("products", $"{products.Count}"), ("words", $"{Wares.Words.Count}"), ("product", $"{products[0]}"), ("turn", "0")];
        return _rates[(name, connections)] = await bench.RunAsync(file, database, connections, time, variables, Session(database), cancel);
    }

    private async Task SetUpAsync(string database, CancellationToken cancel)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(Folder, "setup.sql"), cancel);
        await ExecuteAsync(database, sql, new { Products = products.ToArray(), Queries = Wares.Words.Select(word => SearchText.Of(word).Query).ToArray() }, cancel);
    }

    private async Task ExecuteAsync(string database, string sql, object? parameters, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(server + $";Database={database}");
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
    }

    /// <summary>PostgreSQL's settings for a service's connections, as its host has them.</summary>
    private static string Session(string database) => database switch
    {
        "catalog" => ProductListStore.Session,
        "inventory" or "cart" or "orders" or "notifications" => DatabaseSetup.OnePlan,
        _ => "",
    };
}
