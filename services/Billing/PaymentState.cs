namespace CommerceKata.Billing;

/// <summary>
/// How what the gateway says moves a payment. It only ever goes forward, so that a late, repeated or out-of-order
/// report cannot undo what is known, and every order of the same reports ends in the same state: money that was
/// taken outranks everything, an end outranks what was open, and of two ends without money the first stays.
/// </summary>
internal static class PaymentState
{
    public static Payment After(Payment payment, IntentReport report)
    {
        var reported = Meaning(report.Status);
        var known = payment with { Brand = payment.Brand ?? report.Card?.Brand, Last4 = payment.Last4 ?? report.Card?.Last4 };
        if (Rank(reported) <= Rank(payment.Status)) return known;
        return known with
        {
            Status = reported,
            CapturedMinor = reported == PaymentStatus.Succeeded ? report.CapturedMinor : 0,
            DeclineCode = report.Decline?.Code,
            DeclineMessage = report.Decline?.Message,
        };
    }

    /// <summary>Only money that was taken can be given back: a refund that comes first tells of both.</summary>
    public static Payment AfterRefund(Payment payment) =>
        After(payment, new(payment.GatewayId!, IntentStatus.Succeeded, payment.AmountMinor!.Value, null, null));

    /// <summary>Whether Orders must hear of it when a webhook brought it: an end, or another amount given back.</summary>
    public static bool IsNews(Payment before, Payment after) =>
        (before.Status != after.Status && !after.IsOpen) || before.RefundedMinor != after.RefundedMinor;

    private static PaymentStatus Meaning(IntentStatus status) => status switch
    {
        IntentStatus.RequiresAction => PaymentStatus.RequiresAction,
        IntentStatus.Failed => PaymentStatus.Failed,
        IntentStatus.Cancelled => PaymentStatus.Cancelled,
        IntentStatus.Succeeded => PaymentStatus.Succeeded,
        _ => PaymentStatus.Processing,
    };

    private static int Rank(PaymentStatus status) => status switch
    {
        PaymentStatus.Processing => 0,
        PaymentStatus.RequiresAction => 1,
        PaymentStatus.Failed or PaymentStatus.Cancelled => 2,
        _ => 3,
    };
}
