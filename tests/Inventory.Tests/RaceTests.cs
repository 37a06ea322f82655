using CommerceKata.TestKit;
using Grpc.Core;

namespace CommerceKata.Inventory.Tests;

internal sealed class RaceTests : InventoryFixture
{
    [Test]
    public async Task Two_hundred_orders_for_fifty_units_give_fifty_holds_and_150_shortages()
    {
        var product = await NewProductAsync(50);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => ReserveAsync(NewId(), Line(product, 1))));
        answers.Count(answer => answer.Reserved is not null).ShouldBe(50);
        answers.Count(answer => answer.Shortage is not null).ShouldBe(150);
        await StockShouldBeAsync(product, onHand: 50, reserved: 50);
    }

    [Test]
    public async Task Same_order_asking_at_once_takes_its_units_once()
    {
        var (product, order) = (await NewProductAsync(3), NewId());
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReserveAsync(order, Line(product, 2))));
        answers.Distinct().Count().ShouldBe(1);
        answers[0].Reserved.ShouldNotBeNull();
        await StockShouldBeAsync(product, onHand: 3, reserved: 2);
    }

    [Test]
    public async Task Orders_that_come_together_are_each_answered_for_themselves()
    {
        var (scarce, plenty) = (await NewProductAsync(30), await NewProductAsync(1_000));
        var orders = Enumerable.Range(0, 60).Select(_ => NewId()).ToList();
        // Each is asked for three times: as it was, the same again, and with other lines, which is refused.
        var first = orders.Select(order => ReserveAsync(order, Line(scarce, 1), Line(plenty, 2))).ToList();
        var again = orders.Select(order => ReserveAsync(order, Line(scarce, 1), Line(plenty, 2))).ToList();
        var answers = await Task.WhenAll(first.Concat(again));
        foreach (var order in orders.Where((_, at) => answers[at].Reserved is not null))
            await Orders.ReserveAsync(new() { OrderId = order, Lines = { Line(plenty, 1) }, HoldSeconds = 60 }).ShouldFailAsync(StatusCode.FailedPrecondition);
        Enumerable.Range(0, orders.Count).Count(at => answers[at].Reserved is not null || answers[at + orders.Count].Reserved is not null).ShouldBe(30);
        await StockShouldBeAsync(scarce, onHand: 30, reserved: 30);
        await StockShouldBeAsync(plenty, onHand: 1_000, reserved: 60);
    }

    [Test]
    public async Task Orders_that_name_the_same_products_in_opposite_order_never_deadlock()
    {
        var products = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => NewProductAsync(1_000)));
        var forward = products.Select(product => Line(product, 1)).ToArray();
        var backward = forward.Reverse().ToArray();
        await Task.WhenAll(Enumerable.Range(0, 150).Select(async at =>
        {
            var order = await ReservedAsync(at % 2 == 0 ? forward : backward);
            if (at % 3 == 0) await Orders.SettleReservationAsync(new() { OrderId = order });
            if (at % 3 == 1) await Orders.ReleaseReservationAsync(new() { OrderId = order });
        }));
        foreach (var product in products) await StockShouldBeAsync(product, onHand: 950, reserved: 50);
    }

    [Test]
    public async Task Reserve_and_release_of_one_order_at_once_leave_nothing_held()
    {
        var product = await NewProductAsync(1_000);
        var orders = Enumerable.Range(0, 60).Select(_ => NewId()).ToList();
        await Task.WhenAll(orders.SelectMany(order => new[]
        {
            UnlessEndedAsync(ReserveAsync(order, Line(product, 1))),
            Orders.ReleaseReservationAsync(new() { OrderId = order }).ResponseAsync,
        }));
        await StockShouldBeAsync(product, onHand: 1_000, reserved: 0);
    }

    [Test]
    public async Task Expiry_settle_and_release_at_once_have_one_winner()
    {
        var product = await NewProductAsync(1_000);
        var orders = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => ReservedAsync(Line(product, 1))));
        foreach (var order in orders) await TimeOutAsync(order);

        var settled = orders.Select(order => WinsAsync(Orders.SettleReservationAsync(new() { OrderId = order }).ResponseAsync)).ToList();
        var released = orders.Select(order => WinsAsync(Orders.ReleaseReservationAsync(new() { OrderId = order }).ResponseAsync)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.ExpireAsync(CancellationToken.None)));
        await Task.WhenAll(settled.Concat(released));

        for (var at = 0; at < orders.Length; at++)
        {
            var status = await StatusOfAsync(orders[at]);
            status.ShouldBe((await settled[at]) ? "SETTLED" : "RELEASED");
            (await released[at]).ShouldBe(status == "RELEASED");
        }

        var sold = orders.Where((_, at) => settled[at].Result).Count();
        await StockShouldBeAsync(product, onHand: 1_000 - sold, reserved: 0);
    }

    /// <summary>In a race it may come too late, or too early; nothing else may go wrong.</summary>
    private static async Task UnlessEndedAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            // Another step of the order's came first.
        }
    }

    private static async Task<bool> WinsAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.FailedPrecondition)
        {
            return false;
        }
    }
}

/// <summary>Here the worker runs as it does in production.</summary>
internal sealed class ExpiryWorkerTests : InventoryFixture
{
    protected override (string Key, string Value)[] Settings => [("Inventory:ExpiryInterval", "00:00:00.050")];

    [Test]
    public async Task Worker_ends_every_hold_that_is_due_by_itself()
    {
        var product = await NewProductAsync(500);
        // More than a batch.
        var orders = await Task.WhenAll(Enumerable.Range(0, 120).Select(_ => ReservedAsync(Line(product, 1))));
        var kept = await ReservedAsync(Line(product, 1));
        foreach (var order in orders) await TimeOutAsync(order);
        await Eventually.HoldsAsync(async () => (await StockOfAsync(product)).Reserved == 1, "the holds to expire");
        (await StatusOfAsync(kept)).ShouldBe("ACTIVE");
    }
}
