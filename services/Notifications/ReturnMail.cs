using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Notifications;

/// <summary>What the templates return-received, return-rejected and refund-issued can say.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="RequestedAt">When the return was asked for.</param>
/// <param name="Lines">What it is about: "1 of 2 x Mug" when one of two came.</param>
/// <param name="Refund">What goes back; zero when nothing does.</param>
/// <param name="Card">What was paid with: "visa 4242"; empty when it is not known.</param>
/// <param name="Note">What the shop says of it; may be empty.</param>
internal sealed record ReturnMail(string Number, MailDate RequestedAt, IReadOnlyList<string> Lines, Money Refund, string Card, string Note)
{
    public const string Received = "return-received";
    public const string Rejected = "return-rejected";
    public const string RefundIssued = "refund-issued";

    public bool HasRefund => Refund.MinorUnits > 0;

    public bool HasNote => Note.Length > 0;

    public bool HasCard => Card.Length > 0;

    /// <exception cref="FormatException">An amount is not in whole minor units.</exception>
    public static ReturnMail From(Order order, Return back)
    {
        var names = order.Lines.ToDictionary(line => line.Id, line => line.Name);
        return new(
            order.Number,
            MailDate.From(back.RequestedAt),
            [.. back.Lines.Select(line => $"{Units(line)} x {names[line.OrderLineId]}")],
            back.Refund is null ? Money.Zero(order.Total.CurrencyCode) : Money.FromProto(back.Refund),
            $"{order.Payment?.Brand} {order.Payment?.Last4}".Trim(),
            back.Note);
    }

    private static string Units(ReturnLine line)
    {
        var came = line.Sellable + line.Damaged;
        return line.HasSellable && came < line.Quantity ? $"{came} of {line.Quantity}" : $"{line.Quantity}";
    }
}
