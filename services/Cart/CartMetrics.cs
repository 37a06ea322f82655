using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Cart;

/// <summary>What operators count of carts (R2.4, R5.4).</summary>
internal static class CartMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Cart");

    private static readonly LabelledCounter CartsCreated = Meter.Counter("cart.created", "{cart}", "Carts made, with the first thing put in one.");

    private static readonly LabelledCounter Lines = Meter.Counter(
        "cart.lines.added", "{line}", "Times that a product was put in a cart; more of one that is there counts too.");

    private static readonly LabelledCounter Units = Meter.Counter("cart.units.added", "{unit}", "Units put in carts with them.");

    private static readonly LabelledCounter Abandoned = Meter.Counter(
        "cart.abandoned.cleared", "{cart}", "Carts cleared that were not changed for long (R3.2).");

    public static void Created() => CartsCreated.Add(1);

    public static void Added(int quantity)
    {
        Lines.Add(1);
        Units.Add(quantity);
    }

    public static void Cleared(int carts) => Abandoned.Add(carts);
}
