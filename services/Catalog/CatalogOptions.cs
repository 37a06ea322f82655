using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Catalog;

/// <summary>Settings under <c>Catalog</c>.</summary>
[Settings("Catalog")]
internal sealed class CatalogOptions
{
    /// <summary>
    /// Whether an empty catalog is filled with the demo shop's products, at prices that suit the shop's currency.
    /// </summary>
    public bool Seed { get; set; } = true;
}
