using CommerceKata.ServiceDefaults;

namespace CommerceKata.Orders;

/// <summary>Settings under <c>Checkout:Unpaid</c>: how much stock orders may hold while they wait for their payment (3-D Secure).</summary>
internal sealed class UnpaidOptions
{
    /// <summary>Orders of one session.</summary>
    public int OrdersPerSession { get; set; } = 3;

    /// <summary>Units in all unpaid orders of one session together.</summary>
    public int UnitsPerSession { get; set; } = 200;

    /// <summary>Orders from one client address (of IPv6, one /64 network): many people may share it.</summary>
    public int OrdersPerAddress { get; set; } = 100;

    /// <summary>Units in all unpaid orders from one client address together.</summary>
    public int UnitsPerAddress { get; set; } = 2_000;

    /// <exception cref="SettingException">One of them lets nobody buy, or an address hold less than a session.</exception>
    public void Check()
    {
        if (OrdersPerSession < 1) throw new SettingException("Checkout:Unpaid:OrdersPerSession must be 1 or more.");
        if (UnitsPerSession < 1) throw new SettingException("Checkout:Unpaid:UnitsPerSession must be 1 or more.");
        if (OrdersPerAddress < OrdersPerSession)
            throw new SettingException("Checkout:Unpaid:OrdersPerAddress must not be less than OrdersPerSession.");
        if (UnitsPerAddress < UnitsPerSession)
            throw new SettingException("Checkout:Unpaid:UnitsPerAddress must not be less than UnitsPerSession.");
    }
}

/// <summary>Settings under <c>Checkout:Declines</c>: how many declined payments there may be before the shop asks to wait.</summary>
internal sealed class DeclineOptions
{
    /// <summary>For how long a declined payment counts.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Of one session.</summary>
    public int PerSession { get; set; } = 10;

    /// <summary>For one cart.</summary>
    public int PerCart { get; set; } = 10;

    /// <summary>With one email address. It slows guests only, so that nobody can lock a customer out by their address.</summary>
    public int PerEmail { get; set; } = 50;

    /// <summary>From one client address (of IPv6, one /64 network): many people may share it.</summary>
    public int PerAddress { get; set; } = 200;

    /// <summary>
    /// After so many of a session or a cart the bank's reason is not told any more; of an email or a client address, after half of
    /// those that it may have.
    /// </summary>
    public int TellReasons { get; set; } = 3;

    /// <exception cref="SettingException">One of them makes no sense.</exception>
    public void Check()
    {
        if (Window <= TimeSpan.Zero || Window > TimeSpan.FromDays(7)) throw new SettingException("Checkout:Declines:Window must be up to 7 days, written as 01:00:00.");
        foreach (var (name, most) in new[] { ("PerSession", PerSession), ("PerCart", PerCart), ("PerEmail", PerEmail), ("PerAddress", PerAddress) })
        {
            if (most < 1) throw new SettingException($"Checkout:Declines:{name} must be 1 or more.");
        }

        if (TellReasons < 0) throw new SettingException("Checkout:Declines:TellReasons must not be negative.");
    }
}
