using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Notifications;

/// <summary>What the template order-confirmed can say. Amounts and dates write themselves the way people read them.</summary>
internal sealed record OrderConfirmedMail(
    string Number, MailDate PlacedAt, IReadOnlyList<OrderConfirmedLine> Lines,
    Money Subtotal, string ShippingOption, Money Shipping, Money Total, IReadOnlyList<string> Address)
{
    public const string Template = "order-confirmed";

    /// <exception cref="FormatException">An amount is missing or not in whole minor units.</exception>
    public static OrderConfirmedMail From(Order order) => new(
        order.Number,
        MailDate.From(order.PlacedAt),
        [.. order.Lines.Select(line => new OrderConfirmedLine(line.Name, line.Quantity, Money.FromProto(line.UnitPrice), Money.FromProto(line.LineTotal)))],
        Money.FromProto(order.Subtotal),
        order.ShippingOption,
        Money.FromProto(order.Shipping),
        Money.FromProto(order.Total),
        AddressLines(order.Address));

    /// <summary>As on an envelope; what is empty takes no line.</summary>
    private static string[] AddressLines(OrderAddress address)
    {
        var place = string.Join(", ", Filled(address.City, address.Region));
        return [.. Filled(address.Name, address.Line1, address.Line2, string.Join(' ', Filled(place, address.PostalCode)), address.CountryCode)];
    }

    private static IEnumerable<string> Filled(params string[] parts) => parts.Where(part => part.Length > 0);
}

/// <summary>One line of the order.</summary>
internal sealed record OrderConfirmedLine(string Name, int Quantity, Money UnitPrice, Money LineTotal);
