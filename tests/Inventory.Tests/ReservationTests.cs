using Commerce.Inventory.V1;
using CommerceKata.TestKit;
using Google.Rpc;
using Grpc.Core;

namespace CommerceKata.Inventory.Tests;

internal sealed class ReservationTests : InventoryFixture
{
    [Test]
    public async Task Reserve_holds_every_line_until_the_time_asked_for()
    {
        var (one, two) = (await NewProductAsync(5), await NewProductAsync(5));
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;
        var answer = await Orders.ReserveAsync(new() { OrderId = NewId(), Lines = { Line(one, 2), Line(two, 5) }, HoldSeconds = 60 });
        answer.Reserved.ExpiresAt.ToDateTime().ShouldBeInRange(before.AddSeconds(59), TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(61));
        await StockShouldBeAsync(one, onHand: 5, reserved: 2);
        await StockShouldBeAsync(two, onHand: 5, reserved: 5);
    }

    [Test]
    public async Task Reserve_of_too_much_names_every_short_line_and_takes_nothing()
    {
        var (enough, few, unknown) = (await NewProductAsync(5), await NewProductAsync(2), NewId());
        var answer = await ReserveAsync(NewId(), Line(enough, 5), Line(few, 3), Line(unknown, 1));
        answer.Shortage.Lines.ShouldBe(
            [
                new Commerce.Inventory.V1.ShortLine { ProductId = few, Requested = 3, Available = 2 },
                new() { ProductId = unknown, Requested = 1, Available = 0 },
            ],
            ignoreOrder: true);
        await StockShouldBeAsync(enough, onHand: 5, reserved: 0);
        await StockShouldBeAsync(few, onHand: 2, reserved: 0);
    }

    [Test]
    public async Task Reserve_after_a_shortage_may_be_tried_again_by_the_same_order()
    {
        var (product, order) = (await NewProductAsync(1), NewId());
        (await ReserveAsync(order, Line(product, 2))).Shortage.ShouldNotBeNull();
        await Admin.AdjustStockAsync(new() { ProductId = product, Delta = 1, Reason = "found" });
        (await ReserveAsync(order, Line(product, 2))).Reserved.ShouldNotBeNull();
    }

    [Test]
    public async Task Reserve_again_gives_the_same_answer_even_when_it_took_the_last_units()
    {
        var (one, two, order) = (await NewProductAsync(1), await NewProductAsync(1), NewId());
        var first = await ReserveAsync(order, Line(one, 1), Line(two, 1));
        (await ReserveAsync(order, Line(two, 1), Line(one, 1))).ShouldBe(first);
        await StockShouldBeAsync(one, onHand: 1, reserved: 1);
    }

    [Test]
    public async Task Reserve_again_with_other_lines_is_refused()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 1));
        await ShouldBeRefusedAsync(Orders.ReserveAsync(Request(order, Line(product, 2))), "RESERVATION_DIFFERS");
        await StockShouldBeAsync(product, onHand: 5, reserved: 1);
    }

    [Test]
    public async Task Reserve_with_bad_input_names_every_field()
    {
        await Orders.ReserveAsync(new()).ShouldViolateAsync("order_id", "lines", "hold_seconds");
        var product = NewId();
        var lines = new[] { Line("x", 1), Line(product, 0), Line(product, 1_000_001) };
        await Orders.ReserveAsync(new() { OrderId = NewId(), Lines = { lines }, HoldSeconds = 86_401 }).ShouldViolateAsync(
            "lines[0].product_id", "lines[1].quantity", "lines[2].quantity", "lines", "hold_seconds");
        var many = Enumerable.Range(0, 101).Select(_ => Line(NewId(), 1));
        await Orders.ReserveAsync(new() { OrderId = NewId(), Lines = { many }, HoldSeconds = 1 }).ShouldViolateAsync("lines");
    }

    [Test]
    public async Task Settle_takes_the_units_off_the_shelf_once()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 2));
        await Orders.SettleReservationAsync(new() { OrderId = order });
        await Orders.SettleReservationAsync(new() { OrderId = order });
        await StockShouldBeAsync(product, onHand: 3, reserved: 0);
        await ShouldBeRefusedAsync(Orders.ReleaseReservationAsync(new() { OrderId = order }), "RESERVATION_SETTLED");
        await ShouldBeRefusedAsync(Orders.ReserveAsync(Request(order, Line(product, 2))), "RESERVATION_ENDED");
    }

    [Test]
    public async Task Settle_without_a_reservation_is_NOT_FOUND() =>
        await Orders.SettleReservationAsync(new() { OrderId = NewId() }).ShouldFailAsync(StatusCode.NotFound);

    [Test]
    public async Task Release_gives_the_units_back_once()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 2));
        await Orders.ReleaseReservationAsync(new() { OrderId = order });
        await Orders.ReleaseReservationAsync(new() { OrderId = order });
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
        await ShouldBeRefusedAsync(Orders.SettleReservationAsync(new() { OrderId = order }), "RESERVATION_RELEASED");
    }

    [Test]
    public async Task Release_before_the_reserve_keeps_the_late_reserve_out()
    {
        var (product, order) = (await NewProductAsync(5), NewId());
        await Orders.ReleaseReservationAsync(new() { OrderId = order });
        await ShouldBeRefusedAsync(Orders.ReserveAsync(Request(order, Line(product, 1))), "RESERVATION_ENDED");
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Expiry_gives_back_only_what_is_due()
    {
        var product = await NewProductAsync(5);
        var (due, held) = (await ReservedAsync(Line(product, 2)), await ReservedAsync(Line(product, 1)));
        await ExpireAsync(due);
        await StockShouldBeAsync(product, onHand: 5, reserved: 1);
        (await StatusOfAsync(due)).ShouldBe("EXPIRED");
        (await StatusOfAsync(held)).ShouldBe("ACTIVE");
        await ShouldBeRefusedAsync(Orders.SettleReservationAsync(new() { OrderId = due }), "RESERVATION_EXPIRED");
        await Orders.ReleaseReservationAsync(new() { OrderId = due });
        await StockShouldBeAsync(product, onHand: 5, reserved: 1);
    }

    [Test]
    public async Task Reserve_again_after_the_time_is_over_is_refused_though_nobody_has_ended_it_yet()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 2));
        await TimeOutAsync(order);
        (await StatusOfAsync(order)).ShouldBe("ACTIVE");
        await ShouldBeRefusedAsync(Orders.ReserveAsync(Request(order, Line(product, 2))), "RESERVATION_ENDED");
    }

    private static ReserveRequest Request(string order, params Commerce.Inventory.V1.StockLine[] lines) =>
        new() { OrderId = order, Lines = { lines }, HoldSeconds = 9 };

    private static async Task ShouldBeRefusedAsync<T>(AsyncUnaryCall<T> call, string reason)
    {
        var error = await call.ShouldFailAsync(StatusCode.FailedPrecondition);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason.ShouldBe(reason);
    }
}
