namespace CommerceKata.StripeSandbox;

/// <summary>A payment intent. Amounts are in Stripe's form, times in Unix seconds, as Stripe counts them.</summary>
internal sealed record Intent
{
    public required string Id { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required string Status { get; init; }
    public required string ClientSecret { get; init; }
    public required long Created { get; init; }
    public string? Description { get; init; }
    public string? ReturnUrl { get; init; }
    public string? PaymentMethod { get; init; }

    /// <summary>What Stripe.js saw of the customer's browser: radar_options[session].</summary>
    public string? RadarSession { get; init; }
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
    public string? LatestCharge { get; init; }
    public Decline? LastDecline { get; init; }

    /// <summary>The method of the last failed attempt: by then the intent itself has lost it.</summary>
    public string? LastDeclinedMethod { get; init; }
    public long? CanceledAt { get; init; }
    public string? CancellationReason { get; init; }

    /// <summary>Events about this intent are written in the API version of the call that made it.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Where the customer authenticates.</summary>
    public required string ThreeDSecureUrl { get; init; }

    public long AmountReceived => Status == IntentStatus.Succeeded ? Amount : 0;
}

/// <summary>Stripe's words. Source: docs.stripe.com/payments/paymentintents/lifecycle.</summary>
internal static class IntentStatus
{
    public const string RequiresPaymentMethod = "requires_payment_method";
    public const string RequiresConfirmation = "requires_confirmation";
    public const string RequiresAction = "requires_action";
    public const string Succeeded = "succeeded";
    public const string Canceled = "canceled";
}

/// <summary>One attempt to take the money of an intent.</summary>
internal sealed record Charge
{
    public required string Id { get; init; }
    public required string Intent { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required string PaymentMethod { get; init; }
    public required long Created { get; init; }
    public Decline? Decline { get; init; }

    /// <summary>What went back; never above <see cref="Amount"/>.</summary>
    public long AmountRefunded { get; init; }

    public bool Paid => Decline is null;
}

/// <summary>Money on its way back.</summary>
internal sealed record Refund
{
    public required string Id { get; init; }
    public required string Intent { get; init; }
    public required string Charge { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required long Created { get; init; }

    /// <summary><c>succeeded</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }
    public string? Reason { get; init; }
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
