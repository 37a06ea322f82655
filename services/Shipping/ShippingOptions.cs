using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Shipping;

/// <summary>Settings under <c>Shipping</c>: all prices, in one place.</summary>
[Settings("Shipping")]
internal sealed class ShippingOptions
{
    /// <summary>Where parcels start: ISO 3166-1 alpha-2.</summary>
    public string HomeCountry { get; set; } = "US";

    /// <summary>Standard delivery, wherever to.</summary>
    [Setting(Default = "4.90 USD, or about as much in the shop's currency")]
    public decimal? StandardPrice { get; set; }

    /// <summary>Goods of this value travel by standard delivery for nothing.</summary>
    [Setting(Default = "75.00 USD, or about as much")]
    public decimal? FreeFrom { get; set; }

    /// <summary>Express delivery within the home country.</summary>
    [Setting(Default = "12.90 USD, or about as much")]
    public decimal? ExpressDomesticPrice { get; set; }

    /// <summary>Express delivery to countries nearby.</summary>
    [Setting(Default = "24.90 USD, or about as much")]
    public decimal? ExpressNearPrice { get; set; }

    /// <summary>Express delivery to the rest of the world.</summary>
    [Setting(Default = "39.90 USD, or about as much")]
    public decimal? ExpressWorldPrice { get; set; }

    /// <summary>What delivery costs.</summary>
    /// <param name="currency">The shop's.</param>
    /// <exception cref="SettingException">A setting is not what it should be.</exception>
    public Tariff ToTariff(Currency currency)
    {
        if (!Countries.Exists(HomeCountry))
            throw new SettingException($"Shipping:HomeCountry must be an ISO 3166-1 alpha-2 code, not \"{HomeCountry}\".");
        return new(
            HomeCountry,
            Price(StandardPrice, 4.90m, nameof(StandardPrice)),
            Price(FreeFrom, 75.00m, nameof(FreeFrom)),
            Price(ExpressDomesticPrice, 12.90m, nameof(ExpressDomesticPrice)),
            Price(ExpressNearPrice, 24.90m, nameof(ExpressNearPrice)),
            Price(ExpressWorldPrice, 39.90m, nameof(ExpressWorldPrice)));

        Money Price(decimal? set, decimal dollars, string setting)
        {
            if (set is not { } amount) return currency.Rough(dollars);
            var step = new Money(currency.Step, currency.Code);
            return Money.TryFromAmount(amount, currency.Code, out var price) && price.IsPrice
                ? price
                : throw new SettingException(
                    $"Shipping:{setting} must be a price in {currency.Code}, a multiple of {step}, not {amount}.");
        }
    }
}
