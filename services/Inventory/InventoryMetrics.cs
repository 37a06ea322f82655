using System.Diagnostics.Metrics;
using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Inventory;

/// <summary>What operators count of stock (R2.4). A reservation that is asked for again is not counted again.</summary>
internal static class InventoryMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Inventory");

    private static readonly LabelledCounter Reservations = Meter.Counter(
        "inventory.reservations", "{reservation}", "Reservations asked for: held, or short (not enough of some line, so nothing was taken).", "outcome");

    private static readonly LabelledCounter Reserved = Meter.Counter("inventory.units.reserved", "{unit}", "Units held for orders.");

    private static readonly LabelledCounter Missing = Meter.Counter("inventory.units.short", "{unit}", "Units that were asked for and not there.");

    private static readonly LabelledCounter Ended = Meter.Counter(
        "inventory.reservations.ended", "{reservation}", "Reservations that came to an end: settled (sold), released, expired, cancelled.", "ending");

    private static readonly LabelledCounter Received = Meter.Counter("inventory.units.received", "{unit}", "Units that suppliers delivered (FB.3).");

    private static readonly LabelledCounter Crossings = Meter.Counter(
        "inventory.crossings", "{product}", "Products of which what can be sold crossed a line: ran_low, sold_out, in_stock.", "kind");

    private static StockState? _state;

    static InventoryMetrics() => Meter.Gauge(
        "inventory.products", "{product}", "Products by how they stand, a look every 15 seconds: oversold (a constraint forbids it), sold_out, low (below their threshold).", Observe, "state");

    public static void Seen(StockState state) => Volatile.Write(ref _state, state);

    public static void Held(IReadOnlyList<StockLine> lines)
    {
        Reservations.Add(1, "held");
        Reserved.Add(lines.Sum(line => line.Quantity));
    }

    public static void Short(IReadOnlyList<ShortLine> lines)
    {
        Reservations.Add(1, "short");
        Missing.Add(lines.Sum(line => line.Requested - line.Available));
    }

    public static void HasEnded(string status, int reservations) => Ended.Add(reservations, status.ToLowerInvariant());

    public static void HasReceived(int units) => Received.Add(units);

    public static void Crossed(string kind) => Crossings.Add(1, kind.ToLowerInvariant());

    private static IEnumerable<Measurement<long>> Observe()
    {
        if (Volatile.Read(ref _state) is not { } state) yield break;
        yield return new(state.Oversold, new KeyValuePair<string, object?>("state", "oversold"));
        yield return new(state.SoldOut, new KeyValuePair<string, object?>("state", "sold_out"));
        yield return new(state.Low, new KeyValuePair<string, object?>("state", "low"));
    }
}
