namespace CommerceKata.Orders;

/// <summary>A line of the order, and how much of it went back.</summary>
/// <param name="Bought">Units.</param>
/// <param name="PaidMinor">What was paid for all of them.</param>
/// <param name="Before">Units that went back with earlier returns.</param>
/// <param name="Now">Units that go back now.</param>
internal readonly record struct RefundLine(int Bought, long PaidMinor, int Before, int Now);

/// <summary>What a return gives back: what was really paid for its units, and the shipping with the last unit of the order.</summary>
internal static class RefundAmount
{
    /// <param name="lines">All lines of the order, also those of which nothing goes back.</param>
    /// <param name="shippingMinor">What the delivery cost.</param>
    /// <param name="step">What every refund in this currency is a multiple of, as all prices are.</param>
    /// <returns>Minor units. Over returns that together bring back the whole order they sum up to all that was paid, whatever their order.</returns>
    public static long Of(IReadOnlyCollection<RefundLine> lines, long shippingMinor, long step) =>
        lines.Sum(line => ShareOf(line, line.Before + line.Now, step) - ShareOf(line, line.Before, step))
        + (BringsBackTheLast(lines) ? shippingMinor : 0);

    /// <summary>
    /// What so many units of a line cost together. A return gives the difference of two of these, so that no cent is lost or gained
    /// by rounding each return for itself: what a line cost need not divide by its units.
    /// </summary>
    private static long ShareOf(RefundLine line, int units, long step) => units == line.Bought
        ? line.PaidMinor
        : (long)((Int128)line.PaidMinor * units / line.Bought / step) * step;

    private static bool BringsBackTheLast(IReadOnlyCollection<RefundLine> lines) =>
        lines.All(line => line.Before + line.Now == line.Bought) && lines.Any(line => line.Now > 0);
}
