namespace CommerceKata.Billing;

/// <summary>Where a refund stands.</summary>
internal enum RefundStatus
{
    /// <summary>Reserved; what the gateway did is not known yet.</summary>
    Pending,
    Succeeded,

    /// <summary>Refused, or sent back by the bank afterwards.</summary>
    Failed,
}

/// <summary>Money to give back, as its row has it.</summary>
internal sealed record Refund
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public long AmountMinor { get; init; }

    public RefundStatus Status { get; init; }

    public string? GatewayId { get; init; }

    public string? FailureCode { get; init; }
}

/// <summary>What the gateway says of a refund.</summary>
/// <param name="RefundId">Our id, which the gateway carries for us; null for one made by hand at the gateway.</param>
/// <param name="GatewayId">The gateway's id; null when it would not make one.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="FailureCode">Why it failed, if it did.</param>
internal sealed record RefundReport(Guid? RefundId, string? GatewayId, long AmountMinor, RefundStatus Status, string? FailureCode)
{
    /// <summary>The metadata under which the gateway carries our id.</summary>
    public const string IdKey = "refund_id";

    public static RefundReport Of(Stripe.Refund refund) => new(
        refund.Metadata is not null && Guid.TryParse(refund.Metadata.GetValueOrDefault(IdKey), out var id) ? id : null,
        refund.Id,
        StripeGateway.FromStripe(refund.Amount, refund.Currency),
        refund.Status switch
        {
            "succeeded" => RefundStatus.Succeeded,
            "failed" or "canceled" => RefundStatus.Failed,
            _ => RefundStatus.Pending,
        },
        refund.FailureReason);
}

/// <summary>How a refund moves: only forward, since reports may come late, twice and in any order.</summary>
internal static class RefundState
{
    public static Refund After(Refund refund, RefundReport report)
    {
        var known = refund with { GatewayId = refund.GatewayId ?? report.GatewayId };
        return report.Status > refund.Status ? known with { Status = report.Status, FailureCode = report.FailureCode } : known;
    }
}
