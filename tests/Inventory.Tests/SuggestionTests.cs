namespace CommerceKata.Inventory.Tests;

/// <summary>How many to order, without a database.</summary>
internal sealed class SuggestionTests
{
    [TestCase(5, 4, 0, 3, 11)]
    [TestCase(5, 0, 0, 3, 15)]
    [TestCase(5, 4, 6, 3, 5)]
    [TestCase(5, 4, 11, 3, 0)]
    [TestCase(5, 4, 100, 3, 0)]
    [TestCase(5, 20, 0, 3, 0)]
    [TestCase(5, 4, 0, 1, 1)]
    [TestCase(0, 0, 0, 3, 0)]
    [TestCase(4, 2, 0, 3, 10)]
    [TestCase(4, 3, 0, 3, 9)]
    [TestCase(4, 4, 0, 3, 0)]
    [TestCase(4, 502, 0, 3, 0)]
    [TestCase(1_000_000, 0, 0, 1_000, 1_000_000)]
    [TestCase(5, 4, 9_000_000_000, 3, 0)]
    public void Suggested_quantity_fills_up_to_so_many_times_the_threshold(int threshold, int available, long onOrder, int times, int quantity) =>
        PurchaseOrder.SuggestedQuantity(threshold, available, onOrder, times).ShouldBe(quantity);

    [TestCase("OrderUpTo=0")]
    [TestCase("OrderUpTo=1001")]
    [TestCase("Supplier:ConfirmAfter=-00:00:01")]
    [TestCase("Supplier:DeliverIn=-00:00:01")]
    public void Setting_out_of_bounds_stops_the_start_and_is_named(string setting) =>
        Should.Throw<ServiceDefaults.SettingException>(() => InventoryHost.Build(
        [
            "--environment=Development", "--ConnectionStrings:Postgres=Host=nowhere", "--Listen:GrpcPort=0", "--Listen:HttpPort=0",
            "--Telemetry:Enabled=false", $"--Inventory:{setting}",
        ])).Message.ShouldContain("Inventory:" + setting.Split('=')[0]);
}
