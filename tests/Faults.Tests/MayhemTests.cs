using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommerceKata.Faults.Tests;

/// <summary>
/// Many customers buy, and some cancel, while services are killed at random, and PostgreSQL goes down under them; afterwards
/// nothing is lost, doubled or half done (promises 3, 6, 7, 9, 10): a random history with faults, whose seed is printed.
/// </summary>
[NonParallelizable]
internal sealed class MayhemTests
{
    private const int Customers = 8;
    private static readonly string[] Cards = ["pm_card_visa", "pm_card_mastercard", "pm_card_visa", "pm_card_chargeDeclined"];
    private static readonly string[] Ends = ["CONFIRMED", "CANCELLED", "PAYMENT_FAILED", "OUT_OF_STOCK"];

    /// <summary>Most of the time one service or another is away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static ProcessShop Shop => SharedShop.Shop;

    [Test]
    public Task Some_purchases_survive_services_that_die() => RunAsync(purchases: 40, kills: 5, killEvery: TimeSpan.FromSeconds(1));

    [Test, Category("Soak")]
    public Task Thousand_purchases_survive_a_kill_every_second() => RunAsync(
        int.TryParse(Environment.GetEnvironmentVariable("FAULTS_PURCHASES"), out var purchases) ? purchases : 1_000, kills: 60, killEvery: TimeSpan.FromSeconds(1),
        overlapping: true);

    [Test]
    public async Task Purchases_survive_a_restart_of_PostgreSQL()
    {
        var buying = Enumerable.Range(0, 12).Select(_ => Shop.NewBuyer().BuyAsync(SharedShop.Product)).ToList();
        await Task.WhenAny(buying);
        await Shop.RestartPostgresAsync();
        (await Task.WhenAll(buying)).ShouldAllBe(bought => bought.Status == "CONFIRMED");
        await SettleAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Buys until there were so many purchases and so many kills.</summary>
    private static async Task RunAsync(int purchases, int kills, TimeSpan killEvery, bool overlapping = false)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FAULTS_SEED"), out var given) ? given : Environment.TickCount;
        await TestContext.Progress.WriteLineAsync($"Seed {seed}: replay with FAULTS_SEED={seed}");
        var watch = Stopwatch.StartNew();
        var products = await Shop.Ledger.RowsAsync<string>("catalog", "SELECT slug FROM product ORDER BY sku");
        var ends = new ConcurrentBag<Bought>();
        using var done = new CancellationTokenSource();
        var killer = new Killer(Shop, new Random(seed), killEvery, overlapping);
        var killing = killer.RunAsync(done.Token);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Customers).Select(async customer =>
            {
                var chance = new Random(unchecked(seed + customer));
                while ((ends.Count < purchases || killer.Kills < kills) && !killing.IsCompleted)
                {
                    var buyer = Shop.NewBuyer();
                    var product = await buyer.ProductIdAsync(products[chance.Next(products.Count)], Patience);
                    var bought = await buyer.BuyAsync(product, chance.Next(1, 3), Cards[chance.Next(Cards.Length)], patience: Patience);
                    if (bought.Status == "CONFIRMED" && chance.Next(4) == 0) bought = bought with { Status = await buyer.CancelAsync(bought, Patience) };
                    ends.Add(bought);
                    if (ends.Count % 25 == 0) await TestContext.Progress.WriteLineAsync($"{ends.Count} purchases, {killer.Kills} kills, {watch.Elapsed.TotalSeconds:F0} s");
                }
            }));
        }
        finally
        {
            // Also when somebody could not buy: the tests after this one must not be killed too.
            await done.CancelAsync();
            await killing;
        }

        await Shop.ReadyAsync();
        var restarted = watch.Elapsed;
        await SettleAsync(TimeSpan.FromSeconds(10));
        await TestContext.Progress.WriteLineAsync(
            $"{ends.Count} purchases in {restarted.TotalSeconds:F0} s with {killer.Kills} kills, settled {(watch.Elapsed - restarted).TotalSeconds:F1} s after the last restart: "
            + string.Join(", ", ends.GroupBy(end => end.Status).Select(group => $"{group.Count()} {group.Key}")));
        ends.ShouldAllBe(end => Ends.Contains(end.Status));
    }

    private static async Task SettleAsync(TimeSpan patience)
    {
        await Shop.Ledger.SettledAsync(patience);
        (await Shop.Ledger.BrokenAsync()).ShouldBeEmpty();
    }
}
