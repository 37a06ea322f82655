using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Addresses;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Shipping;

/// <summary>Settings under <c>Shipping</c>: all prices, in one place.</summary>
[Settings("Shipping")]
internal sealed class ShippingOptions
{
    /// <summary>The currency of all prices: ISO 4217, the same as the Catalog's.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>Where parcels start: ISO 3166-1 alpha-2.</summary>
    public string HomeCountry { get; set; } = "US";

    /// <summary>Standard delivery, wherever to.</summary>
    public decimal StandardPrice { get; set; } = 4.90m;

    /// <summary>Goods of this value travel by standard delivery for nothing.</summary>
    public decimal FreeFrom { get; set; } = 75.00m;

    /// <summary>Express delivery within the home country.</summary>
    public decimal ExpressDomesticPrice { get; set; } = 12.90m;

    /// <summary>Express delivery to countries nearby.</summary>
    public decimal ExpressNearPrice { get; set; } = 24.90m;

    /// <summary>Express delivery to the rest of the world.</summary>
    public decimal ExpressWorldPrice { get; set; } = 39.90m;

    /// <exception cref="SettingException">A setting is not what it should be.</exception>
    public Tariff ToTariff()
    {
        if (!Money.IsCurrency(Currency)) throw new SettingException($"Shipping:Currency must be an ISO 4217 code, not \"{Currency}\".");
        if (!Countries.Exists(HomeCountry))
            throw new SettingException($"Shipping:HomeCountry must be an ISO 3166-1 alpha-2 code, not \"{HomeCountry}\".");
        return new(
            HomeCountry,
            Price(StandardPrice, nameof(StandardPrice)),
            Price(FreeFrom, nameof(FreeFrom)),
            Price(ExpressDomesticPrice, nameof(ExpressDomesticPrice)),
            Price(ExpressNearPrice, nameof(ExpressNearPrice)),
            Price(ExpressWorldPrice, nameof(ExpressWorldPrice)));
    }

    private Money Price(decimal amount, string setting) => Money.TryFromAmount(amount, Currency, out var price) && amount >= 0
        ? price
        : throw new SettingException($"Shipping:{setting} must be a price in {Currency}, not {amount}.");
}
