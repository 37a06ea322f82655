using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Notifications;

/// <summary>What the templates order-cancelled and payment-failed can say.</summary>
/// <param name="Template">Which of the two it is.</param>
/// <param name="Number">The order's number.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="Lines">What it was about: "2 x Mug".</param>
/// <param name="Total">What it would have cost.</param>
/// <param name="Refund">What goes back; zero when nothing was taken.</param>
/// <param name="IsPaid">Whether the customer paid, if nothing at all: mails about a customer's own money always leave.</param>
/// <param name="InTime">Whether the payment failed before its time was up.</param>
internal sealed record OrderEndedMail(
    string Template, string Number, MailDate PlacedAt, IReadOnlyList<string> Lines, Money Total, Money Refund, bool IsPaid, bool InTime)
{
    public const string Cancelled = "order-cancelled";
    public const string PaymentFailed = "payment-failed";

    public bool HasRefund => Refund.MinorUnits > 0;

    /// <summary>The mail about an order that ended, as the event has it; null when its customer knows already.</summary>
    /// <exception cref="FormatException">An amount is missing or not in whole minor units.</exception>
    public static OrderEndedMail? From(Order order)
    {
        if (TemplateFor(order) is not { } template) return null;
        var total = Money.FromProto(order.Total);
        // The event leaves with the end of the order, and the refund follows it: all that was paid goes back.
        var isPaid = order.Payment?.Status == OrderPaymentStatus.Succeeded;
        return new(
            template,
            order.Number,
            MailDate.From(order.PlacedAt),
            [.. order.Lines.Select(line => $"{line.Quantity} x {line.Name}")],
            total,
            isPaid ? total : Money.Zero(total.Currency),
            isPaid,
            InTime: order.Status != OrderStatus.Expired);
    }

    /// <summary>
    /// Out of stock and a declined card were in the answer to the checkout. What came after that answer, or instead of
    /// it, only a mail can tell.
    /// </summary>
    private static string? TemplateFor(Order order) => order.Status switch
    {
        OrderStatus.Cancelled => Cancelled,
        OrderStatus.Expired => PaymentFailed,
        OrderStatus.PaymentFailed when order.History.Any(happened => happened.Status == OrderStatus.AwaitingPayment) => PaymentFailed,
        _ => null,
    };
}
