using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Orders;

/// <summary>Settings under <c>Checkout</c>.</summary>
[Settings("Checkout")]
internal sealed class OrdersOptions
{
    /// <summary>How long a customer may take for the payment (3-D Secure) before the order expires.</summary>
    public TimeSpan PaymentWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The same for a guest, where that is shorter: a guest's session costs nothing, and holds stock all the same.</summary>
    public TimeSpan GuestPaymentWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long Inventory holds the stock of an order that nobody ends. Orders ends every order itself, long before:
    /// this is only for stock that would otherwise be held for ever. See docs/checkout.md.
    /// </summary>
    public TimeSpan Hold { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the request that placed an order has it for itself, before the recovery worker looks after it.</summary>
    public TimeSpan RequestLease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a second request with the same key waits for the first one's answer.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long an order that was never paid keeps its email address and postal address.</summary>
    public TimeSpan KeepUnpaid { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Settings under <c>Checkout:Unpaid</c>.</summary>
    public UnpaidOptions Unpaid { get; set; } = new();

    /// <summary>Settings under <c>Checkout:Declines</c>.</summary>
    public DeclineOptions Declines { get; set; } = new();

    /// <summary>When an order of this buyer that is placed now must be paid.</summary>
    public DateTime PayBy(Buyer buyer, DateTime now) =>
        now + (buyer.IsGuest && GuestPaymentWindow < PaymentWindow ? GuestPaymentWindow : PaymentWindow);

    /// <exception cref="SettingException">One of them leaves no time at all.</exception>
    public void Check()
    {
        foreach (var (name, time) in new[] { ("PaymentWindow", PaymentWindow), ("GuestPaymentWindow", GuestPaymentWindow), ("Hold", Hold), ("RequestLease", RequestLease), ("Patience", Patience) })
        {
            if (time <= TimeSpan.Zero) throw new SettingException($"Checkout:{name} must be longer than nothing, written as 00:15:00.");
        }

        Cleaner.CheckSetting("Checkout:KeepUnpaid", KeepUnpaid);
        Unpaid.Check();
        Declines.Check();
    }
}
