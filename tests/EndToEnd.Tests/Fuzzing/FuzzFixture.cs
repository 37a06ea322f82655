using CommerceKata.EndToEnd.Tests.Authorization;

namespace CommerceKata.EndToEnd.Tests.Fuzzing;

/// <summary>
/// What nobody should send: nobody is surprised by it, nothing dies of it, and nothing of it stays in memory.
/// <c>FUZZ_SEED</c> does a run again, <c>FUZZ_ITERATIONS</c> makes it longer. To be run alone: the memory of the whole process is looked at.
/// </summary>
internal abstract class FuzzFixture : ShopFixture
{
    private const int MemoryBound = 16 * 1024 * 1024;

    protected static readonly int Iterations = int.Parse(Environment.GetEnvironmentVariable("FUZZ_ITERATIONS") ?? "300", null);

    /// <summary>The same in every run of the check; FUZZ_SEED and FUZZ_ITERATIONS look further.</summary>
    protected static readonly int Seed = Environment.GetEnvironmentVariable("FUZZ_SEED") is { } given ? int.Parse(given, null) : 20261123;

    private Dictionary<string, long> _logged = null!;

    protected Things Things { get; private set; } = null!;

    protected static string Again => $"FUZZ_SEED={Seed} FUZZ_ITERATIONS={Iterations} does it again";

    [OneTimeSetUp]
    public async Task MakeThingsAsync()
    {
        // What a shop says while it starts is another test's business.
        _logged = Directory.GetFiles(Shop.Logs).ToDictionary(file => file, file => new FileInfo(file).Length);
        TestContext.Out.WriteLine($"FUZZ_SEED={Seed}");
        Things = await Things.MakeAsync(Shop);
    }

    /// <summary>Caches and pools fill up in the first passes; what leaks grows in each.</summary>
    protected static async Task ShouldStaySmallAsync(Func<Task> pass)
    {
        var growth = long.MaxValue;
        for (var left = 4; left > 0 && growth > MemoryBound; left--)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await pass();
            growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        }

        growth.ShouldBeLessThan(MemoryBound);
    }

    /// <summary>Every service still answers, and no log tells of an exception that nobody expected.</summary>
    protected async Task ShouldLiveAsync()
    {
        var visitor = Shop.Visitor();
        visitor.Token = Things.Tokens[As.Admin];
        await visitor.AskAsync("{ products(first: 1) { nodes { available } } cart { id } me { id } orders(first: 1) { totalCount } emails(first: 1) { totalCount } }");
        var errors = Directory.GetFiles(Shop.Logs).SelectMany(file =>
        {
            using var log = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            log.BaseStream.Position = _logged.GetValueOrDefault(file);
            return log.ReadToEnd().Split('\n').Where(line => line.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"@l\":\"Fatal\"", StringComparison.Ordinal));
        });
        errors.Select(line => line[..Math.Min(line.Length, 1200)]).ShouldBeEmpty(Again);
    }
}
