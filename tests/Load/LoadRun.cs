using CommerceKata.Load.Limits;
using CommerceKata.Load.Running;
using CommerceKata.Load.Scenarios;
using CommerceKata.Standalone;
using Dapper;
using Npgsql;

namespace CommerceKata.Load;

/// <summary>One run from the empty folder to the table.</summary>
internal static class LoadRun
{
    /// <summary>Ids that scenarios choose products from.</summary>
    private const int ProductsUsed = 1_000;

    /// <returns>Whether every answer was right and the databases agree.</returns>
    public static async Task<bool> RunAsync(LoadOptions options, Action<string> say, CancellationToken cancel)
    {
        var scenarios = options.Scenarios.Count == 0 ? Scenario.All : [.. options.Scenarios.Select(Scenario.Named)];
        IReadOnlyList<Row> rows = [];
        IReadOnlyList<(string Name, int Connections, double PerSecond)> rates = [];
        await using var kestrel = options.Limits ? await BareKestrel.StartAsync(cancel) : null;
        if (kestrel is not null)
        {
            say("Measuring a bare Kestrel endpoint.");
            rows = [new Row("bare Kestrel", options.Users, await kestrel.MeasureAsync(options, cancel), [])];
        }

        await using var shop = await RunningShop.StartAsync(options, say, cancel);
        using var door = new Door(shop.Doors);
        async Task<long> Database(string database, string sql)
        {
            await using var connection = new NpgsqlConnection(shop.Settings.Postgres + $";Database={database}");
            return await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: cancel));
        }

        var stage = new Stage(shop, door, await ProductIdsAsync(door, Math.Min(ProductsUsed, options.Products)), Database);
        say($"The first answer came {shop.StartTime.TotalSeconds:F1} s after the start. Idle: {shop.Measured.Where(each => each.Name != "PostgreSQL").Sum(each => each.MemoryBytes) / 1_000_000} MB without PostgreSQL.");
        var before = kestrel is null ? 0 : await kestrel.AgainAsync(options, cancel);
        foreach (var scenario in scenarios)
        {
            cancel.ThrowIfCancellationRequested();
            var users = scenario.Users > 0 ? scenario.Users : options.Users;
            say($"Running {scenario.Name} with {users} users for {options.WarmUp.TotalSeconds:F0} + {options.Window.TotalSeconds:F0} s.");
            var growth = await Growth.StartAsync(stage, scenario.Counts);
            var result = await Driver.RunAsync([.. Enumerable.Range(0, users).Select(number => scenario.NewVisitor(stage, number))], options.WarmUp, options.Window, shop.Measured, cancel);
            var row = new Row(scenario.Name, users, result, await growth.CompareAsync(result.Total)) { Scenario = scenario };
            if (kestrel is not null)
            {
                // The machine is not as fast in one minute as in the next: what it did just before and just after is what to compare with.
                var after = await kestrel.AgainAsync(options, cancel);
                row = row with { KestrelLimit = (before + after) / 2 / row.Requests };
                before = after;
            }

            say(Report.Line(row));
            rows = [.. rows, row];
        }

        if (options.Limits)
        {
            await shop.StopProcessesAsync();
            (rows, rates) = await Shares.MeasureAsync(options, stage, rows, say, cancel);
        }

        Report.Print(rows, rates, say);
        if (options.Json is { } file) await File.WriteAllTextAsync(file, Report.Json(options, shop, rows, rates), cancel);
        return rows.All(row => row.Result.Errors == 0 && row.Wrong.Count == 0);
    }

    private static async Task<IReadOnlyList<string>> ProductIdsAsync(Door door, int count)
    {
        List<string> ids = [];
        for (var number = 0; number < count; number++)
        {
            using var answer = await door.AskAsync(Door.Body("query($slug: String!) { productBySlug(slug: $slug) { id } }", new { slug = Wares.Slug(number) }));
            ids.Add(answer.Data.At("productBySlug.id").GetString()!);
        }

        return ids;
    }
}

/// <summary>A line of the table.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Users">How many at once.</param>
/// <param name="Result">How it went.</param>
/// <param name="Wrong">What the databases say against it.</param>
internal sealed record Row(string Name, int Users, Result Result, IReadOnlyList<string> Wrong)
{
    /// <summary>Null for the bare Kestrel endpoint.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Requests of one operation.</summary>
    public double Requests => Scenario?.Requests ?? 1;

    /// <summary>Operations per second, were PostgreSQL all that there is; null where it was not measured.</summary>
    public double? PostgresLimit { get; init; }

    /// <summary>Operations per second, were HTTP all that there is; null where it was not measured.</summary>
    public double? KestrelLimit { get; init; }

    /// <summary>What was done, as a share of <see cref="PostgresLimit"/>.</summary>
    public double? OfPostgres => Result.PerSecond / PostgresLimit;

    /// <summary>What was done, as a share of <see cref="KestrelLimit"/>.</summary>
    public double? OfKestrel => Result.PerSecond / KestrelLimit;
}
