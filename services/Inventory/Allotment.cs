namespace CommerceKata.Inventory;

/// <summary>Who gets what, when several orders want stock at the same moment; decided without a database.</summary>
internal static class Allotment
{
    /// <summary>First come, first served: each gets all of its lines, if they are left, or nothing.</summary>
    /// <param name="available">Units of each product that can be sold now; none of one that is not there.</param>
    /// <param name="wanted">In the order in which they came.</param>
    /// <returns>For each the lines of which there was not enough; none where it got everything.</returns>
    public static IReadOnlyList<IReadOnlyList<ShortLine>> Of(IReadOnlyDictionary<Guid, int> available, IEnumerable<IReadOnlyList<StockLine>> wanted)
    {
        var left = available.ToDictionary();
        return [.. wanted.Select(lines => Take(left, lines))];
    }

    private static List<ShortLine> Take(Dictionary<Guid, int> left, IReadOnlyList<StockLine> lines)
    {
        List<ShortLine> missing = [.. lines
            .Where(line => line.Quantity > left.GetValueOrDefault(line.ProductId))
            .Select(line => new ShortLine(line.ProductId, line.Quantity, left.GetValueOrDefault(line.ProductId)))];
        if (missing.Count > 0) return missing;
        foreach (var line in lines) left[line.ProductId] -= line.Quantity;
        return missing;
    }
}
