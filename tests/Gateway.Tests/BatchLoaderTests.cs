using CommerceKata.Gateway.Loading;
using GraphQL.DataLoader;

namespace CommerceKata.Gateway.Tests;

internal sealed class BatchLoaderTests
{
    [Test]
    public async Task Load_of_many_keys_fetches_each_once_in_one_call()
    {
        var loader = new Squares();
        IDataLoaderResult<string?>[] results = [loader.Load(2), loader.Load(3), loader.Load(2)];
        loader.Fetched.ShouldBeEmpty();
        (await ValuesAsync(results)).ShouldBe(["4", "9", "4"]);
        loader.Fetched.ShouldBe([[2, 3]]);
    }

    [Test]
    public async Task Load_of_a_known_key_later_does_not_fetch_again()
    {
        var loader = new Squares();
        await loader.Load(2).GetResultAsync();
        (await loader.Load(2).GetResultAsync()).ShouldBe("4");
        (await loader.Load(3).GetResultAsync()).ShouldBe("9");
        loader.Fetched.ShouldBe([[2], [3]]);
    }

    [Test]
    public async Task Load_of_a_key_without_value_is_null() => (await new Squares().Load(-1).GetResultAsync()).ShouldBeNull();

    [Test]
    public async Task Load_of_more_than_a_call_takes_is_cut_into_chunks()
    {
        var loader = new Squares();
        await ValuesAsync([.. Enumerable.Range(0, 1001).Select(loader.Load)]);
        loader.Fetched.Select(keys => keys.Count).ShouldBe([500, 500, 1]);
    }

    [Test]
    public async Task Load_after_Clear_fetches_again()
    {
        var loader = new Squares();
        await loader.Load(2).GetResultAsync();
        loader.Clear();
        await loader.Load(2).GetResultAsync();
        loader.Fetched.Count.ShouldBe(2);
    }

    [Test]
    public async Task Failure_reaches_everyone_who_waits()
    {
        var loader = new Squares { Fails = true };
        IDataLoaderResult<string?>[] results = [loader.Load(1), loader.Load(2)];
        foreach (var result in results) await Should.ThrowAsync<TimeoutException>(() => result.GetResultAsync());
        loader.Fetched.Count.ShouldBe(1);
    }

    [Test]
    public async Task LoadMany_gives_those_that_there_are_in_one_call()
    {
        var loader = new Squares();
        var values = await loader.LoadMany([1, -1, 2, 1]).GetResultAsync();
        values.ShouldBe(new Dictionary<int, string> { [1] = "1", [2] = "4" });
        loader.Fetched.ShouldBe([[1, -1, 2]]);
    }

    [Test]
    public async Task Loads_from_many_threads_fetch_each_key_once()
    {
        var loader = new Squares();
        await Parallel.ForAsync(0, 1000, async (i, cancel) =>
            (await loader.Load(i % 50).GetResultAsync(cancel)).ShouldBe($"{i % 50 * (i % 50)}"));
        loader.Fetched.SelectMany(keys => keys).ShouldBeUnique();
    }

    private static Task<string?[]> ValuesAsync(IDataLoaderResult<string?>[] results) =>
        Task.WhenAll(results.Select(result => result.GetResultAsync()));

    private sealed class Squares : BatchLoader<int, string>
    {
        private readonly Lock _gate = new();

        public List<IReadOnlyList<int>> Fetched { get; } = [];

        public bool Fails { get; init; }

        protected override Task<IReadOnlyDictionary<int, string>> FetchAsync(IReadOnlyList<int> keys, CancellationToken cancellation)
        {
            lock (_gate) Fetched.Add(keys);
            if (Fails) return Task.FromException<IReadOnlyDictionary<int, string>>(new TimeoutException());
            return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.Where(key => key >= 0).ToDictionary(key => key, key => $"{key * key}"));
        }
    }
}
