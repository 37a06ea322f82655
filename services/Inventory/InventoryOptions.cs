namespace CommerceKata.Inventory;

/// <summary>Settings under <c>Inventory</c>.</summary>
internal sealed class InventoryOptions
{
    /// <summary>How often reservations are looked for whose time is over.</summary>
    public TimeSpan ExpiryInterval { get; set; } = TimeSpan.FromSeconds(1);
}
