using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;
using Google.Protobuf.Collections;
using Proto = Commerce.Inventory.V1;

namespace CommerceKata.Inventory;

/// <summary>The counts of a product, as its row has them.</summary>
internal sealed record Stock(Guid ProductId, int OnHand, int Reserved, int Damaged, int Threshold)
{
    /// <summary>The list of low stock, the emptiest first.</summary>
    public static readonly ListName LowStock = ListName.Of("lowStock", "AVAILABLE_ASC");

    /// <summary>What the cursors of the list of low stock hold.</summary>
    public static readonly CursorKey[] CursorKeys = [CursorKey.Number, CursorKey.Id];

    public string Cursor => ServiceDefaults.Paging.Cursor.Write(
        LowStock, (OnHand - Reserved).ToString(System.Globalization.CultureInfo.InvariantCulture), ProductId.ToString());

    public Proto.Stock ToProto() => new()
    {
        ProductId = ProductId.ToString(),
        OnHand = OnHand,
        Reserved = Reserved,
        Damaged = Damaged,
        Threshold = Threshold,
    };
}

/// <summary>What can be sold now.</summary>
internal sealed record Availability(Guid ProductId, int Available)
{
    public Proto.Availability ToProto() => new() { ProductId = ProductId.ToString(), Available = Available };
}

/// <summary>So many of a product.</summary>
internal sealed record StockLine(Guid ProductId, int Quantity)
{
    public const int MaxLines = 100;
    public const int MaxQuantity = 1_000_000;

    /// <summary>Checks the lines of an order; each product may stand in one of them.</summary>
    public static IReadOnlyList<StockLine> Read(RepeatedField<Proto.StockLine> lines, Violations check)
    {
        check.Require(lines.Count is >= 1 and <= MaxLines, "lines", Problem.OutOfRange(1, MaxLines));
        List<StockLine> read = [.. lines.Take(MaxLines).Select((line, at) => new StockLine(
            check.Id(line.ProductId, $"lines[{at}].product_id"),
            check.Range(line.Quantity, $"lines[{at}].quantity", 1, MaxQuantity)))];
        check.Require(read.DistinctBy(line => line.ProductId).Count() == read.Count, "lines", new("DUPLICATE", "must name each product once"));
        return read;
    }
}

/// <summary>Units of a product that came back.</summary>
internal sealed record ReturnedLine(Guid ProductId, int Sellable, int Damaged)
{
    /// <summary>Checks the lines of a return; each product may stand in one of them.</summary>
    public static IReadOnlyList<ReturnedLine> Read(RepeatedField<Proto.ReturnedLine> lines, Violations check)
    {
        check.Require(lines.Count is >= 1 and <= StockLine.MaxLines, "lines", Problem.OutOfRange(1, StockLine.MaxLines));
        List<ReturnedLine> read = [.. lines.Take(StockLine.MaxLines).Select((line, at) => new ReturnedLine(
            check.Id(line.ProductId, $"lines[{at}].product_id"),
            check.Range(line.Sellable, $"lines[{at}].sellable", 0, StockLine.MaxQuantity),
            check.Range(line.Damaged, $"lines[{at}].damaged", 0, StockLine.MaxQuantity)))];
        for (var at = 0; at < read.Count; at++) check.Require(read[at] is not { Sellable: 0, Damaged: 0 }, $"lines[{at}]", new("NO_UNITS", "must have units"));
        check.Require(read.DistinctBy(line => line.ProductId).Count() == read.Count, "lines", new("DUPLICATE", "must name each product once"));
        return read;
    }
}
