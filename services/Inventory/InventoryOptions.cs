using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Inventory;

/// <summary>Settings under <c>Inventory</c>.</summary>
[Settings("Inventory")]
internal sealed class InventoryOptions
{
    /// <summary>How often reservations are looked for whose time is over.</summary>
    public TimeSpan ExpiryInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A product that ran low is ordered up to so many times its threshold.</summary>
    public int OrderUpTo { get; set; } = 3;

    /// <summary>Settings under <c>Inventory:Supplier</c>.</summary>
    public SupplierOptions Supplier { get; set; } = new();

    /// <exception cref="SettingException">A setting is out of bounds.</exception>
    public void Check()
    {
        if (ExpiryInterval <= TimeSpan.Zero || ExpiryInterval > TimeSpan.FromHours(1))
            throw new SettingException("Inventory:ExpiryInterval must be up to an hour, written as 00:00:01.");
        if (OrderUpTo is < 1 or > 1_000) throw new SettingException("Inventory:OrderUpTo must be 1 to 1000 times the threshold.");
        if (Supplier.ConfirmAfter < TimeSpan.Zero) throw new SettingException("Inventory:Supplier:ConfirmAfter must not be negative.");
        if (Supplier.DeliverIn < TimeSpan.Zero) throw new SettingException("Inventory:Supplier:DeliverIn must not be negative.");
    }
}

/// <summary>The simulated supplier.</summary>
internal sealed class SupplierOptions
{
    /// <summary>How long after it was placed a purchase order is confirmed; null for never, where the supplier is a real one.</summary>
    public TimeSpan? ConfirmAfter { get; set; }

    /// <summary>How long after that it promises to deliver. The goods themselves are for an admin to record.</summary>
    public TimeSpan DeliverIn { get; set; } = TimeSpan.FromDays(3);
}
