using Commerce.Orders.V1;

namespace CommerceKata.Notifications;

/// <summary>What the templates order-shipped and order-delivered can say.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="Lines">What is in the parcel: "2 x Mug".</param>
/// <param name="TrackingNumber">The carrier's; empty when there is none.</param>
internal sealed record FulfilmentMail(string Number, MailDate PlacedAt, IReadOnlyList<string> Lines, string TrackingNumber)
{
    public const string Shipped = "order-shipped";
    public const string Delivered = "order-delivered";

    public bool HasTrackingNumber => TrackingNumber.Length > 0;

    public static FulfilmentMail From(Order order) => new(
        order.Number, MailDate.From(order.PlacedAt), [.. InParcel(order)], order.TrackingNumber);

    /// <summary>What came back before is not in the parcel.</summary>
    private static IEnumerable<string> InParcel(Order order) => order.Lines
        .Select(line => (Units: line.Quantity - line.ReturnedQuantity, line.Name))
        .Where(line => line.Units > 0)
        .Select(line => $"{line.Units} x {line.Name}");
}
