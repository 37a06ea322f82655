using Commerce.Inventory.V1;
using CommerceKata.TestKit;
using ProtoOrder = Commerce.Inventory.V1.PurchaseOrder;

namespace CommerceKata.Inventory.Tests;

/// <summary>A suggestion follows what it was worked out from, or goes (FB.2).</summary>
internal sealed class FollowTests : InventoryFixture
{
    private const int Threshold = 4;

    /// <summary>Each starts with 2 units of a product that is low below 4: then 10 are suggested.</summary>
    [TestCase("count +500", null)]
    [TestCase("count +2", null)]
    [TestCase("count +1", 9)]
    [TestCase("count -1", 11)]
    [TestCase("count -2", 12)]
    [TestCase("threshold 100", 298)]
    [TestCase("threshold 5", 13)]
    [TestCase("threshold 3", 7)]
    [TestCase("threshold 2", null)]
    [TestCase("threshold 0", null)]
    public async Task Suggestion_follows_at_once_what_an_admin_changes(string change, int? quantity)
    {
        var product = await LowAsync();
        var suggested = await SuggestedAsync(product);
        suggested.Quantity.ShouldBe(10);
        await ChangeAsync(product, change);
        await ShouldBeAsync(suggested, quantity);
    }

    [TestCase("sold", 11)]
    [TestCase("sold and confirmed", 11)]
    [TestCase("sold and released", 10)]
    [TestCase("sold and expired", 10)]
    [TestCase("sold, confirmed and cancelled", 10)]
    [TestCase("returned", 9)]
    [TestCase("returned, enough", null)]
    [TestCase("returned damaged", 10)]
    [TestCase("changed by hand", 8)]
    public async Task Suggestion_follows_what_happens_to_the_stock(string change, int? quantity)
    {
        var product = await LowAsync();
        var suggested = await SuggestedAsync(product);
        await ChangeAsync(product, change);
        await Eventually.HoldsAsync(async () => Said(await GetAsync(suggested.Id)) == (quantity, suggested.Id), $"{quantity}");
        (await ToldAsync<StockRanLow>(product)).Length.ShouldBe(1);
    }

    [Test]
    public async Task Suggestion_that_went_comes_again_when_the_product_is_low_again()
    {
        var product = await LowAsync();
        var first = await SuggestedAsync(product);
        await ChangeAsync(product, "count +500");
        await ShouldBeAsync(first, null);
        await ChangeAsync(product, "count -500");
        var second = await SuggestedAsync(product);
        (second.Quantity, second.Id == first.Id).ShouldBe((10, false));
        (await ToldAsync<StockRanLow>(product)).Length.ShouldBe(2);
    }

    [Test]
    public async Task Suggestion_counts_what_is_on_order_and_goods_that_come_change_it_only_when_they_are_enough()
    {
        var product = await NewProductAsync(10, Threshold);
        var placed = (await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 3) })).PurchaseOrder;
        await ReservedAsync(Line(product, 8));
        var suggested = await SuggestedAsync(product);
        suggested.Quantity.ShouldBe(7);
        await ReceiveAsync(placed, 1);
        await ShouldBeAsync(suggested, 7);
        await ReceiveAsync(placed, 2);
        await ShouldBeAsync(suggested, null);
    }

    [Test]
    public async Task Purchase_order_that_is_placed_by_hand_takes_the_place_of_the_suggestion()
    {
        var product = await LowAsync();
        var suggested = await SuggestedAsync(product);
        await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 1) });
        await ShouldBeAsync(suggested, null);
    }

    /// <summary>Enough was on order when it ran low; of a higher threshold it is not.</summary>
    [Test]
    public async Task Threshold_that_is_raised_suggests_what_is_missing_then_and_sends_no_second_mail()
    {
        var product = await NewProductAsync(10, Threshold);
        await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 50) });
        await ReservedAsync(Line(product, 8));
        (await ToldAsync<StockRanLow>(product)).ShouldHaveSingleItem().PurchaseOrderId.ShouldBeEmpty();
        await ChangeAsync(product, "threshold 100");
        (await SuggestedAsync(product)).Quantity.ShouldBe(248);
        (await ToldAsync<StockRanLow>(product)).Length.ShouldBe(1);
    }

    [Test]
    public async Task Suggestion_is_placed_as_it_is_at_that_moment()
    {
        var product = await LowAsync();
        var suggested = await SuggestedAsync(product);
        // Past everything that would have noticed by then.
        await ReservedAsync(Line(product, 2));
        var placed = (await Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = suggested.Id })).PurchaseOrder;
        (placed.Status, placed.Quantity).ShouldBe((PurchaseOrderStatus.Placed, 12));
        // It is the supplier's by now.
        await ChangeAsync(product, "count +500");
        (await GetAsync(suggested.Id)).ShouldBe(placed);

        var other = await LowAsync();
        var late = await SuggestedAsync(other);
        await ChangeAsync(other, "returned, enough");
        (await Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = late.Id })).WrongState.Status.ShouldBe("CANCELLED");
    }

    [Test]
    public async Task Suggestion_is_placed_with_the_quantity_that_the_admin_gives()
    {
        var suggested = await SuggestedAsync(await LowAsync());
        var request = new PlacePurchaseOrderRequest { PurchaseOrderId = suggested.Id, Quantity = 25 };
        var placed = (await Admin.PlacePurchaseOrderAsync(request)).PurchaseOrder;
        (placed.Status, placed.Quantity).ShouldBe((PurchaseOrderStatus.Placed, 25));
        (await Admin.PlacePurchaseOrderAsync(request)).PurchaseOrder.ShouldBe(placed);
        (await Admin.PlacePurchaseOrderAsync(new(request) { Quantity = 26 })).WrongState.Status.ShouldBe("PLACED");
        (await Admin.PlacePurchaseOrderAsync(new() { PurchaseOrderId = suggested.Id })).PurchaseOrder.ShouldBe(placed);
        await Admin.PlacePurchaseOrderAsync(new(request) { Quantity = 0 }).ShouldViolateAsync("quantity");
        await Admin.PlacePurchaseOrderAsync(new(request) { Quantity = 1_000_001 }).ShouldViolateAsync("quantity");
        var line = Line(suggested.ProductId, 1);
        await Admin.PlacePurchaseOrderAsync(new() { Line = line, Quantity = 1 }).ShouldViolateAsync("quantity");
    }

    /// <summary>Sales are many: one of a product with a suggestion does no more than any other.</summary>
    [Test]
    public async Task Sale_of_a_product_with_a_suggestion_fires_no_trigger()
    {
        var product = await LowAsync();
        await SuggestedAsync(product);
        var plan = string.Join("\n", await QueryAsync<string>(
            $"EXPLAIN (ANALYZE, TIMING OFF) UPDATE stock SET reserved = reserved WHERE product_id = '{product}'", ""));
        plan.ShouldContain("Update on stock");
        plan.ShouldNotContain("Trigger");
    }

    [Test]
    public async Task Worker_comes_to_every_suggestion_though_it_takes_some_at_a_time()
    {
        const int many = (Suggestions.Most * 2) + 1;
        await SqlAsync($"""
            ALTER TABLE stock DISABLE TRIGGER USER;
            INSERT INTO stock (product_id, on_hand, threshold) SELECT gen_random_uuid(), 0, 0 FROM generate_series(1, {many});
            ALTER TABLE stock ENABLE TRIGGER USER;
            INSERT INTO purchase_order (id, product_id, status, quantity)
            SELECT gen_random_uuid(), product_id, 'SUGGESTED', 77 FROM stock WHERE on_hand = 0 AND threshold = 0;
            """);
        await Eventually.HoldsAsync(
            async () => (await QueryAsync<long>("SELECT count(*) FROM purchase_order WHERE quantity = 77 AND status = 'CANCELLED'", ""))[0] == many,
            "all of them to go");
    }

    private Task<string> LowAsync() => NewProductAsync(2, Threshold);

    private async Task<ProtoOrder> SuggestedAsync(string product)
    {
        await ToldAsync<StockRanLow>(product);
        var id = (await QueryAsync<Guid>("SELECT id FROM purchase_order WHERE product_id = $1::uuid AND status = 'SUGGESTED'", product)).Single();
        return await GetAsync(id.ToString());
    }

    private async Task<ProtoOrder> GetAsync(string id) =>
        (await Admin.BatchGetPurchaseOrdersAsync(new() { Ids = { id } })).PurchaseOrders.Single();

    private async Task ShouldBeAsync(ProtoOrder suggested, int? quantity) =>
        Said(await GetAsync(suggested.Id)).ShouldBe((quantity, suggested.Id));

    /// <summary>How many it suggests; null when it is gone.</summary>
    private static (int? Quantity, string Id) Said(ProtoOrder order) => order.Status switch
    {
        PurchaseOrderStatus.Suggested => (order.Quantity, order.Id),
        PurchaseOrderStatus.Cancelled => (null, order.Id),
        var other => throw new InvalidOperationException($"It is {other}."),
    };

    private Task ReceiveAsync(ProtoOrder order, int quantity) => Admin.ReceiveGoodsAsync(
        new() { PurchaseOrderId = order.Id, Quantity = quantity, ReceiptId = NewId() }).ResponseAsync;

    private async Task ChangeAsync(string product, string change)
    {
        var number = int.TryParse(change.Split(' ')[^1], out var read) ? read : 1;
        switch (change)
        {
            case ['c', 'o', 'u', 'n', 't', ..]:
                await Admin.AdjustStockAsync(new() { ProductId = product, Delta = number, Reason = "counted" });
                return;
            case ['t', 'h', 'r', ..]:
                await Admin.SetThresholdAsync(new() { ProductId = product, Threshold = number });
                return;
            case ['r', 'e', 't', ..]:
                var back = new Commerce.Inventory.V1.ReturnedLine { ProductId = product };
                if (change == "returned damaged") back.Damaged = 5;
                else back.Sellable = change == "returned" ? 1 : 10;
                await Orders.ReturnToStockAsync(new() { ReceiptId = NewId(), Lines = { back } });
                return;
            case "changed by hand":
                await SqlAsync($"""
                    UPDATE stock SET on_hand = on_hand - 1, threshold = 3 WHERE product_id = '{product}';
                    INSERT INTO stock_movement (product_id, on_hand, reason, reference) VALUES ('{product}', -1, 'ADJUSTED', gen_random_uuid())
                    """);
                return;
        }

        var order = await ReservedAsync(Line(product, 1));
        if (change.Contains("confirmed", StringComparison.Ordinal)) await TellAsync(Confirmed(order));
        if (change.Contains("cancelled", StringComparison.Ordinal)) await TellAsync(Ended(order));
        if (change.EndsWith("released", StringComparison.Ordinal)) await Orders.ReleaseReservationAsync(new() { OrderId = order });
        if (change.EndsWith("expired", StringComparison.Ordinal)) await ExpireAsync(order);
    }
}
