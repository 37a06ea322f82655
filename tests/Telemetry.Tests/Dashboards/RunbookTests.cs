using System.Text.RegularExpressions;
using Commerce.Events.V1;
using CommerceKata.TestKit;
using Dapper;
using Npgsql;

namespace CommerceKata.Telemetry.Tests.Dashboards;

/// <summary>What docs/runbook.md tells people to run runs.</summary>
internal sealed partial class RunbookTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Docs.Root, "docs/runbook.md"));

    private static IEnumerable<TestCaseData> Statements => Blocks("sql").Select((sql, i) => new TestCaseData(sql).SetArgDisplayNames($"{i}: {sql.Split('\n')[0]}"));

    private static IEnumerable<TestCaseData> Expressions => Blocks("promql").Select((query, i) => new TestCaseData(query).SetArgDisplayNames($"{i}: {query.Trim()}"));

    [TestCaseSource(nameof(Statements))]
    public async Task Statement_reads_its_database(string sql)
    {
        var connection = new NpgsqlConnectionStringBuilder(ObservedShop.Shop.Settings.Postgres)
        {
            Database = Database().Match(sql).Groups[1].Value, Pooling = false, Options = "-c default_transaction_read_only=on",
        };
        await using var source = NpgsqlDataSource.Create(connection);
        await using var open = await source.OpenConnectionAsync();
        await open.QueryAsync(sql);
    }

    [TestCaseSource(nameof(Expressions))]
    public async Task Expression_is_understood(string query) => await ObservedShop.Prometheus.QueryAsync(query);

    [Test]
    public void Calls_exist()
    {
        var methods = DeadLetterService.Descriptor.Methods.Select(method => method.FullName[..method.FullName.LastIndexOf('.')] + "/" + method.Name);
        Call().Matches(Text).Select(match => match.Value).Distinct().ShouldBe(methods, ignoreOrder: true);
    }

    private static IEnumerable<string> Blocks(string language) => Block().Matches(Text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    [GeneratedRegex(@"```(\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^-- (\w+)\n")]
    private static partial Regex Database();

    [GeneratedRegex(@"commerce\.events\.v1\.\w+/\w+")]
    private static partial Regex Call();
}
