using CommerceKata.ServiceDefaults;
using Proto = Commerce.Shipping.V1;

namespace CommerceKata.Shipping;

/// <summary>A way to have goods delivered.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">For people.</param>
/// <param name="Price">What it costs.</param>
/// <param name="Days">Working days, from and to.</param>
internal sealed record DeliveryOption(string Id, string Name, Money Price, (int Min, int Max) Days)
{
    public Proto.ShippingOption ToProto() => new()
    {
        Id = Id,
        Name = Name,
        Price = Price.ToProto(),
        EstimatedDaysMin = Days.Min,
        EstimatedDaysMax = Days.Max,
    };
}

/// <summary>What delivery costs.</summary>
/// <param name="Home">Where parcels start.</param>
/// <param name="Standard">Standard delivery.</param>
/// <param name="FreeFrom">From this value of goods on it is free.</param>
/// <param name="ExpressDomestic">Express within the home country.</param>
/// <param name="ExpressNear">Express nearby.</param>
/// <param name="ExpressWorld">Express to anywhere else.</param>
internal sealed record Tariff(
    string Home, Money Standard, Money FreeFrom, Money ExpressDomestic, Money ExpressNear, Money ExpressWorld)
{
    public string Currency => Standard.Currency;

    /// <summary>Every option that there is: goods that travel for nothing have all of them.</summary>
    public IReadOnlyList<DeliveryOption> All => Quote(Home, FreeFrom);

    /// <summary>All options for a destination and a value of goods, the cheapest first.</summary>
    public IReadOnlyList<DeliveryOption> Quote(string country, Money subtotal)
    {
        var zone = Zones.Of(Home, country);
        List<DeliveryOption> options =
        [
            new("standard", "Standard", Standard, StandardDays(zone)),
            new("express", "Express", Express(zone), ExpressDays(zone)),
        ];
        if (subtotal >= FreeFrom) options.Add(new("free", "Free", Money.Zero(Currency), StandardDays(zone)));
        return [.. options.OrderBy(option => option.Price)];
    }

    private Money Express(Zone zone) => zone switch
    {
        Zone.Domestic => ExpressDomestic,
        Zone.Near => ExpressNear,
        _ => ExpressWorld,
    };

    private static (int Min, int Max) StandardDays(Zone zone) => zone switch
    {
        Zone.Domestic => (3, 5),
        Zone.Near => (5, 8),
        _ => (7, 14),
    };

    private static (int Min, int Max) ExpressDays(Zone zone) => zone switch
    {
        Zone.Domestic => (1, 2),
        Zone.Near => (2, 3),
        _ => (3, 5),
    };
}
