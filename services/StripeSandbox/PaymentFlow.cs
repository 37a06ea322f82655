namespace CommerceKata.StripeSandbox;

/// <summary>What a step leads to: the intent after it, the charge it made, the events it causes.</summary>
internal sealed record Step(Intent Intent, Charge? Charge, params IReadOnlyList<string> Events);

/// <summary>How an intent moves. Pure: no step happens before the caller saves it.</summary>
internal static class PaymentFlow
{
    /// <summary>Null when the intent's status does not allow it.</summary>
    public static Step? Confirm(Intent intent, string paymentMethod, TestCard card, string chargeId, long now) =>
        intent.Status is IntentStatus.Succeeded or IntentStatus.Canceled ? null
        : card.Authenticates ? AskCustomer(intent with { PaymentMethod = paymentMethod })
        : Charge(intent with { PaymentMethod = paymentMethod }, card, chargeId, now);

    /// <summary>The customer came back from 3-D Secure. Null when nobody waits for them.</summary>
    public static Step? Authenticate(Intent intent, bool approved, TestCard card, string chargeId, long now) =>
        intent.Status != IntentStatus.RequiresAction ? null
        : approved ? Charge(intent, card, chargeId, now)
        : new(Declined(intent, TestCards.NotAuthenticated), null, "payment_intent.payment_failed");

    /// <summary>Null when the intent's status does not allow it.</summary>
    public static Step? Cancel(Intent intent, string? reason, long now) =>
        intent.Status is IntentStatus.Succeeded or IntentStatus.Canceled ? null
        : new(
            intent with { Status = IntentStatus.Canceled, CanceledAt = now, CancellationReason = reason },
            null,
            "payment_intent.canceled");

    private static Step AskCustomer(Intent intent) => new(
        intent with { Status = IntentStatus.RequiresAction, LastDecline = null },
        null,
        "payment_intent.requires_action");

    private static Step Charge(Intent intent, TestCard card, string chargeId, long now)
    {
        var charge = new Charge
        {
            Id = chargeId,
            Intent = intent.Id,
            Amount = intent.Amount,
            Currency = intent.Currency,
            PaymentMethod = intent.PaymentMethod!,
            Created = now,
            Decline = card.Decline,
        };
        var charged = intent with { LatestCharge = chargeId };
        return card.Decline is { } decline
            ? new(Declined(charged, decline), charge, "charge.failed", "payment_intent.payment_failed")
            : new(
                charged with { Status = IntentStatus.Succeeded, LastDecline = null },
                charge,
                "charge.succeeded",
                "payment_intent.succeeded");
    }

    private static Intent Declined(Intent intent, Decline decline) => intent with
    {
        Status = IntentStatus.RequiresPaymentMethod,
        PaymentMethod = null,
        LastDecline = decline,
        LastDeclinedMethod = intent.PaymentMethod,
    };
}
