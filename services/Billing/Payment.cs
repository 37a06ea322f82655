using CommerceKata.ServiceDefaults;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing;

/// <summary>Where a payment stands. Refunds do not change it: they are amounts.</summary>
internal enum PaymentStatus
{
    /// <summary>Begun; what the gateway did is not known yet.</summary>
    Processing,

    /// <summary>The customer must act.</summary>
    RequiresAction,

    /// <summary>Declined.</summary>
    Failed,

    /// <summary>Given up.</summary>
    Cancelled,

    /// <summary>The money is taken.</summary>
    Succeeded,
}

/// <summary>The payment of an order, as its row has it.</summary>
internal sealed record Payment
{
    public Guid OrderId { get; init; }

    public PaymentStatus Status { get; init; }

    /// <summary>Null for an order that was cancelled before it was charged; so are the next two.</summary>
    public long? AmountMinor { get; init; }

    public string? Currency { get; init; }

    public string? PaymentMethod { get; init; }

    public string? Description { get; init; }

    /// <summary>What the gateway saw of the customer's browser.</summary>
    public string? RadarSession { get; init; }

    public string? GatewayId { get; init; }

    public int Attempt { get; init; }

    public long CapturedMinor { get; init; }

    public long RefundedMinor { get; init; }

    public string? Brand { get; init; }

    public string? Last4 { get; init; }

    public string? DeclineCode { get; init; }

    public string? DeclineMessage { get; init; }

    /// <summary>Whether it failed because the gateway refused it for good, rather than a bank the card.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Its intent is cancelled at the gateway, or none was ever made: nobody can pay it any more.</summary>
    public bool GatewayClosed { get; init; }

    public DateTime CreatedAt { get; init; }

    public Card? Card => Brand is null || Last4 is null ? null : new(Brand, Last4);

    public bool WasCharged => AmountMinor is not null;

    /// <summary>Whether the gateway may still take money for it.</summary>
    public bool IsOpen => Status is PaymentStatus.Processing or PaymentStatus.RequiresAction;

    public Proto.Payment ToProto() => new()
    {
        OrderId = OrderId.ToString(),
        Status = ProtoStatus(),
        Amount = Money(AmountMinor),
        Captured = Money(CapturedMinor),
        Refunded = Money(RefundedMinor),
        GatewayId = GatewayId ?? "",
        Brand = Brand ?? "",
        Last4 = Last4 ?? "",
        DeclineCode = Status == PaymentStatus.Failed ? DeclineCode ?? "" : "",
        CreatedAt = Timestamp.FromDateTime(CreatedAt),
    };

    private Proto.PaymentStatus ProtoStatus() => Status switch
    {
        PaymentStatus.Processing => Proto.PaymentStatus.Processing,
        PaymentStatus.RequiresAction => Proto.PaymentStatus.RequiresAction,
        PaymentStatus.Failed => Proto.PaymentStatus.Failed,
        PaymentStatus.Cancelled => Proto.PaymentStatus.Cancelled,
        _ when RefundedMinor == 0 => Proto.PaymentStatus.Succeeded,
        _ => RefundedMinor < CapturedMinor ? Proto.PaymentStatus.PartiallyRefunded : Proto.PaymentStatus.Refunded,
    };

    private Google.Type.Money? Money(long? minor) =>
        Currency is null || minor is null ? null : new Money(minor.Value, Currency).ToProto();
}

/// <summary>A payment to make, checked.</summary>
internal sealed record NewPayment(Guid OrderId, Money Amount, string PaymentMethod, string Description, string RadarSession)
{
    /// <summary>Whether this is the call that made the payment, or repeats it. The rest may be worded anew.</summary>
    public bool Matches(Payment payment) =>
        payment.AmountMinor == Amount.MinorUnits && payment.Currency == Amount.Currency && payment.PaymentMethod == PaymentMethod;
}
