using Commerce.Inventory.V1;
using Grpc.Core;
using ProtoLine = Commerce.Inventory.V1.StockLine;

namespace CommerceKata.Inventory.Tests;

/// <summary>An order that replaces another one has its stock, and no third order comes between (issue 14).</summary>
internal sealed class TakeOverTests : InventoryFixture
{
    [Test]
    public async Task Order_has_the_last_units_that_the_one_it_replaces_held()
    {
        var product = await NewProductAsync(5);
        var old = await ReservedAsync(Line(product, 5));
        var order = NewId();
        (await TakeOverAsync(old, order, Line(product, 5))).Reserved.ShouldNotBeNull();
        (await StatusOfAsync(old), await StatusOfAsync(order)).ShouldBe(("CANCELLED", "ACTIVE"));
        await StockShouldBeAsync(product, onHand: 5, reserved: 5);
    }

    [TestCase(1)]
    [TestCase(4)]
    public async Task Order_may_want_more_or_less_or_other_things(int quantity)
    {
        var (kept, dropped, added) = (await NewProductAsync(4), await NewProductAsync(1), await NewProductAsync(2));
        var old = await ReservedAsync(Line(kept, 2), Line(dropped, 1));
        (await TakeOverAsync(old, NewId(), Line(kept, quantity), Line(added, 2))).Reserved.ShouldNotBeNull();
        await StockShouldBeAsync(kept, onHand: 4, reserved: quantity);
        await StockShouldBeAsync(dropped, onHand: 1, reserved: 0);
        await StockShouldBeAsync(added, onHand: 2, reserved: 2);
    }

    [Test]
    public async Task Order_that_wants_more_than_there_is_holds_nothing_and_neither_does_the_old_one()
    {
        var product = await NewProductAsync(5);
        var (old, order) = (await ReservedAsync(Line(product, 2)), NewId());
        var answer = await TakeOverAsync(old, order, Line(product, 6));
        // What the old one held counts as there: it is the customer's own.
        answer.Shortage.Lines.ShouldBe([new Commerce.Inventory.V1.ShortLine { ProductId = product, Requested = 6, Available = 5 }]);
        (await StatusOfAsync(old)).ShouldBe("CANCELLED");
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Asking_again_gives_the_same_answer()
    {
        var product = await NewProductAsync(3);
        var (old, order) = (await ReservedAsync(Line(product, 3)), NewId());
        var first = await TakeOverAsync(old, order, Line(product, 3));
        (await TakeOverAsync(old, order, Line(product, 3))).ShouldBe(first);
        await StockShouldBeAsync(product, onHand: 3, reserved: 3);
    }

    [TestCase("RELEASED")]
    [TestCase("EXPIRED")]
    [TestCase("NONE")]
    public async Task Old_order_that_holds_nothing_any_more_is_replaced_all_the_same(string status)
    {
        var product = await NewProductAsync(3);
        var old = status == "NONE" ? NewId() : await ReservedAsync(Line(product, 3));
        if (status == "RELEASED") await Orders.ReleaseReservationAsync(new() { OrderId = old });
        if (status == "EXPIRED") await ExpireAsync(old);
        (await TakeOverAsync(old, NewId(), Line(product, 3))).Reserved.ShouldNotBeNull();
        // It cannot come back for stock.
        (await Should.ThrowAsync<RpcException>(() => ReserveAsync(old, Line(product, 1)))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        await StockShouldBeAsync(product, onHand: 3, reserved: 3);
    }

    [Test]
    public async Task No_third_order_gets_the_units_in_between_however_many_ask()
    {
        var (one, two) = (await NewProductAsync(5), await NewProductAsync(5));
        var order = await ReservedAsync(Line(one, 5), Line(two, 5));
        var grabbing = new CancellationTokenSource();
        var grabbed = Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var taken = 0;
            while (!grabbing.IsCancellationRequested)
                taken += (await ReserveAsync(NewId(), Line(i % 2 == 0 ? one : two, 1))).Reserved is null ? 0 : 1;
            return taken;
        }));
        for (var i = 0; i < 30; i++)
        {
            var next = NewId();
            (await TakeOverAsync(order, next, Line(two, 5), Line(one, 5))).Reserved.ShouldNotBeNull();
            order = next;
        }

        await grabbing.CancelAsync();
        (await grabbed).Sum().ShouldBe(0);
    }

    [Test]
    public async Task End_of_an_order_ends_what_it_was_to_replace_though_it_never_asked_for_stock()
    {
        var product = await NewProductAsync(5);
        var (old, order) = (await ReservedAsync(Line(product, 5)), NewId());
        var ended = Ended(order);
        ended.Order.TakenOverOrderId = old;
        await TellAsync(ended);
        (await StatusOfAsync(old), await StatusOfAsync(order)).ShouldBe(("CANCELLED", "CANCELLED"));
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    private async Task<ReserveResponse> TakeOverAsync(string old, string order, params ProtoLine[] lines) =>
        await Orders.ReserveAsync(new() { OrderId = order, Lines = { lines }, HoldSeconds = 900, TakenOverOrderId = old });
}
