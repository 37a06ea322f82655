namespace CommerceKata.Catalog;

/// <summary>Settings under <c>Catalog</c>.</summary>
internal sealed class CatalogOptions
{
    /// <summary>The currency of all prices: ISO 4217.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>Whether an empty catalog is filled with the demo shop's products.</summary>
    public bool Seed { get; set; } = true;
}
