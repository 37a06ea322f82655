using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Configuration;

/// <summary>Settings under <c>Shop</c>: what is the same for all processes.</summary>
[Settings("Shop", For = "Catalog, Orders, Billing and Shipping")]
public sealed class ShopOptions
{
    /// <summary>
    /// The currency of all prices: ISO 4217, one that Stripe charges. Prices of the demo shop and of delivery are made
    /// for it. A catalog
    /// with prices in another is not served.
    /// </summary>
    public string Currency { get; set; } = "USD";
}

/// <summary>Reads the settings of the shop.</summary>
public static class ShopSetup
{
    private static readonly string[] Before = ["Catalog:Currency", "Shipping:Currency"];

    /// <summary>Registers the shop's <see cref="Currency"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <exception cref="SettingException">It is none, or a setting of earlier versions says what it is.</exception>
    public static Currency AddShop(this WebApplicationBuilder builder)
    {
        var currency = builder.Configuration.ReadCurrency();
        builder.Services.AddSingleton(currency);
        return currency;
    }

    /// <summary>The shop's currency.</summary>
    /// <param name="settings">All settings.</param>
    /// <exception cref="SettingException">It is none, or a setting of earlier versions says what it is.</exception>
    public static Currency ReadCurrency(this IConfiguration settings)
    {
        // One of them alone made a shop in two currencies.
        if (Array.Find(Before, name => settings[name] is not null) is { } gone)
            throw new SettingException($"{gone} is no setting any more: Shop:Currency is the currency of all prices.");
        var code = settings.ReadSettings(new ShopOptions()).Currency;
        return Currencies.Find(code)
            ?? throw new SettingException(
                "Shop:Currency must be the ISO 4217 code of a currency that Stripe charges, such as USD, "
                + $"not \"{code}\".");
    }
}
