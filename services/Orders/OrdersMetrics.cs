using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Orders;

/// <summary>What operators count of orders (R2.4, R5.4). Each is counted after the commit that made it true, by whoever made it.</summary>
internal static class OrdersMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Orders");

    private static readonly LabelledCounter Transitions = Meter.Counter(
        "orders.transitions", "{order}",
        "Orders that came to a status: pending (placed), awaiting_payment, confirmed, shipped, delivered, out_of_stock, payment_failed, cancelled, expired, returned.", "status");

    private static readonly LabelledCounter Revenue = Meter.Counter(
        "orders.revenue.minor", "{minor_unit}", "What confirmed orders came to, shipping included, in minor units (cents): whole numbers add up exactly.", "currency");

    private static readonly LabelledCounter Units = Meter.Counter("orders.units.sold", "{unit}", "Units in confirmed orders.");

    private static readonly LabelledCounter Returns = Meter.Counter(
        "orders.returns", "{return}", "Returns that came to a status: requested, rejected, refunding (approved), refunded, refund_failed.", "status");

    private static readonly Dictionary<OrderStatus, string> Names = Enum.GetValues<OrderStatus>().ToDictionary(one => one, one => one.Text().ToLowerInvariant());

    private static readonly Dictionary<ReturnStatus, string> ReturnNames = Enum.GetValues<ReturnStatus>().ToDictionary(one => one, one => one.Text().ToLowerInvariant());

    public static void Reached(Order order)
    {
        Transitions.Add(1, Names[order.Status]);
        if (order.Status != OrderStatus.Confirmed) return;
        Revenue.Add(order.Total.MinorUnits, order.Currency);
        Units.Add(order.Lines.Sum(line => line.Quantity));
    }

    public static void Reached(ReturnStatus status) => Returns.Add(1, ReturnNames[status]);
}
