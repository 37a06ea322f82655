using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Catalog;

/// <summary>Settings under <c>Catalog</c>.</summary>
[Settings("Catalog")]
internal sealed class CatalogOptions
{
    /// <summary>The currency of all prices: ISO 4217.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>Whether an empty catalog is filled with the demo shop's products.</summary>
    public bool Seed { get; set; } = true;

    /// <exception cref="SettingException">The currency is none.</exception>
    public void Check()
    {
        if (!Money.IsCurrency(Currency)) throw new SettingException($"Catalog:Currency must be an ISO 4217 code, not \"{Currency}\".");
    }
}
