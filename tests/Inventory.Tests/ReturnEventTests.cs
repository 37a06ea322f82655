using Commerce.Orders.V1;

namespace CommerceKata.Inventory.Tests;

/// <summary>What came back of a return goes to the shelf or beside it (FC.4).</summary>
internal sealed class ReturnEventTests : InventoryFixture
{
    [Test]
    public async Task Return_puts_its_units_back_once_however_often_it_is_told()
    {
        var (one, two, missing) = (await NewProductAsync(5), await NewProductAsync(5), await NewProductAsync(5));
        var fact = Inspected((one, Sellable: 2, Damaged: 1), (two, 0, 3), (missing, 0, 0));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TellAsync(fact)));
        await Orders.ReturnToStockAsync(new() { ReceiptId = fact.Return.Id, Lines = { new Commerce.Inventory.V1.ReturnedLine { ProductId = one, Sellable = 2, Damaged = 1 } } });
        await StockShouldBeAsync(one, onHand: 7, reserved: 0, damaged: 1);
        await StockShouldBeAsync(two, onHand: 5, reserved: 0, damaged: 3);
        await StockShouldBeAsync(missing, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Rejected_return_puts_nothing_back()
    {
        var product = await NewProductAsync(5);
        var fact = Inspected((product, 0, 0));
        fact.Return.Status = ReturnStatus.Rejected;
        fact.Return.Lines[0].ClearSellable();
        fact.Return.Lines[0].ClearDamaged();
        await TellAsync(fact);
        await StockShouldBeAsync(product, onHand: 5, reserved: 0);
    }

    [Test]
    public async Task Return_that_is_heard_of_before_its_order_was_settled_leaves_counts_that_add_up()
    {
        var product = await NewProductAsync(5);
        var order = await ReservedAsync(Line(product, 2));
        await TellAsync(Inspected((product, Sellable: 1, Damaged: 0)));
        await TellAsync(Confirmed(order));
        await StockShouldBeAsync(product, onHand: 4, reserved: 0);
    }

    private static ReturnInspected Inspected(params (string Product, int Sellable, int Damaged)[] lines)
    {
        var fact = new ReturnInspected { Order = new() { Id = NewId() }, Return = new() { Id = NewId(), Status = ReturnStatus.Refunding } };
        foreach (var (product, sellable, damaged) in lines)
        {
            var line = new OrderLine { Id = NewId(), ProductId = product, Quantity = 9 };
            fact.Order.Lines.Add(line);
            fact.Return.Lines.Add(new ReturnLine { OrderLineId = line.Id, Quantity = 9, Sellable = sellable, Damaged = damaged });
        }

        return fact;
    }
}
