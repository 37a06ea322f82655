using System.Collections.Concurrent;
using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests.Following;

/// <summary>
/// Many who follow an order, and do nothing: what they cost, and that all of them are told. Alone, since the memory of the whole
/// process is looked at: the front door, Orders and the subscribers themselves are all in it.
/// </summary>
[NonParallelizable]
internal sealed class SubscriberTests() : ShopFixture($"GraphQL:MaxSubscriptionsPerCaller={Many}")
{
    private const int Many = 1000;
    private const long Bound = 100_000_000;

    /// <summary>What may stay of them: pools that have grown.</summary>
    private const long Rest = 20_000_000;

    [TestCase("sse")]
    [TestCase("ws")]
    public async Task Thousand_idle_subscribers_cost_less_than_100_MB_and_hear_of_a_change(string way)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (guest, order) = await BuyAsync();
        // What is compiled and pooled once is no cost of theirs.
        var (other, another) = await BuyAsync();
        Close(await OpenAsync(other, another, Many / 10));
        var before = Heap();
        var subscribers = await OpenAsync(guest, order, Many);
        try
        {
            var cost = Heap() - before;
            TestContext.Out.WriteLine($"{Many} subscribers over {way} cost {cost / 1_000_000.0:0.0} MB");
            cost.ShouldBeLessThan(Bound);
            var told = Task.WhenAll(subscribers.Select(subscriber => subscriber.ReachAsync("CANCELLED", patience.Token)));
            await guest.CancelAsync(order);
            await told;
        }
        finally
        {
            Close(subscribers);
        }

        await Eventually.HoldsAsync(() => Task.FromResult(Heap() - before < Rest), "what they cost to be given back");

        async Task<IReadOnlyCollection<Subscriber>> OpenAsync(Visitor visitor, JsonElement followed, int count)
        {
            var opened = new ConcurrentBag<Subscriber>();
            await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = patience.Token }, async (_, cancel) =>
                opened.Add(await Subscriber.OpenAsync(way, new Uri(Shop.Shop.GraphQL), visitor.Token!, followed.At("id").GetString()!, cancel)));
            return opened;
        }
    }

    private async Task<(Visitor Guest, JsonElement Order)> BuyAsync()
    {
        var guest = await Shop.GuestAsync();
        return (guest, (await guest.BuyAsync((await guest.ProductAsync("STA-TPE-WSH")).Id)).At("order"));
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Close(IEnumerable<Subscriber> subscribers)
    {
        foreach (var subscriber in subscribers) subscriber.Dispose();
    }
}
