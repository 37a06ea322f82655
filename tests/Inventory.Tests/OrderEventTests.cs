namespace CommerceKata.Inventory.Tests;

internal sealed class OrderEventTests : InventoryFixture
{
    [Test]
    public async Task Confirmed_order_is_settled_once_however_often_it_is_told()
    {
        var product = await NewProductAsync(5);
        var (order, eventId) = (await ReservedAsync(Line(product, 2)), NewId());
        (await DeliverAsync(Confirmed(order), eventId)).ShouldBeNull();
        (await DeliverAsync(Confirmed(order), eventId)).ShouldBeNull();
        (await DeliverAsync(Confirmed(order))).ShouldBeNull();
        await StockShouldBeAsync(product, onHand: 3, reserved: 0);
    }

    [Test]
    public async Task Order_that_ends_before_it_is_confirmed_gives_up_what_it_held()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 2));
        await TellAsync(Ended(order));
        await TellAsync(Ended(order));
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Order_that_ends_after_it_was_settled_puts_its_units_back_once()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 2));
        await TellAsync(Confirmed(order));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TellAsync(Ended(order))));
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Order_whose_end_is_heard_before_its_confirmation_has_its_units_on_the_shelf_once()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 2));
        await TellAsync(Ended(order));
        await TellAsync(Confirmed(order));
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Order_whose_end_and_confirmation_race_has_its_units_on_the_shelf_once()
    {
        var product = await NewProductAsync(100);
        var orders = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ReservedAsync(Line(product, 2))));
        await Task.WhenAll(orders.SelectMany(order => new[] { TellAsync(Confirmed(order)), TellAsync(Ended(order)) }));
        await StockShouldBeAsync(product, onHand: 100, reserved: 0);
    }

    [Test]
    public async Task Order_that_never_reserved_and_ends_cannot_reserve_later()
    {
        var (product, order) = (await NewProductAsync(5), NewId());
        await TellAsync(Ended(order));
        await TellAsync(Confirmed(order));
        await Should.ThrowAsync<Grpc.Core.RpcException>(ReserveAsync(order, Line(product, 1)));
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Confirmed_order_whose_hold_ran_out_takes_its_units_again_while_they_are_there()
    {
        var product = await NewProductAsync(2);
        var order = await ReservedAsync(Line(product, 2));
        await ExpireAsync(order);
        await TellAsync(Confirmed(order));
        await StockShouldBeAsync(product, onHand: 0, reserved: 0);
    }

    [Test]
    public async Task Confirmed_order_whose_hold_ran_out_fails_aloud_when_its_units_are_gone()
    {
        var product = await NewProductAsync(2);
        var (order, eventId) = (await ReservedAsync(Line(product, 2)), NewId());
        await ExpireAsync(order);
        await ReservedAsync(Line(product, 1));
        (await DeliverAsync(Confirmed(order), eventId)).ShouldBe("STOCK_GONE");
        await StockShouldBeAsync(product, onHand: 2, reserved: 1);

        await Admin.AdjustStockAsync(new() { ProductId = product, Delta = 1, Reason = "restocked" });
        (await DeliverAsync(Confirmed(order), eventId)).ShouldBeNull();
        await StockShouldBeAsync(product, onHand: 1, reserved: 1);
    }

    [Test]
    public async Task Confirmed_orders_that_are_told_together_are_all_settled()
    {
        var (one, two) = (await NewProductAsync(100), await NewProductAsync(100));
        var orders = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => ReservedAsync(at % 2 == 0 ? [Line(one, 1), Line(two, 2)] : [Line(two, 1)])));
        // One ran out of time, and one is told twice.
        await ExpireAsync(orders[0]);
        var facts = orders.Append(orders[1]).Select(order => (NewId(), (Google.Protobuf.IMessage)Confirmed(order))).ToList();
        (await DeliverAsync(facts)).ShouldBeEmpty();
        (await DeliverAsync(facts)).ShouldBeEmpty();
        await StockShouldBeAsync(one, onHand: 90, reserved: 0);
        await StockShouldBeAsync(two, onHand: 70, reserved: 0);
    }

    [Test]
    public async Task Confirmed_order_that_cannot_be_settled_holds_up_none_of_those_it_is_told_with()
    {
        var product = await NewProductAsync(3);
        var (late, good) = (await ReservedAsync(Line(product, 2)), await ReservedAsync(Line(product, 1)));
        await ExpireAsync(late);
        await ReservedAsync(Line(product, 1));
        (string EventId, Google.Protobuf.IMessage)[] facts = [(NewId(), Confirmed(late)), (NewId(), Confirmed(good))];
        (await DeliverAsync(facts)).ShouldBe([(facts[0].EventId, "STOCK_GONE")]);
        await StockShouldBeAsync(product, onHand: 2, reserved: 1);
    }

    [Test]
    public async Task Confirmed_order_that_holds_nothing_fails_aloud()
    {
        var released = await ReservedAsync(Line(await NewProductAsync(1), 1));
        await Orders.ReleaseReservationAsync(new() { OrderId = released });
        (await DeliverAsync(Confirmed(released))).ShouldBe("RESERVATION_RELEASED");
        (await DeliverAsync(Confirmed(NewId()))).ShouldBe("NOT_FOUND");
    }
}
