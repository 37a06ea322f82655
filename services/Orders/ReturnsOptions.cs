namespace CommerceKata.Orders;

/// <summary>Settings under <c>Returns</c>.</summary>
internal sealed class ReturnsOptions
{
    /// <summary>How long an order may be returned: from its delivery, or from its confirmation while nobody has noted a delivery.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(30);
}
