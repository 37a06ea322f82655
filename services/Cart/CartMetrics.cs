using System.Diagnostics.Metrics;

namespace CommerceKata.Cart;

/// <summary>What operators count.</summary>
internal static class CartMetrics
{
    private static readonly Meter Meter = new("CommerceKata.Cart");
    private static readonly Counter<long> Abandoned = Meter.CreateCounter<long>("cart.abandoned.cleared", description: "Carts cleared that nobody changed for long");

    public static void Cleared(int carts) => Abandoned.Add(carts);
}
