namespace CommerceKata.Orders;

/// <summary>Where an order stands. The diagram in docs/checkout.md shows the same transitions.</summary>
internal enum OrderStatus
{
    /// <summary>Placed; stock and payment are being taken.</summary>
    Pending,

    /// <summary>The customer must act (3-D Secure).</summary>
    AwaitingPayment,
    Confirmed,
    Shipped,
    Delivered,
    OutOfStock,
    PaymentFailed,
    Cancelled,
    Expired,

    /// <summary>
    /// Everything came back before it shipped: nothing is left to ship. A shipped or delivered order keeps its status.
    /// </summary>
    Returned,
}

/// <summary>What may follow what. Every change of status is an UPDATE on the condition of the status before.</summary>
internal static class OrderTransitions
{
    private static readonly Dictionary<OrderStatus, OrderStatus[]> Next = new()
    {
        [OrderStatus.Pending] =
        [
            OrderStatus.AwaitingPayment, OrderStatus.Confirmed, OrderStatus.OutOfStock, OrderStatus.PaymentFailed,
            OrderStatus.Cancelled, OrderStatus.Expired,
        ],
        [OrderStatus.AwaitingPayment] = [OrderStatus.Confirmed, OrderStatus.PaymentFailed, OrderStatus.Cancelled, OrderStatus.Expired],
        [OrderStatus.Confirmed] = [OrderStatus.Shipped, OrderStatus.Returned, OrderStatus.Cancelled],
        [OrderStatus.Shipped] = [OrderStatus.Delivered],
    };

    /// <summary>All pairs, for the diagram.</summary>
    public static IEnumerable<(OrderStatus From, OrderStatus To)> All => Next.SelectMany(pair => pair.Value.Select(to => (pair.Key, to)));

    public static bool Allows(OrderStatus from, OrderStatus to) => Next.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>
    /// Over, and nothing is sold: no stock and no money of it may stay with us. What was returned is given back by its
    /// returns.
    /// </summary>
    public static bool IsUndone(this OrderStatus status) =>
        status is OrderStatus.OutOfStock or OrderStatus.PaymentFailed or OrderStatus.Cancelled or OrderStatus.Expired;

    /// <summary>Paid, and not undone: what was bought is the customer's.</summary>
    public static bool IsSold(this OrderStatus status) => status is OrderStatus.Confirmed or OrderStatus.Shipped or OrderStatus.Delivered;

    /// <summary>The name in the database and in answers: AWAITING_PAYMENT.</summary>
    public static string Text(this OrderStatus status) => Names[status];

    public static OrderStatus Parse(string text) => Statuses[text];

    private static readonly Dictionary<OrderStatus, string> Names = Enum.GetValues<OrderStatus>()
        .ToDictionary(status => status, status => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString()));

    private static readonly Dictionary<string, OrderStatus> Statuses = Names.ToDictionary(pair => pair.Value, pair => pair.Key);
}
