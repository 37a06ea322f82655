using System.Diagnostics.CodeAnalysis;
using Commerce.Catalog.V1;
using Commerce.Orders.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using Grpc.Core;

namespace CommerceKata.Orders;

/// <summary>Who buys, and from where.</summary>
/// <param name="UserId">The user; a guest is one too.</param>
/// <param name="SessionId">The session; empty where the token names none.</param>
/// <param name="IsGuest">Whether the user is not registered.</param>
/// <param name="ClientAddress">The client's address; of IPv6 its network.</param>
internal sealed record Buyer(Guid UserId, Guid SessionId, bool IsGuest, string ClientAddress)
{
    public static Buyer Of(ServerCallContext context)
    {
        var caller = Caller.Of(context);
        return new(caller.UserId, caller.SessionId, caller.Who == Who.Guest, ServiceDefaults.Clients.ClientAddress.Of(context));
    }
}

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

    /// <summary>Whether the total is within the bounds of a charge. A total of nothing is not charged at all.</summary>
    /// <param name="bounds">The bounds, where it is not.</param>
    public bool CanBeCharged([NotNullWhen(false)] out AmountNotAllowed? bounds)
    {
        var currency = Currencies.Of(Total.Currency);
        bounds = Total.MinorUnits == 0 || currency.IsCharge(Total.MinorUnits) ? null : new()
        {
            Minimum = (Total with { MinorUnits = currency.MinCharge }).ToProto(),
            Maximum = (Total with { MinorUnits = currency.MaxCharge }).ToProto(),
        };
        return bounds is null;
    }

    /// <summary>What the goods cost together; all prices of a shop are in one currency.</summary>
    public static Money SubtotalOf(IReadOnlyList<PurchaseLine> lines) =>
        lines.Aggregate(Money.Zero(lines[0].UnitPrice.Currency), (sum, line) => sum + (line.UnitPrice * line.Quantity));

    /// <summary>The order that records it. Nothing is taken yet.</summary>
    public Order ToOrder(Buyer buyer, CheckoutInput input, DateTime now, DateTime payBy) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = OrderNumber.Draw(),
        UserId = buyer.UserId,
        SessionId = buyer.SessionId == Guid.Empty ? null : buyer.SessionId,
        ClientAddress = buyer.ClientAddress,
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
        RadarSession = input.RadarSession,
        PlacedAt = now,
        PayBy = payBy,
        Lines = [.. Lines.Select(line => new OrderLine(
            Guid.CreateVersion7(), Guid.Parse(line.Product.Id), line.Product.Sku, line.Product.Name, line.Quantity, line.UnitPrice.MinorUnits))],
    };
}
