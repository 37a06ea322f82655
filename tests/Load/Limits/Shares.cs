using CommerceKata.Load.Scenarios;

namespace CommerceKata.Load.Limits;

/// <summary>What the machine lets through without the shop, and how much of that the shop does.</summary>
internal static class Shares
{
    /// <summary>pgbench needs no warm-up: a few seconds tell.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Measures PostgreSQL alone; the shop's processes have been stopped.</summary>
    /// <param name="options">For how long at most.</param>
    /// <param name="stage">The databases and their products.</param>
    /// <param name="rows">What the scenarios came to.</param>
    /// <param name="say">Told how it goes.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The rows with what PostgreSQL lets through, and its rates by script.</returns>
    public static async Task<(IReadOnlyList<Row> Rows, IReadOnlyList<(string Name, int Connections, double PerSecond)> Rates)> MeasureAsync(
        LoadOptions options, Stage stage, IReadOnlyList<Row> rows, Action<string> say, CancellationToken cancel)
    {
        if (await PgBench.FindAsync(stage.Shop.Settings.Postgres, say, cancel) is not { } bench)
        {
            say("This PostgreSQL has no pgbench: what it does alone is not measured.");
            return (rows, []);
        }

        var time = TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(options.Window.TotalSeconds), 1, Longest.TotalSeconds));
        var postgres = new BarePostgres(bench, stage.Shop.Settings.Postgres, stage.ProductIds, time, say);
        try
        {
            List<Row> measured = [];
            foreach (var row in rows) measured.Add(await WithPostgresAsync(postgres, row, cancel));
            return (measured, [.. postgres.Rates]);
        }
        finally
        {
            await postgres.CleanAsync();
        }
    }

    private static async Task<Row> WithPostgresAsync(BarePostgres postgres, Row row, CancellationToken cancel)
    {
        if (row.Scenario is null) return row;
        try
        {
            return row with { PostgresLimit = await postgres.MeasureAsync(row.Scenario, row.Users, cancel) };
        }
        catch (LoadException error)
        {
            return row with { Wrong = [.. row.Wrong, error.Message] };
        }
    }
}
