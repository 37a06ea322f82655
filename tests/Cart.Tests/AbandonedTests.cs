using System.Diagnostics.Metrics;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CommerceKata.Cart.Tests;

/// <summary>Carts that nobody changed for long, and those who change them at that moment after all.</summary>
internal sealed class AbandonedTests : CartFixture
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private AbandonedCarts Abandoned => Service.Services.GetRequiredService<AbandonedCarts>();

    private Database Database => Service.Services.GetRequiredService<Database>();

    [Test]
    public async Task Cart_older_than_the_age_is_cleared_and_a_younger_one_stays()
    {
        var (oldId, old) = Somebody();
        var (youngId, young) = Somebody();
        await FillAsync(old, 1, 2);
        var cart = await FillAsync(young, 1);
        await AgeAsync(oldId, Week + TimeSpan.FromMinutes(1));
        await AgeAsync(youngId, Week - TimeSpan.FromMinutes(1));
        (await Abandoned.ClearAsync(Week, default)).ShouldBe(1);
        (await old.GetCartAsync(new())).Cart.ShouldBeNull();
        Lines((await young.GetCartAsync(new())).Cart).ShouldBe(Lines(cart));
        (await Abandoned.ClearAsync(Week, default)).ShouldBe(0);
    }

    [Test]
    public async Task Carts_of_many_batches_are_cleared_once_by_two_at_once_and_counted()
    {
        await MakeAsync(2 * AbandonedCarts.BatchSize + 200, age: TimeSpan.FromDays(8));
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, on) =>
        {
            if (instrument.Name == "cart.abandoned.cleared") on.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
        listener.Start();
        var cleared = await Task.WhenAll(Abandoned.ClearAsync(Week, default), Abandoned.ClearAsync(Week, default));
        (cleared.Sum() + await Abandoned.ClearAsync(Week, default)).ShouldBe(2 * AbandonedCarts.BatchSize + 200);
        counted.ShouldBe(2 * AbandonedCarts.BatchSize + 200);
        (await OldAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Cart_that_is_being_changed_is_passed_over_and_survives()
    {
        var (userId, client) = Somebody();
        await FillAsync(client, 2);
        await AgeAsync(userId, Week * 2);
        await using var tab = await ConnectAsync();
        await using var change = await tab.BeginTransactionAsync();
        await tab.ExecuteAsync("UPDATE cart SET updated_at = now() WHERE user_id = @userId", new { userId = Guid.Parse(userId) });
        (await Abandoned.ClearAsync(Week, default)).ShouldBe(0);
        await change.CommitAsync();
        (await Abandoned.ClearAsync(Week, default)).ShouldBe(0);
        (await client.GetCartAsync(new())).Cart.Lines.Count.ShouldBe(1);
    }

    [Test]
    public async Task Add_to_a_cart_that_is_just_being_cleared_begins_a_new_one()
    {
        var (userId, client) = Somebody();
        await FillAsync(client, 2);
        var adding = await WhileClearedAsync(userId, () => client.AddLineAsync(new() { ProductId = Products[1], Quantity = 3 }).ResponseAsync);
        Lines((await adding).Cart).ShouldBe([(Products[1], 3)]);
    }

    [Test]
    public async Task Merge_into_a_cart_that_is_just_being_cleared_begins_a_new_one()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 4);
        await FillAsync(user, 2);
        var merging = await WhileClearedAsync(
            userId, () => AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId }).ResponseAsync);
        Lines((await merging).Cart).ShouldBe([(Products[0], 4)]);
    }

    [Test]
    public async Task Adds_at_once_with_clearing_are_all_kept()
    {
        var people = Enumerable.Range(0, 40).Select(_ => Somebody()).ToList();
        foreach (var (userId, client) in people)
        {
            await FillAsync(client, 1);
            await AgeAsync(userId, Week * 2);
        }

        var adding = people.Select(one => one.Client.AddLineAsync(new() { ProductId = Products[1], Quantity = 1 }).ResponseAsync);
        await Task.WhenAll([Abandoned.ClearAsync(Week, default), .. adding, Abandoned.ClearAsync(Week, default)]);
        foreach (var (_, client) in people)
            Lines((await client.GetCartAsync(new())).Cart).ShouldContain((Products[1], 1));
    }

    [Test]
    public async Task Schedule_clears_by_itself()
    {
        var (userId, client) = Somebody();
        await FillAsync(client, 1);
        await AgeAsync(userId, Week * 2);
        var replica = await TestService.StartOnAsync(
            CartHost.Build, Service.ConnectionString, Neighbours(("Cart:ClearSchedule", "* * * * * ?")));
        try
        {
            await Eventually.HoldsAsync(async () => (await client.GetCartAsync(new())).Cart is null, "the abandoned cart to be cleared");
        }
        finally
        {
            await replica.StopAsync();
        }
    }

    [Test]
    public async Task Search_for_abandoned_carts_reads_the_index()
    {
        await MakeAsync(20_000, age: TimeSpan.FromMinutes(1));
        await using var connection = await ConnectAsync();
        await connection.ExecuteAsync("ANALYZE cart");
        var plan = await connection.QueryAsync<string>("EXPLAIN " + CartStore.Abandoned, new { before = DateTime.UtcNow - Week, size = AbandonedCarts.BatchSize });
        var text = string.Join('\n', plan);
        text.ShouldContain("cart_updated");
        text.ShouldNotContain("Seq Scan");
    }

    [TestCase("Cart:AbandonedAfter=00:59:59", "Cart:AbandonedAfter")]
    [TestCase("Cart:ClearSchedule=every day", "Cart:ClearSchedule")]
    [TestCase("Cart:StockPatience=00:00:00", "Cart:StockPatience")]
    [TestCase("Cart:StockPatience=00:00:06", "Cart:StockPatience")]
    public void Setting_that_makes_no_sense_stops_the_start(string setting, string named) =>
        Should.Throw<SettingException>(() => CartHost.Build(["--environment=Development", "--ConnectionStrings:Cart=Host=nowhere", "--" + setting])).Message.ShouldStartWith(named);

    /// <summary>Has something wait for a cart that is being cleared, until it is.</summary>
    private async Task<Task<T>> WhileClearedAsync<T>(string userId, Func<Task<T>> work)
    {
        await using var clearing = await ConnectAsync();
        await using var transaction = await clearing.BeginTransactionAsync();
        var cart = new { userId = Guid.Parse(userId) };
        // Locked, and not yet deleted: whoever comes now sees that there is a cart, and waits for one that will be gone.
        await clearing.ExecuteAsync("SELECT FROM cart WHERE user_id = @userId FOR UPDATE", cart);
        var waiting = work();
        const string anyWaits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        await Eventually.HoldsAsync(async () => await Database.QuerySingleOrDefaultAsync<int>(anyWaits, null, default) > 0, "somebody to wait for the cart");
        await clearing.ExecuteAsync("DELETE FROM cart WHERE user_id = @userId", cart);
        await transaction.CommitAsync();
        return waiting;
    }

    private Task AgeAsync(string userId, TimeSpan age) => Database.ExecuteAsync(
        "UPDATE cart SET updated_at = now() - @age WHERE user_id = @userId", new { age, userId = Guid.Parse(userId) }, default);

    private Task MakeAsync(int carts, TimeSpan age) => Database.ExecuteAsync(
        """
        INSERT INTO cart (id, user_id, version, created_at, updated_at)
        SELECT gen_random_uuid(), gen_random_uuid(), 1, now() - @age, now() - @age FROM generate_series(1, @carts)
        """,
        new { carts, age },
        default);

    private Task<int> OldAsync() => Database.QuerySingleOrDefaultAsync<int>(
        "SELECT count(*) FROM cart WHERE updated_at < now() - @Week", new { Week }, default);

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
