using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Addresses;

namespace CommerceKata.Orders;

/// <summary>What is to be bought: product, quantity, and the price at this moment.</summary>
internal sealed record PurchaseLine(Product Product, int Quantity)
{
    public Money UnitPrice => Money.FromProto(Product.Price);
}

/// <summary>A purchase as it was read from the other services, before any of it is taken.</summary>
internal sealed record Purchase(
    Guid? CartId, long? CartVersion, IReadOnlyList<PurchaseLine> Lines, string Email, PostalAddress Address,
    string ShippingOptionId, string ShippingOption, Money Shipping)
{
    public Money Subtotal => SubtotalOf(Lines);

    public Money Total => Subtotal + Shipping;

    /// <summary>What the goods cost together; all prices of a shop are in one currency.</summary>
    public static Money SubtotalOf(IReadOnlyList<PurchaseLine> lines) =>
        lines.Aggregate(Money.Zero(lines[0].UnitPrice.Currency), (sum, line) => sum + (line.UnitPrice * line.Quantity));

    /// <summary>The order that records it. Nothing is taken yet.</summary>
    public Order ToOrder(Guid userId, CheckoutInput input, DateTime now, TimeSpan paymentWindow) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = OrderNumber.Draw(),
        UserId = userId,
        IdempotencyKey = input.Key,
        Fingerprint = input.Fingerprint,
        CartId = CartId,
        CartVersion = CartVersion,
        Currency = Subtotal.Currency,
        SubtotalMinor = Subtotal.MinorUnits,
        ShippingMinor = Shipping.MinorUnits,
        ShippingOptionId = ShippingOptionId,
        ShippingOption = ShippingOption,
        Email = Email,
        Address = Address,
        PaymentMethod = input.PaymentMethod,
        PlacedAt = now,
        PayBy = now + paymentWindow,
        Lines = [.. Lines.Select(line => new OrderLine(
            Guid.CreateVersion7(), Guid.Parse(line.Product.Id), line.Product.Sku, line.Product.Name, line.Quantity, line.UnitPrice.MinorUnits))],
    };
}
