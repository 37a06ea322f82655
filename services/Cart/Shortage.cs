using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart;

/// <summary>What a change comes to: the cart after it, or the lines that ask for more than can be sold.</summary>
/// <param name="Cart">As it shall be; as it was when there are any short lines.</param>
/// <param name="Short">Why nothing is changed; empty when it is.</param>
internal sealed record CartEdit(Cart Cart, IReadOnlyList<ShortLine> Short)
{
    /// <summary>
    /// Refuses a change by which lines grow beyond what can be sold. A line that does not grow may stay as it is: the
    /// cart shows what is short, and its owner may lower it.
    /// </summary>
    public static CartEdit Checked(Cart before, Cart after, Availability available)
    {
        List<ShortLine> missing = [.. after.GrownSince(before)
            .Where(line => line.Quantity > available.Of(line.ProductId))
            .Select(line => new ShortLine(line.ProductId, line.Quantity, available.Of(line.ProductId)!.Value))];
        return missing.Count == 0 ? new(after, []) : new(before, missing);
    }
}

/// <summary>A line that would hold more than can be sold.</summary>
/// <param name="ProductId">Of what.</param>
/// <param name="Requested">Units that the whole line would hold.</param>
/// <param name="Available">Units that can be sold.</param>
internal sealed record ShortLine(Guid ProductId, int Requested, int Available)
{
    public Proto.ShortLine ToProto() => new()
    {
        ProductId = ProductId.ToString(),
        Requested = Requested,
        Available = Available,
        Problem = Available == 0 ? Proto.LineProblem.OutOfStock : Proto.LineProblem.TooFew,
    };
}
