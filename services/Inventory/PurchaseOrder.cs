using System.Globalization;
using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Inventory.V1;

namespace CommerceKata.Inventory;

/// <summary>Units of a product that are ordered from a supplier, or should be.</summary>
internal sealed record PurchaseOrder(
    long Seq, Guid Id, Guid ProductId, string Status, int Quantity, int Received, DateTime CreatedAt, DateTime? ConfirmedAt, DateTime? ExpectedAt)
{
    public const string Suggested = "SUGGESTED";
    public const string Placed = "PLACED";
    public const string PartiallyReceived = "PARTIALLY_RECEIVED";
    public const string Done = "RECEIVED";
    public const string Cancelled = "CANCELLED";

    private static readonly Dictionary<PurchaseOrderStatus, string> Names = new()
    {
        [PurchaseOrderStatus.Suggested] = Suggested,
        [PurchaseOrderStatus.Placed] = Placed,
        [PurchaseOrderStatus.PartiallyReceived] = PartiallyReceived,
        [PurchaseOrderStatus.Received] = Done,
        [PurchaseOrderStatus.Cancelled] = Cancelled,
    };

    public string CursorIn(ListName list) => Cursor.Write(list, Seq.ToString(CultureInfo.InvariantCulture));

    /// <summary>Units that have not arrived.</summary>
    public int Open => Quantity - Received;

    /// <summary>Whether goods may arrive for it.</summary>
    public bool AwaitsGoods => Status is Placed or PartiallyReceived;

    /// <summary>How a status is written in the table; null for none.</summary>
    public static string? StatusText(PurchaseOrderStatus status) => Names.GetValueOrDefault(status);

    /// <summary>
    /// How many to order of a product that is low: up to so many times its threshold, less what can be sold and what
    /// is on its way. None when that is enough, or when it is not low.
    /// </summary>
    /// <param name="threshold">Below this it is low.</param>
    /// <param name="available">Units that can be sold.</param>
    /// <param name="onOrder">Units that are ordered and have not arrived.</param>
    /// <param name="timesThreshold">How full the shelf should be.</param>
    public static int SuggestedQuantity(int threshold, int available, long onOrder, int timesThreshold) =>
        available >= threshold
            ? 0
            : (int)Math.Clamp(((long)threshold * timesThreshold) - available - onOrder, 0, StockLine.MaxQuantity);

    public Proto.PurchaseOrder ToProto() => new()
    {
        Id = Id.ToString(),
        ProductId = ProductId.ToString(),
        Status = Names.Single(name => name.Value == Status).Key,
        Quantity = Quantity,
        Received = Received,
        CreatedAt = Timestamp.FromDateTime(CreatedAt),
        ConfirmedAt = ConfirmedAt is { } confirmed ? Timestamp.FromDateTime(confirmed) : null,
        ExpectedAt = ExpectedAt is { } expected ? Timestamp.FromDateTime(expected) : null,
    };
}

/// <summary>What became of recording goods.</summary>
internal abstract record Receiving
{
    /// <summary>They are on the shelf, now or since the receipt was recorded before.</summary>
    public sealed record Received(PurchaseOrder Order) : Receiving;

    /// <summary>The purchase order's status does not allow it.</summary>
    public sealed record Refused(string Status) : Receiving;
}

/// <summary>What the list of purchase orders was asked for, checked.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Beyond">The <c>seq</c> that the page's cursor stands on.</param>
/// <param name="Statuses">Any of these; empty for all.</param>
internal sealed record PurchaseOrderQuery(Page Page, long? Beyond, string[] Statuses)
{
    /// <exception cref="Fault">Something is wrong with it; each thing is named.</exception>
    public static PurchaseOrderQuery Read(ListPurchaseOrdersRequest request)
    {
        var check = new Violations();
        var list = ListName.Of("purchaseOrders", "NEWEST", ListName.AnyOf(request.Statuses));
        var page = Page.Read(request.Page, check, list, CursorKey.Number);
        long? beyond = page.Cursor is { } cursor ? long.Parse(cursor.Keys[0], CultureInfo.InvariantCulture) : null;
        check.Require(request.Statuses.All(status => PurchaseOrder.StatusText(status) is not null), "statuses", Problem.NotFound("a status"));
        check.ThrowIfAny();
        return new(page, beyond, [.. request.Statuses.Distinct().Select(status => PurchaseOrder.StatusText(status)!)]);
    }
}
