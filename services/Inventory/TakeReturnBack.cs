using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Inventory;

/// <summary>What came back of a return is sellable again, or damaged (FC.4): once, whoever tells of it and however often.</summary>
internal sealed class TakeReturnBack(InventoryStore store) : IEventHandler<ReturnInspected>
{
    public Task HandleAsync(ReturnInspected fact, Transaction transaction, CancellationToken cancel)
    {
        var products = fact.Order.Lines.ToDictionary(line => line.Id, line => Guid.Parse(line.ProductId));
        List<ReturnedLine> back = [.. fact.Return.Lines
            .Where(line => line.Sellable + line.Damaged > 0)
            .Select(line => new ReturnedLine(products[line.OrderLineId], line.Sellable, line.Damaged))];
        // Nothing of a rejected return is taken back.
        return back.Count == 0 ? Task.CompletedTask : store.ReturnAsync(transaction, Guid.Parse(fact.Return.Id), back, cancel);
    }
}
