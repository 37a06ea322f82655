using System.Globalization;
using System.Text.Json;
using CommerceKata.Load.Running;

namespace CommerceKata.Load;

/// <summary>The results, for people and for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Print(IReadOnlyList<Row> rows, IReadOnlyList<(string Name, int Connections, double PerSecond)> rates, Action<string> say)
    {
        say("");
        say("| scenario | users | ops/s | p50 ms | p95 ms | p99 ms | CPU ms/op | errors | of PostgreSQL | of Kestrel |");
        say("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var row in rows) say(Line(row));

        say("");
        foreach (var row in rows)
        {
            var cpu = row.Result.Cpu.OrderByDescending(each => each.Seconds).Select(each => Line($"{each.Name} {each.Seconds * 1000 / Math.Max(1, row.Result.Times.Length):F3}"));
            say($"{row.Name}, CPU ms/op: {string.Join(", ", cpu)}");
            if (row.Result.FirstError is { } error) say($"  ERROR: {error}");
            foreach (var wrong in row.Wrong) say($"  WRONG: {wrong}");
            foreach (var process in MemoryGrowth.Of(row.Result)) say($"  {process}");
        }

        if (rates.Count > 0)
            say($"PostgreSQL alone, scripts/s: {string.Join(", ", rates.Select(rate => Line($"{rate.Name} {rate.PerSecond:F0}")))}");
        if (rows is [.., var last])
            say($"Memory, MB: {string.Join(", ", last.Result.MemoryAtEnd.OrderByDescending(each => each.Bytes).Select(each => $"{each.Name} {each.Bytes / 1_000_000}"))}");
    }

    /// <summary>A line of the table.</summary>
    public static string Line(Row row)
    {
        var result = row.Result;
        return Line($"| {row.Name} | {row.Users} | {result.PerSecond:F0} | {result.Percentile(0.5):F2} | {result.Percentile(0.95):F2} | {result.Percentile(0.99):F2} ")
            + Line($"| {result.CpuMilliseconds:F3} | {result.Errors} | {Percent(row.OfPostgres)} | {Percent(row.OfKestrel)} |");
    }

    public static string Json(LoadOptions options, RunningShop shop, IReadOnlyList<Row> rows, IReadOnlyList<(string Name, int Connections, double PerSecond)> rates) => JsonSerializer.Serialize(new
    {
        options.Users,
        options.Products,
        options.PastOrders,
        Processes = options.Standalone ? "one" : "ten",
        options.Replicas,
        Cores = Environment.ProcessorCount,
        FirstAnswerSeconds = shop.StartTime.TotalSeconds,
        Scenarios = rows.Select(row => new
        {
            row.Name,
            row.Users,
            Req = row.Requests,
            OpsPerSecond = row.Result.PerSecond,
            row.PostgresLimit,
            row.OfPostgres,
            row.KestrelLimit,
            row.OfKestrel,
            P50 = row.Result.Percentile(0.5),
            P95 = row.Result.Percentile(0.95),
            P99 = row.Result.Percentile(0.99),
            CpuMsPerOp = row.Result.CpuMilliseconds,
            Cpu = row.Result.Cpu.ToDictionary(each => each.Name, each => each.Seconds * 1000 / Math.Max(1, row.Result.Times.Length)),
            MemoryMb = row.Result.MemoryAtEnd.ToDictionary(each => each.Name, each => each.Bytes / 1_000_000),
            MemoryMbByMinute = MemoryGrowth.Of(row.Result).ToDictionary(each => each.Name, each => each.Megabytes),
            row.Result.Errors,
            row.Wrong,
        }),
        Postgres = rates.Select(rate => new { rate.Name, rate.Connections, rate.PerSecond }),
    }, Indented);

    private static string Percent(double? share) => share is { } number ? Line($"{number * 100:F1} %") : "";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
