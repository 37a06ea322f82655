using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Orders;

/// <summary>An order as its row has it: the record of what was bought, and how it went.</summary>
internal sealed record Order : IQueueRow
{
    public long Seq { get; init; }

    public int Attempts { get; init; }

    /// <summary>The trace that it was placed in.</summary>
    public string? TraceParent { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The session that placed it; null for orders of versions that did not keep it.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>From where it was placed; of IPv6 the network.</summary>
    public string? ClientAddress { get; init; }

    /// <summary>The unpaid order of the same session that this one replaced.</summary>
    public Guid? TakenOverId { get; init; }

    /// <summary>Why it ended, where its status does not say so.</summary>
    public string? EndReason { get; init; }

    public required Guid IdempotencyKey { get; init; }

    public required byte[] Fingerprint { get; init; }

    public string StatusText { get; init; } = OrderStatus.Pending.Text();

    public Guid? CartId { get; init; }

    public long? CartVersion { get; init; }

    public required string Currency { get; init; }

    public required long SubtotalMinor { get; init; }

    public required long ShippingMinor { get; init; }

    public required string ShippingOptionId { get; init; }

    public required string ShippingOption { get; init; }

    public required string Email { get; init; }

    public required PostalAddress Address { get; init; }

    public required string PaymentMethod { get; init; }

    /// <summary>What the gateway saw of the customer's browser, for its fraud checks.</summary>
    public string? RadarSession { get; init; }

    public required DateTime PlacedAt { get; init; }

    public required DateTime PayBy { get; init; }

    public string? PaymentStatus { get; init; }

    public string? PaymentBrand { get; init; }

    public string? PaymentLast4 { get; init; }

    public string? DeclineCode { get; init; }

    public string? DeclineMessage { get; init; }

    public ShortLine[]? ShortLines { get; init; }

    public long RefundedMinor { get; init; }

    /// <summary>Returns that were not rejected.</summary>
    public int ReturnCount { get; init; }

    public string? TrackingNumber { get; init; }

    public required OrderLine[] Lines { get; init; }

    public OrderEvent[] History { get; init; } = [];

    public Return[] Returns { get; init; } = [];

    public OrderStatus Status => OrderTransitions.Parse(StatusText);

    /// <summary>Whether all units came back.</summary>
    public bool IsReturned => Lines.All(line => line.Returned == line.Quantity);

    public Money Total => new(SubtotalMinor + ShippingMinor, Currency);
}

/// <summary>Why an order ended, where its status does not say so.</summary>
internal static class EndReasons
{
    /// <summary>Another order of the same session replaced it before it was paid.</summary>
    public const string TakenOver = "TAKEN_OVER";

    /// <summary>Its session or its client address would have held too much unpaid.</summary>
    public const string HoldLimit = "HOLD_LIMIT";
}

/// <summary>A line as bought.</summary>
/// <param name="Id">Its own.</param>
/// <param name="ProductId">What was bought.</param>
/// <param name="Sku">As it was.</param>
/// <param name="Name">As it was.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPriceMinor">What one cost.</param>
/// <param name="InReturn">Units of returns that were requested or approved.</param>
/// <param name="Returned">Units of these that came back.</param>
internal sealed record OrderLine(
    Guid Id, Guid ProductId, string Sku, string Name, int Quantity, long UnitPriceMinor, int InReturn = 0, int Returned = 0);

/// <summary>A status that the order came to.</summary>
internal sealed record OrderEvent(string Status, DateTime At, string Note);
