using Commerce.Inventory.V1;
using CommerceKata.TestKit;
using Grpc.Core;
using ProtoOrder = Commerce.Inventory.V1.PurchaseOrder;

namespace CommerceKata.Inventory.Tests;

/// <summary>FB.2 and FB.3: what is ordered, and what arrives.</summary>
internal sealed class PurchaseOrderTests : InventoryFixture
{
    [Test]
    public async Task Suggested_order_is_placed_once_and_received_in_parts_until_the_product_is_there_again()
    {
        var product = await NewProductAsync(6, threshold: 5);
        await ReservedAsync(Line(product, 6));
        var suggested = await SuggestedAsync(product);
        (suggested.Quantity, suggested.Received, suggested.ConfirmedAt).ShouldBe((15, 0, null));

        var placed = (await Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = suggested.Id })).PurchaseOrder;
        placed.Status.ShouldBe(PurchaseOrderStatus.Placed);
        (await Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = suggested.Id })).PurchaseOrder.ShouldBe(placed);

        (await ReceiveAsync(placed, 4)).ShouldBe(new(placed) { Received = 4, Status = PurchaseOrderStatus.PartiallyReceived });
        await StockShouldBeAsync(product, onHand: 10, reserved: 6);
        (await ReceiveAsync(placed, 11)).Status.ShouldBe(PurchaseOrderStatus.Received);
        await StockShouldBeAsync(product, onHand: 21, reserved: 6);
        (await ToldAsync<AvailabilityChanged>(product)).Select(told => told.InStock).ShouldBe([true, false, true]);
        (await QueryAsync<string>("SELECT reason || on_hand FROM stock_movement WHERE product_id = $1::uuid ORDER BY id", product))
            .ShouldBe(["OPENED6", "RECEIVED4", "RECEIVED11"]);
    }

    [Test]
    public async Task New_order_takes_the_place_of_what_is_suggested()
    {
        var product = await NewProductAsync(0, threshold: 5);
        var suggested = await SuggestedAsync(product);
        var placed = (await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 99) })).PurchaseOrder;
        (placed.Status, placed.Quantity, placed.ProductId).ShouldBe((PurchaseOrderStatus.Placed, 99, product));
        (await GetAsync(suggested.Id)).Status.ShouldBe(PurchaseOrderStatus.Cancelled);
        (await Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = suggested.Id })).WrongState.Status.ShouldBe("CANCELLED");
        (await Admin.ReceiveGoodsAsync(Receipt(suggested, 1))).WrongState.Status.ShouldBe("CANCELLED");
        await StockShouldBeAsync(product, onHand: 0, reserved: 0);
    }

    [Test]
    public async Task Receipt_is_recorded_once_however_often_it_is_sent()
    {
        var order = await PlacedAsync(10);
        var receipt = Receipt(order, 4);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Admin.ReceiveGoodsAsync(receipt).ResponseAsync));
        answers.ShouldAllBe(answer => answer.PurchaseOrder.Received == 4);
        await StockShouldBeAsync(order.ProductId, onHand: 4, reserved: 0);

        await Admin.ReceiveGoodsAsync(new(receipt) { Quantity = 5 }).ShouldViolateAsync("receipt_id");
        await Admin.ReceiveGoodsAsync(new(receipt) { PurchaseOrderId = (await PlacedAsync(10)).Id }).ShouldViolateAsync("receipt_id");
        await ReceiveAsync(order, 6);
        // Also when nothing more can come.
        (await Admin.ReceiveGoodsAsync(receipt)).PurchaseOrder.Status.ShouldBe(PurchaseOrderStatus.Received);
        await StockShouldBeAsync(order.ProductId, onHand: 10, reserved: 0);
    }

    [Test]
    public async Task More_than_is_open_is_refused_and_changes_nothing()
    {
        var order = await PlacedAsync(10);
        await Admin.ReceiveGoodsAsync(Receipt(order, 11)).ShouldViolateAsync("quantity");
        await ReceiveAsync(order, 7);
        await Admin.ReceiveGoodsAsync(Receipt(order, 4)).ShouldViolateAsync("quantity");
        await StockShouldBeAsync(order.ProductId, onHand: 7, reserved: 0);
        await ReceiveAsync(order, 3);
        (await Admin.ReceiveGoodsAsync(Receipt(order, 1))).WrongState.Status.ShouldBe("RECEIVED");
    }

    [Test]
    public async Task Goods_of_an_order_that_was_not_placed_are_refused()
    {
        var suggested = await SuggestedAsync(await NewProductAsync(0, threshold: 5));
        (await Admin.ReceiveGoodsAsync(Receipt(suggested, 1))).WrongState.Status.ShouldBe("SUGGESTED");
        await StockShouldBeAsync(suggested.ProductId, onHand: 0, reserved: 0);
    }

    [Test]
    public async Task More_units_than_a_shelf_can_hold_are_refused()
    {
        var product = await NewProductAsync(999_999_999);
        var order = (await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 2) })).PurchaseOrder;
        await Admin.ReceiveGoodsAsync(Receipt(order, 2)).ShouldViolateAsync("quantity");
        (await ReceiveAsync(order, 1)).Received.ShouldBe(1);
    }

    [Test]
    public async Task Bad_input_names_every_field_and_what_is_not_there_is_not_found()
    {
        await Admin.ReceiveGoodsAsync(new()).ShouldViolateAsync("purchase_order_id", "quantity", "receipt_id");
        await Admin.ReceiveGoodsAsync(new() { PurchaseOrderId = NewId(), Quantity = 1, ReceiptId = NewId() }).ShouldFailAsync(StatusCode.NotFound);
        await Admin.PlacePurchaseOrderAsync(new()).ShouldViolateAsync("purchase_order_id");
        await Admin.PlacePurchaseOrderAsync(new() { Line = new() }).ShouldViolateAsync("line.product_id", "line.quantity");
        await Admin.PlacePurchaseOrderAsync(new() { Line = Line(NewId(), 1_000_001) }).ShouldViolateAsync("line.quantity");
        await Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = NewId() }).ShouldFailAsync(StatusCode.NotFound);
        await Admin.PlacePurchaseOrderAsync(new() { Line = Line(NewId(), 1) }).ShouldFailAsync(StatusCode.NotFound);
        await Admin.BatchGetPurchaseOrdersAsync(new() { Ids = { "x" } }).ShouldViolateAsync("ids");
        await Admin.ListPurchaseOrdersAsync(new() { Statuses = { PurchaseOrderStatus.Unspecified } }).ShouldViolateAsync("statuses");
    }

    [Test]
    public async Task Deliveries_that_race_never_bring_more_than_was_ordered()
    {
        var order = await PlacedAsync(10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            try
            {
                return (await Admin.ReceiveGoodsAsync(Receipt(order, 3))).PurchaseOrder is not null;
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.InvalidArgument)
            {
                error.Violations().ShouldBe(["quantity"]);
                return false;
            }
        }));
        answers.Count(received => received).ShouldBe(3);
        await StockShouldBeAsync(order.ProductId, onHand: 9, reserved: 0);
        (await GetAsync(order.Id)).Received.ShouldBe(9);
    }

    [Test]
    public async Task Placing_and_receiving_at_once_puts_on_the_shelf_what_was_accepted()
    {
        for (var round = 0; round < 20; round++)
        {
            var suggested = await SuggestedAsync(await NewProductAsync(0, threshold: 1));
            var place = Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = suggested.Id }).ResponseAsync;
            var receive = Admin.ReceiveGoodsAsync(Receipt(suggested, 3)).ResponseAsync;
            (await place).PurchaseOrder.ShouldNotBeNull();
            var answer = await receive;
            await StockShouldBeAsync(suggested.ProductId, onHand: answer.PurchaseOrder is null ? 0 : 3, reserved: 0);
            (await GetAsync(suggested.Id)).Status.ShouldBe(answer.PurchaseOrder is null ? PurchaseOrderStatus.Placed : PurchaseOrderStatus.Received);
        }
    }

    [Test]
    public async Task Suggested_order_that_is_placed_and_replaced_at_once_ends_one_way()
    {
        for (var round = 0; round < 20; round++)
        {
            var suggested = await SuggestedAsync(await NewProductAsync(0, threshold: 1));
            var place = Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = suggested.Id }).ResponseAsync;
            await Admin.PlacePurchaseOrderAsync(new() { Line = Line(suggested.ProductId, 7) });
            var placed = (await place).PurchaseOrder;
            (await GetAsync(suggested.Id)).Status.ShouldBe(placed is null ? PurchaseOrderStatus.Cancelled : PurchaseOrderStatus.Placed);
        }
    }

    private static ReceiveGoodsRequest Receipt(ProtoOrder order, int quantity) =>
        new() { PurchaseOrderId = order.Id, Quantity = quantity, ReceiptId = NewId() };

    private async Task<ProtoOrder> ReceiveAsync(ProtoOrder order, int quantity) =>
        (await Admin.ReceiveGoodsAsync(Receipt(order, quantity))).PurchaseOrder;

    /// <summary>An order that is placed for a product that has nothing.</summary>
    private async Task<ProtoOrder> PlacedAsync(int quantity) =>
        (await Admin.PlacePurchaseOrderAsync(new() { Line = Line(await NewProductAsync(0), quantity) })).PurchaseOrder;

    private async Task<ProtoOrder> SuggestedAsync(string product)
    {
        var told = (await ToldAsync<StockRanLow>(product)).ShouldHaveSingleItem();
        return await GetAsync(told.PurchaseOrderId);
    }

    private async Task<ProtoOrder> GetAsync(string id) =>
        (await Admin.BatchGetPurchaseOrdersAsync(new() { Ids = { id, NewId() } })).PurchaseOrders.ShouldHaveSingleItem();
}

/// <summary>The list, on a database of its own, and a supplier that answers at once.</summary>
internal sealed class PurchaseOrderListTests : InventoryFixture
{
    protected override (string Key, string Value)[] Settings =>
        [("Inventory:Supplier:ConfirmAfter", "00:00:00"), ("Inventory:Supplier:DeliverIn", "2.00:00:00")];

    [Test]
    public async Task Orders_are_listed_newest_first_by_status_and_page_both_ways()
    {
        var product = await NewProductAsync(0);
        List<string> ids = [];
        for (var i = 0; i < 5; i++) ids.Add((await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 2) })).PurchaseOrder.Id);
        ids.Reverse();
        await Admin.ReceiveGoodsAsync(new() { PurchaseOrderId = ids[0], Quantity = 1, ReceiptId = NewId() });

        var first = await Admin.ListPurchaseOrdersAsync(new() { Page = new() { First = 3 } });
        first.TotalCount.ShouldBe(5);
        var second = await Admin.ListPurchaseOrdersAsync(new() { Page = new() { First = 3, After = first.PageInfo.EndCursor } });
        first.Edges.Concat(second.Edges).Select(edge => edge.PurchaseOrder.Id).ShouldBe(ids);
        var back = await Admin.ListPurchaseOrdersAsync(new() { Page = new() { Last = 2, Before = second.PageInfo.StartCursor } });
        back.Edges.Select(edge => edge.PurchaseOrder.Id).ShouldBe(ids[1..3]);
        var partial = await Admin.ListPurchaseOrdersAsync(new() { Statuses = { PurchaseOrderStatus.PartiallyReceived, PurchaseOrderStatus.Received } });
        (partial.TotalCount, partial.Edges.Single().PurchaseOrder.Id).ShouldBe((1, ids[0]));
        await Admin.ListPurchaseOrdersAsync(new() { Page = new() { After = partial.PageInfo.EndCursor } }).ShouldViolateAsync("after");
        await Admin.ListLowStockAsync(new() { Page = new() { After = first.PageInfo.EndCursor } }).ShouldViolateAsync("after");
        await Admin.ListPurchaseOrdersAsync(new() { Page = new() { After = "nonsense" } }).ShouldViolateAsync("after");
    }

    [Test]
    public async Task Supplier_confirms_what_is_placed_and_brings_nothing_by_itself()
    {
        var product = await NewProductAsync(0);
        var id = (await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 2) })).PurchaseOrder.Id;
        var confirmed = await Eventually.GetAsync(
            async () => (await Admin.BatchGetPurchaseOrdersAsync(new() { Ids = { id } })).PurchaseOrders.Single() is { ConfirmedAt: not null } found ? found : null,
            "the supplier to confirm");
        (confirmed.ExpectedAt.ToDateTime() - confirmed.ConfirmedAt.ToDateTime()).ShouldBe(TimeSpan.FromDays(2));
        (confirmed.Status, confirmed.Received).ShouldBe((PurchaseOrderStatus.Placed, 0));
        await StockShouldBeAsync(product, onHand: 0, reserved: 0);
    }
}
