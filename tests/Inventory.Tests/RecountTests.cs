namespace CommerceKata.Inventory.Tests;

/// <summary>The counts, counted again from the ledger.</summary>
internal sealed class RecountTests : InventoryFixture
{
    [Test]
    public async Task Counts_that_are_wrong_are_reported_and_set_right_when_asked_to()
    {
        var (right, wrong) = (await NewProductAsync(10, threshold: 5), await NewProductAsync(10, threshold: 5));
        await ReservedAsync(Line(right, 2), Line(wrong, 2));
        await Orders.ReturnToStockAsync(new() { ReceiptId = NewId(), Lines = { new Commerce.Inventory.V1.ReturnedLine { ProductId = wrong, Damaged = 1 } } });
        (await RecountAsync()).ShouldBe((0, "2 of 2 products counted\nAll counts are what the ledger gives.\n"));

        await SqlAsync($"UPDATE stock SET on_hand = 4, reserved = 3, damaged = 0 WHERE product_id = '{wrong}'");
        var difference = $"{wrong}: on_hand is 4, should be 10; reserved is 3, should be 2; damaged is 0, should be 1";
        (await RecountAsync()).ShouldBe((3, $"{difference}\n2 of 2 products counted\n1 products differ, 0 were set right.\n"));
        await StockShouldBeAsync(wrong, onHand: 4, reserved: 3);

        (await RecountAsync("--fix")).ShouldBe((0, $"{difference} (set right)\n2 of 2 products counted\n1 products differ, 1 were set right.\n"));
        await StockShouldBeAsync(wrong, onHand: 10, reserved: 2, damaged: 1);
        (await RecountAsync()).Code.ShouldBe(0);
    }

    [Test]
    public async Task Ledger_that_gives_what_cannot_be_is_reported_and_left()
    {
        var product = await NewProductAsync(10);
        await SqlAsync($"UPDATE stock_movement SET on_hand = -1 WHERE product_id = '{product}'");
        var (code, report) = await RecountAsync("--fix");
        (code, report.Split('\n')[0]).ShouldBe((3, $"{product}: on_hand is 10, should be -1 (cannot be)"));
        await SqlAsync($"UPDATE stock_movement SET on_hand = 10 WHERE product_id = '{product}'");
    }

    [Test]
    public async Task Recount_without_a_database_says_so()
    {
        await using var output = new StringWriter();
        (await Recount.RunAsync(["--environment=Development", "--Telemetry:Enabled=false", "--ConnectionStrings:Inventory=Host=127.0.0.1;Port=1"], output)).ShouldBe(1);
        output.ToString().ShouldBeEmpty();
    }

    private async Task<(int Code, string Report)> RecountAsync(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await Recount.RunAsync(
            [.. args, "--environment=Development", "--Telemetry:Enabled=false", $"--ConnectionStrings:Inventory={Service.ConnectionString}"], output);
        return (code, output.ToString());
    }
}
