using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using CommerceKata.TestKit;
using Grpc.Core;

namespace CommerceKata.Inventory.Tests;

internal sealed class StockTests : InventoryFixture
{
    [Test]
    public async Task New_product_opens_with_its_first_stock_once()
    {
        var fact = new ProductCreated { ProductId = NewId(), InitialStock = 7, LowStockThreshold = 2 };
        await TellAsync(fact);
        await TellAsync(fact);
        (await StockOfAsync(fact.ProductId)).ShouldBe(new() { ProductId = fact.ProductId, OnHand = 7, Threshold = 2 });
    }

    [Test]
    public async Task Availability_is_what_nobody_holds_and_leaves_out_what_is_not_known()
    {
        var (product, unknown) = (await NewProductAsync(10), NewId());
        await ReservedAsync(Line(product, 3));
        var response = await Anyone.BatchGetAvailabilityAsync(new() { ProductIds = { product, unknown, product } });
        var known = new Commerce.Inventory.V1.Availability { ProductId = product, Available = 7 };
        response.Availability.Distinct().ShouldBe([known]);
        (await Anyone.BatchGetAvailabilityAsync(new() { ProductIds = { unknown } })).Availability.ShouldBeEmpty();
        (await Admin.BatchGetStockAsync(new() { ProductIds = { unknown } })).Stock.ShouldBeEmpty();
    }

    [Test]
    public async Task Batches_with_bad_ids_or_too_many_are_refused()
    {
        var tooMany = Enumerable.Range(0, 501).Select(_ => NewId()).ToList();
        await Anyone.BatchGetAvailabilityAsync(new() { ProductIds = { "x" } }).ShouldViolateAsync("product_ids");
        await Anyone.BatchGetAvailabilityAsync(new() { ProductIds = { tooMany } }).ShouldViolateAsync("product_ids");
        await Admin.BatchGetStockAsync(new() { ProductIds = { tooMany } }).ShouldViolateAsync("product_ids");
    }

    [Test]
    public async Task Adjusting_changes_the_count_but_never_below_what_is_reserved()
    {
        var product = await NewProductAsync(10);
        await ReservedAsync(Line(product, 4));
        (await Admin.AdjustStockAsync(new() { ProductId = product, Delta = -6, Reason = "broken" })).Stock.OnHand.ShouldBe(4);
        await Admin.AdjustStockAsync(new() { ProductId = product, Delta = -1, Reason = "lost" }).ShouldViolateAsync("delta");
        (await Admin.AdjustStockAsync(new() { ProductId = product, Delta = 5, Reason = "found" })).Stock.OnHand.ShouldBe(9);
        await Admin.AdjustStockAsync(new() { ProductId = NewId(), Delta = 1, Reason = "none" }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Adjusting_with_bad_input_names_every_field()
    {
        await Admin.AdjustStockAsync(new() { ProductId = "x", Reason = " " }).ShouldViolateAsync("product_id", "delta", "reason");
        await Admin.AdjustStockAsync(new() { ProductId = NewId(), Delta = 1_000_001, Reason = "much" }).ShouldViolateAsync("delta");
    }

    [Test]
    public async Task Threshold_is_set_and_checked()
    {
        var product = await NewProductAsync(10);
        (await Admin.SetThresholdAsync(new() { ProductId = product, Threshold = 3 })).Stock.Threshold.ShouldBe(3);
        await Admin.SetThresholdAsync(new() { ProductId = NewId(), Threshold = 3 }).ShouldFailAsync(StatusCode.NotFound);
        await Admin.SetThresholdAsync(new() { ProductId = "x", Threshold = -1 }).ShouldViolateAsync("product_id", "threshold");
    }

    [Test]
    public async Task Return_puts_units_back_once_however_often_it_is_sent()
    {
        var (one, two) = (await NewProductAsync(5), await NewProductAsync(5));
        var request = new ReturnToStockRequest { ReceiptId = NewId(), Lines = { Back(one, sellable: 2, damaged: 1), Back(two, damaged: 3) } };
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Orders.ReturnToStockAsync(request).ResponseAsync));
        await StockShouldBeAsync(one, onHand: 7, reserved: 0, damaged: 1);
        await StockShouldBeAsync(two, onHand: 5, reserved: 0, damaged: 3);
    }

    [Test]
    public async Task Return_with_an_unknown_product_puts_nothing_back_and_may_be_corrected()
    {
        var product = await NewProductAsync(5);
        var request = new ReturnToStockRequest { ReceiptId = NewId(), Lines = { Back(product, sellable: 1), Back(NewId(), sellable: 1) } };
        await Orders.ReturnToStockAsync(request).ShouldFailAsync(StatusCode.NotFound);
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
        request.Lines.RemoveAt(1);
        await Orders.ReturnToStockAsync(request);
        await StockShouldBeAsync(product, onHand: 6, reserved: 0);
    }

    [Test]
    public async Task Return_with_bad_input_names_every_field()
    {
        await Orders.ReturnToStockAsync(new()).ShouldViolateAsync("receipt_id", "lines");
        var product = NewId();
        var lines = new[] { Back(product), Back(product, sellable: -1), Back("x", damaged: -1) };
        await Orders.ReturnToStockAsync(new() { ReceiptId = NewId(), Lines = { lines } })
            .ShouldViolateAsync("lines", "lines[0]", "lines[1].sellable", "lines[2].product_id", "lines[2].damaged");
    }

    private static Commerce.Inventory.V1.ReturnedLine Back(string productId, int sellable = 0, int damaged = 0) =>
        new() { ProductId = productId, Sellable = sellable, Damaged = damaged };
}
