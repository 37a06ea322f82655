using System.Text.Json.Serialization;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders;

/// <summary>A line that cannot be bought as it stands.</summary>
/// <param name="ProductId">Of what.</param>
/// <param name="Requested">Units asked for.</param>
/// <param name="Available">Units that can be sold.</param>
internal sealed record ShortLine(Guid ProductId, int Requested, int Available)
{
    /// <summary>
    /// Whether the product is not sold any more. No order is placed then: what is kept with an order only fell short.
    /// </summary>
    [JsonIgnore]
    public bool IsGone { get; private init; }

    /// <summary>A line whose product is archived, or no longer there.</summary>
    public static ShortLine Gone(Guid productId, int requested) =>
        new(productId, requested, Available: 0) { IsGone = true };

    public Proto.ShortLine ToProto() => new()
    {
        ProductId = ProductId.ToString(),
        Requested = Requested,
        Available = Available,
        Problem = IsGone ? Proto.ShortLineProblem.NotAvailable
            : Available == 0 ? Proto.ShortLineProblem.OutOfStock
            : Proto.ShortLineProblem.TooFew,
    };
}
