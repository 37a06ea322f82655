using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;
using Quartz;

namespace CommerceKata.Cart;

/// <summary>Settings under <c>Cart</c>.</summary>
[Settings("Cart")]
internal sealed class CartOptions
{
    /// <summary>What <see cref="ClearSchedule"/> is where nothing is cleared by this process.</summary>
    public const string Off = "off";

    /// <summary>A cart that nobody changed for this long is abandoned.</summary>
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>When abandoned carts are cleared: a cron expression with seconds, in UTC; "off" for never.</summary>
    public string ClearSchedule { get; set; } = "0 13 * * * ?";

    /// <summary>A change of a cart waits so long for what can be sold, and is made unchecked after that.</summary>
    public TimeSpan StockPatience { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <exception cref="SettingException">One of them makes no sense.</exception>
    public CartOptions Checked()
    {
        if (!Age.IsSensible(AbandonedAfter)) throw new SettingException($"Cart:AbandonedAfter must be {Age.Bounds}, not \"{AbandonedAfter}\".");
        if (ClearSchedule != Off && !CronExpression.TryParse(ClearSchedule, out _))
            throw new SettingException($"Cart:ClearSchedule must be a cron expression with seconds such as \"0 13 * * * ?\", or \"{Off}\", not \"{ClearSchedule}\".");
        if (StockPatience < TimeSpan.FromMilliseconds(10) || StockPatience > TimeSpan.FromSeconds(5))
            throw new SettingException($"Cart:StockPatience must be 10 ms to 5 seconds, not \"{StockPatience}\".");
        return this;
    }
}
