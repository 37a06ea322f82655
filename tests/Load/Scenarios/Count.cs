namespace CommerceKata.Load.Scenarios;

/// <summary>Something in a database that operations leave behind.</summary>
/// <param name="What">For people: "payments".</param>
/// <param name="Database">Where.</param>
/// <param name="Sql">Counts it.</param>
/// <param name="Each">So many more for each operation; 0 for what must be gone once all is done.</param>
internal sealed record Count(string What, string Database, string Sql, int Each);

/// <summary>Counts before a scenario and after it: what earlier scenarios, and earlier runs on the same data, left is not this one's.</summary>
internal sealed class Growth
{
    /// <summary>Work behind the answers may take long on a slow machine, but it goes on; where nothing moves for so long, nothing will.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(30);

    private readonly Stage _stage;
    private readonly IReadOnlyList<Count> _counts;
    private readonly long[] _before;

    private Growth(Stage stage, IReadOnlyList<Count> counts, long[] before) => (_stage, _counts, _before) = (stage, counts, before);

    /// <summary>Counts what there is, once the work of those before is done.</summary>
    public static async Task<Growth> StartAsync(Stage stage, IReadOnlyList<Count> counts) =>
        new(stage, counts, await SettleAsync(stage, counts, (count, found) => count.Each > 0 || found == 0));

    /// <summary>Counts again, once everything behind the answers has been done.</summary>
    /// <param name="done">Operations.</param>
    /// <returns>What does not agree; empty when all does.</returns>
    public async Task<IReadOnlyList<string>> CompareAsync(long done)
    {
        var before = _counts.Zip(_before).ToDictionary(each => each.First, each => each.Second);
        bool IsRight(Count count, long found) => count.Each == 0 ? found <= before[count] : found - before[count] == count.Each * done;
        var after = await SettleAsync(_stage, _counts, IsRight);
        return
        [
            .. _counts.Zip(after).Where(each => !IsRight(each.First, each.Second)).Select(each => each.First.Each == 0
                ? $"{each.Second} {each.First.What}, {before[each.First]} before"
                : $"{each.Second - before[each.First]} {each.First.What}, not {each.First.Each * done}"),
        ];
    }

    /// <summary>All counts as soon as all are right, or when they have stood still for long.</summary>
    private static async Task<long[]> SettleAsync(Stage stage, IReadOnlyList<Count> counts, Func<Count, long, bool> isRight)
    {
        long[] found = [];
        var still = System.Diagnostics.Stopwatch.StartNew();
        await TestKit.Eventually.HoldsAsync(async () =>
        {
            var now = new long[counts.Count];
            for (var i = 0; i < now.Length; i++) now[i] = await stage.Database(counts[i].Database, counts[i].Sql);
            if (!now.SequenceEqual(found)) still.Restart();
            found = now;
            return counts.Zip(found).All(each => isRight(each.First, each.Second)) || still.Elapsed > Standstill;
        }, "the work behind the answers", TimeSpan.FromHours(1));
        return found;
    }
}
