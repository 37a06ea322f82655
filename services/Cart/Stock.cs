using Grpc.Core;
using InventoryClient = Commerce.Inventory.V1.InventoryService.InventoryServiceClient;

namespace CommerceKata.Cart;

/// <summary>
/// What can be sold, as Inventory says. A cart promises nothing, and the checkout decides: while Inventory does not
/// answer in time, a cart is changed without it.
/// </summary>
internal sealed partial class Stock(
    InventoryClient inventory, CartOptions options, TimeProvider time, ILogger<Stock> log)
{
    /// <summary>Of these products, 500 at most; of none where Inventory does not say.</summary>
    /// <param name="productIds">The products.</param>
    /// <param name="sessionId">A session whose own orders' units count too: its next checkout takes them over. Null for none.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Availability> FindAsync(IReadOnlyCollection<Guid> productIds, Guid? sessionId, CancellationToken cancel)
    {
        if (productIds.Count == 0) return Availability.Unknown;
        try
        {
            var found = await inventory.BatchGetAvailabilityAsync(
                new()
                {
                    ProductIds = { productIds.Select(id => id.ToString()) },
                    CountOwnHolds = sessionId is not null,
                    SessionId = sessionId?.ToString() ?? "",
                },
                deadline: (time.GetUtcNow() + options.StockPatience).UtcDateTime, cancellationToken: cancel);
            return new(found.Availability.ToDictionary(one => Guid.Parse(one.ProductId), one => one.Available));
        }
        catch (RpcException error) when (!cancel.IsCancellationRequested)
        {
            LogUnchecked(error.StatusCode);
            return Availability.Unknown;
        }
    }

    [LoggerMessage(1, LogLevel.Information,
        "A cart is changed without knowing what can be sold, since Inventory answered {Status}")]
    private partial void LogUnchecked(StatusCode status);
}

/// <summary>Units of products that can be sold, as far as that is known.</summary>
internal sealed class Availability(IReadOnlyDictionary<Guid, int> units)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Availability Unknown = new(new Dictionary<Guid, int>());

    /// <summary>Of one product; null when it is not known.</summary>
    public int? Of(Guid productId) => units.TryGetValue(productId, out var count) ? count : null;
}
