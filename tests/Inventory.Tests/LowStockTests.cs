using Commerce.Inventory.V1;
using CommerceKata.TestKit;

namespace CommerceKata.Inventory.Tests;

/// <summary>FB.1: Inventory notices by itself what crosses a line, whatever changed it, and tells of it once.</summary>
internal sealed class LowStockTests : InventoryFixture
{
    [Test]
    public async Task Eighty_sales_at_once_past_the_threshold_are_told_once()
    {
        var product = await NewProductAsync(100, threshold: 50);
        await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => ReservedAsync(Line(product, 1))));

        var told = (await ToldAsync<StockRanLow>(product)).ShouldHaveSingleItem();
        (told.Threshold, told.Sku, told.Name, told.OnOrder).ShouldBe((50, "KET-1", "Kettle", 0));
        // 49 if the sale that crossed the line came alone, less if others came with it.
        told.Available.ShouldBeInRange(20, 49);
        Guid.Parse(told.CrossingId).ShouldNotBe(Guid.Empty);
        var suggested = (await PurchaseOrdersAsync(product)).ShouldHaveSingleItem();
        (suggested.Status, suggested.Id).ShouldBe((PurchaseOrderStatus.Suggested, told.PurchaseOrderId));
        // What is there when the worker looks: 20 after all sales, more if it was quick.
        told.SuggestedQuantity.ShouldBeInRange(101, 130);
    }

    [TestCase("reserve")]
    [TestCase("confirmed after the hold ran out")]
    [TestCase("adjust")]
    [TestCase("threshold")]
    public async Task Whatever_takes_it_below_is_told(string change)
    {
        var product = await NewProductAsync(10, threshold: 5);
        await (change switch
        {
            "reserve" => ReserveAsync(NewId(), Line(product, 6)),
            "confirmed after the hold ran out" => SellLateAsync(product),
            "adjust" => Admin.AdjustStockAsync(new() { ProductId = product, Delta = -6, Reason = "broken" }).ResponseAsync,
            _ => Admin.SetThresholdAsync(new() { ProductId = product, Threshold = 11 }).ResponseAsync,
        });
        var low = await ToldAsync<StockRanLow>(product);
        low.Length.ShouldBe(change == "confirmed after the hold ran out" ? 2 : 1);
        low[0].Available.ShouldBe(change == "threshold" ? 10 : 4);
    }

    [TestCase("release")]
    [TestCase("expiry")]
    [TestCase("order ended")]
    [TestCase("adjust")]
    [TestCase("return")]
    [TestCase("receive")]
    [TestCase("threshold")]
    public async Task Whatever_takes_it_back_above_lets_the_next_crossing_be_told(string change)
    {
        var product = await NewProductAsync(10, threshold: 5);
        var order = await ReservedAsync(Line(product, 10));
        await (change switch
        {
            "release" => Orders.ReleaseReservationAsync(new() { OrderId = order }).ResponseAsync,
            "expiry" => ExpireAsync(order),
            "order ended" => TellAsync(Ended(order)),
            "adjust" => Admin.AdjustStockAsync(new() { ProductId = product, Delta = 10, Reason = "found" }).ResponseAsync,
            "return" => Orders.ReturnToStockAsync(new() { ReceiptId = NewId(), Lines = { new Commerce.Inventory.V1.ReturnedLine { ProductId = product, Sellable = 10 } } }).ResponseAsync,
            "receive" => ReceiveNewAsync(product, 10),
            _ => Admin.SetThresholdAsync(new() { ProductId = product, Threshold = 0 }).ResponseAsync,
        });
        (await ToldAsync<StockRanLow>(product)).Length.ShouldBe(1);
        if (change == "threshold") await Admin.SetThresholdAsync(new() { ProductId = product, Threshold = 5 });
        else await ReservedAsync(Line(product, 6));

        var told = await ToldAsync<StockRanLow>(product);
        told.Length.ShouldBe(2);
        told.Select(each => each.CrossingId).Distinct().Count().ShouldBe(2);
        // Unless its goods came, the first suggestion is still open, and there is no second beside it.
        (await PurchaseOrdersAsync(product)).Count(each => each.Status == PurchaseOrderStatus.Suggested).ShouldBe(1);
    }

    [Test]
    public async Task Sale_below_the_threshold_and_a_settled_order_are_not_told_again()
    {
        var product = await NewProductAsync(10, threshold: 5);
        var order = await ReservedAsync(Line(product, 6));
        await ReservedAsync(Line(product, 2));
        await TellAsync(Confirmed(order));
        await Admin.SetThresholdAsync(new() { ProductId = product, Threshold = 6 });
        (await ToldAsync<StockRanLow>(product)).Length.ShouldBe(1);
    }

    [Test]
    public async Task Product_with_a_threshold_of_0_is_never_low()
    {
        var product = await NewProductAsync(1);
        await ReservedAsync(Line(product, 1));
        (await ToldAsync<StockRanLow>(product)).ShouldBeEmpty();
    }

    [Test]
    public async Task Product_that_opens_below_its_threshold_is_told()
    {
        var told = (await ToldAsync<StockRanLow>(await NewProductAsync(2, threshold: 5))).ShouldHaveSingleItem();
        (told.Available, told.SuggestedQuantity).ShouldBe((2, 13));
    }

    [Test]
    public async Task Change_that_is_rolled_back_is_not_told()
    {
        var product = await NewProductAsync(10, threshold: 5);
        await SqlAsync($"BEGIN; UPDATE stock SET on_hand = 0 WHERE product_id = '{product}'; ROLLBACK");
        (await ToldAsync<StockRanLow>(product)).ShouldBeEmpty();
    }

    [Test]
    public async Task Enough_on_order_is_told_without_a_suggestion()
    {
        var product = await NewProductAsync(10, threshold: 5);
        await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 50) });
        await ReservedAsync(Line(product, 6));
        var told = (await ToldAsync<StockRanLow>(product)).ShouldHaveSingleItem();
        (told.PurchaseOrderId, told.SuggestedQuantity, told.OnOrder).ShouldBe(("", 0, 50));
        (await PurchaseOrdersAsync(product)).ShouldHaveSingleItem().Status.ShouldBe(PurchaseOrderStatus.Placed);
    }

    [Test]
    public async Task Becoming_sellable_and_ceasing_to_be_are_told_with_growing_versions()
    {
        var product = await NewProductAsync(3);
        var order = await ReservedAsync(Line(product, 1));
        await ReservedAsync(Line(product, 2));
        await Orders.ReleaseReservationAsync(new() { OrderId = order });
        await Admin.AdjustStockAsync(new() { ProductId = product, Delta = -1, Reason = "lost" });

        var told = await ToldAsync<AvailabilityChanged>(product);
        told.Select(each => each.InStock).ShouldBe([true, false, true, false]);
        told.Select(each => each.Version).ShouldBe(told.Select(each => each.Version).Order());
        told.Select(each => each.Version).ShouldBeUnique();
        (await ToldAsync<AvailabilityChanged>(await NewProductAsync(0))).ShouldHaveSingleItem().InStock.ShouldBeFalse();
    }

    private async Task<IReadOnlyList<Commerce.Inventory.V1.PurchaseOrder>> PurchaseOrdersAsync(string product)
    {
        var ids = await QueryAsync<Guid>("SELECT id FROM purchase_order WHERE product_id = $1::uuid", product);
        return (await Admin.BatchGetPurchaseOrdersAsync(new() { Ids = { ids.Select(id => id.ToString()) } })).PurchaseOrders;
    }

    private async Task SellLateAsync(string product)
    {
        var order = await ReservedAsync(Line(product, 6));
        await ExpireAsync(order);
        await TellAsync(Confirmed(order));
    }

    private async Task ReceiveNewAsync(string product, int quantity)
    {
        var placed = await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, quantity) });
        await Admin.ReceiveGoodsAsync(new() { PurchaseOrderId = placed.PurchaseOrder.Id, Quantity = quantity, ReceiptId = NewId() });
    }
}

/// <summary>The list, on a database of its own.</summary>
internal sealed class LowStockListTests : InventoryFixture
{
    [Test]
    public async Task Low_stock_lists_the_emptiest_first_and_pages_both_ways()
    {
        foreach (var (stock, threshold) in new[] { (3, 5), (0, 5), (5, 5), (1, 2), (4, 9), (3, 4) }) await NewProductAsync(stock, threshold);

        var all = await Admin.ListLowStockAsync(new());
        all.TotalCount.ShouldBe(5);
        all.Edges.Select(edge => edge.Stock.OnHand).ShouldBe([0, 1, 3, 3, 4]);

        var first = await Admin.ListLowStockAsync(new() { Page = new() { First = 3 } });
        var second = await Admin.ListLowStockAsync(new() { Page = new() { First = 3, After = first.PageInfo.EndCursor } });
        first.Edges.Concat(second.Edges).Select(edge => edge.Stock).ShouldBe(all.Edges.Select(edge => edge.Stock));
        (first.PageInfo.HasNextPage, second.PageInfo.HasNextPage).ShouldBe((true, false));
        var back = await Admin.ListLowStockAsync(new() { Page = new() { Last = 3, Before = second.PageInfo.StartCursor } });
        back.Edges.Select(edge => edge.Stock).ShouldBe(first.Edges.Select(edge => edge.Stock));
        await Admin.ListLowStockAsync(new() { Page = new() { After = "nonsense" } }).ShouldViolateAsync("after");
    }
}

/// <summary>Crossings survive whoever should tell of them.</summary>
internal sealed class CrossingRestartTests : InventoryFixture
{
    [Test]
    public async Task Crossing_that_a_crash_left_is_told_when_the_lease_ends_and_by_one_of_three_replicas()
    {
        var product = await NewProductAsync(10, threshold: 5);
        await ToldAsync<StockRanLow>(product);
        // In one transaction: whoever took this crossing died, and its lease has yet to end.
        await SqlAsync($"UPDATE stock SET threshold = 11 WHERE product_id = '{product}'; UPDATE stock_crossing SET attempts = 7, due_at = now() + interval '2 seconds'");
        var replicas = await Task.WhenAll(
            TestService.StartOnAsync(InventoryHost.Build, Service.ConnectionString, Nobody),
            TestService.StartOnAsync(InventoryHost.Build, Service.ConnectionString, Nobody));
        (await ToldAsync<StockRanLow>(product)).Length.ShouldBe(1);
        foreach (var replica in replicas) await replica.StopAsync();
    }

    [Test]
    public async Task Crossing_of_a_stopped_shop_is_told_by_the_next_one()
    {
        var product = await NewProductAsync(10, threshold: 5);
        await ToldAsync<StockRanLow>(product);
        await SqlAsync($"UPDATE stock SET threshold = 11 WHERE product_id = '{product}'; UPDATE stock_crossing SET due_at = 'infinity'");
        await Service.StopAsync();
        await SqlAsync("UPDATE stock_crossing SET due_at = now()");
        await RestartAsync();
        (await ToldAsync<StockRanLow>(product)).Length.ShouldBe(1);
    }
}
