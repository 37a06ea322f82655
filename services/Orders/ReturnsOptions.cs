using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Orders;

/// <summary>Settings under <c>Returns</c>.</summary>
[Settings("Returns")]
internal sealed class ReturnsOptions
{
    /// <summary>How long an order may be returned: from its delivery, or from its confirmation while nobody has noted a delivery.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(30);

    /// <exception cref="SettingException">Nothing could ever be returned.</exception>
    public void Check()
    {
        if (Window < TimeSpan.Zero) throw new SettingException("Returns:Window must not be negative.");
    }
}
