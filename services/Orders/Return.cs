using System.Text.Json.Serialization;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Messaging;

namespace CommerceKata.Orders;

/// <summary>Units of an order that go back, as its row has it; read alone, or as JSON with its order.</summary>
internal sealed record Return : IQueueRow
{
    public long Seq { get; init; }

    public int Attempts { get; init; }

    public required Guid Id { get; init; }

    public required Guid OrderId { get; init; }

    [JsonPropertyName("status")]
    public string StatusText { get; init; } = ReturnStatus.Requested.Text();

    public required string Reason { get; init; }

    public string Note { get; init; } = "";

    public required DateTime RequestedAt { get; init; }

    public required string Currency { get; init; }

    /// <summary>Decided when it is inspected and not rejected.</summary>
    public long? RefundMinor { get; init; }

    /// <summary>Names the refund at Billing: the return's own id, until Billing called that one failed.</summary>
    public required Guid RefundId { get; init; }

    public required ReturnLine[] Lines { get; init; }

    [JsonIgnore]
    public ReturnStatus Status => ReturnTransitions.Parse(StatusText);

    [JsonIgnore]
    public Money? Refund => RefundMinor is { } minor ? new Money(minor, Currency) : null;
}

/// <summary>Units of one line of the order.</summary>
/// <param name="OrderLineId">The line.</param>
/// <param name="Quantity">Announced.</param>
/// <param name="Sellable">Came back as new; null before the inspection or when it was rejected.</param>
/// <param name="Damaged">Came back, and cannot be sold; as above.</param>
internal sealed record ReturnLine(Guid OrderLineId, int Quantity, int? Sellable = null, int? Damaged = null)
{
    [JsonIgnore]
    public int CameBack => (Sellable ?? 0) + (Damaged ?? 0);
}

/// <summary>What comes of something that was asked for a return.</summary>
internal abstract record ReturnAnswer
{
    public sealed record Done(Return Return) : ReturnAnswer;

    /// <param name="Status">Of the order or of the return, or what stands in the way.</param>
    public sealed record WrongState(string Status) : ReturnAnswer;
}
