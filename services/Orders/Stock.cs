using Commerce.Inventory.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace CommerceKata.Orders;

/// <summary>What asking for an order's stock came to. That nobody answered is no outcome: it is an exception, and is asked again.</summary>
internal abstract record Hold
{
    public sealed record Taken : Hold;

    public sealed record Short(ShortLine[] Lines) : Hold;

    /// <summary>The hold was there and has ended: expired, or given back.</summary>
    public sealed record Ended : Hold;
}

/// <summary>Inventory, as the saga sees it.</summary>
internal sealed class Stock(
    InventoryService.InventoryServiceClient inventory, IOptions<OrdersOptions> options, TimeProvider time)
{
    /// <summary>What only makes an answer fuller is not waited for long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Units of each product that a session can buy now, those that its own orders hold included; null when Inventory does
    /// not say.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, int>?> FindAvailableAsync(
        IReadOnlyCollection<Guid> productIds, Guid sessionId, CancellationToken cancel)
    {
        if (productIds.Count == 0) return null;
        try
        {
            var found = await inventory.BatchGetAvailabilityAsync(
                new()
                {
                    ProductIds = { productIds.Select(id => id.ToString()) },
                    CountOwnHolds = true,
                    SessionId = sessionId.ToString(),
                },
                deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancel);
            return found.Availability.ToDictionary(one => Guid.Parse(one.ProductId), one => one.Available);
        }
        catch (RpcException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    public async Task<Hold> ReserveAsync(Order order, CancellationToken cancel)
    {
        try
        {
            var answer = await inventory.ReserveAsync(new ReserveRequest
            {
                OrderId = order.Id.ToString(),
                SessionId = order.SessionId?.ToString() ?? "",
                HoldSeconds = (int)options.Value.Hold.TotalSeconds,
                TakenOverOrderId = order.TakenOverId?.ToString() ?? "",
                Lines = { order.Lines.Select(line => new StockLine { ProductId = line.ProductId.ToString(), Quantity = line.Quantity }) },
            }, cancellationToken: cancel);
            return answer.ResultCase == ReserveResponse.ResultOneofCase.Reserved
                ? new Hold.Taken()
                : new Hold.Short([.. answer.Shortage.Lines.Select(line => new ShortLine(Guid.Parse(line.ProductId), line.Requested, line.Available))]);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.FailedPrecondition)
        {
            return new Hold.Ended();
        }
    }

    /// <summary>Gives an order's stock back at once; the OrderEnded event makes sure of it.</summary>
    public async Task ReleaseAsync(Order order, CancellationToken cancel) =>
        await inventory.ReleaseReservationAsync(new() { OrderId = order.Id.ToString() }, cancellationToken: cancel);
}
