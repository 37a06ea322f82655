namespace CommerceKata.Billing;

/// <summary>
/// How what the gateway says moves a payment. It only ever goes forward, so that a late, repeated or out-of-order
/// report cannot undo what is known, and every order of the same reports ends in the same state: money that was
/// taken outranks everything, an end outranks what was open, and a decline outranks that the declined intent was then
/// cancelled.
/// </summary>
internal static class PaymentState
{
    public static Payment After(Payment payment, IntentReport report)
    {
        var reported = Meaning(report.Status);
        var advances = Rank(reported) > Rank(payment.Status);
        // The card that paid, whatever was tried before it and whoever told of the money first.
        var isPayer = advances || reported == PaymentStatus.Succeeded;
        var card = isPayer ? report.Card ?? payment.Card : payment.Card ?? report.Card;
        var known = payment with { Brand = card?.Brand, Last4 = card?.Last4, GatewayClosed = payment.GatewayClosed || Closes(payment, report) };
        if (!advances) return known;
        return known with
        {
            Status = reported,
            CapturedMinor = reported == PaymentStatus.Succeeded ? report.CapturedMinor : 0,
            DeclineCode = report.Decline?.Code,
            DeclineMessage = report.Decline?.Message,
            IsRefused = report.Decline?.IsRefusal == true,
        };
    }

    /// <summary>Only money that was taken can be given back: a refund that comes first tells of both.</summary>
    public static Payment AfterRefund(Payment payment) =>
        After(payment, new(payment.GatewayId!, IntentStatus.Succeeded, payment.AmountMinor!.Value, null, null));

    /// <summary>Whether an event tells nothing new. What a refund came to is in rows of its own.</summary>
    public static bool Knows(Payment payment, GatewayEvent raised) => raised is { Refund: null, Intent: { } intent } && After(payment, intent) == payment;

    /// <summary>Whether Orders must hear of it when a webhook brought it: an end, or another amount given back.</summary>
    public static bool IsNews(Payment before, Payment after) =>
        (before.Status != after.Status && !after.IsOpen) || before.RefundedMinor != after.RefundedMinor;

    /// <summary>Whether an intent can still be paid although its payment ended, or has been open for too long.</summary>
    public static bool IsLeftOpen(Payment payment, IntentReport report, DateTime givenUpBefore) =>
        payment.Status != PaymentStatus.Succeeded
        && report.Status is not (IntentStatus.Succeeded or IntentStatus.Cancelled)
        && (!payment.IsOpen || payment.CreatedAt < givenUpBefore);

    /// <summary>Its own intent only: a superfluous one says nothing of it. A report without an id is that none was made.</summary>
    private static bool Closes(Payment payment, IntentReport report) =>
        report.GatewayId.Length == 0
        || (report.Status == IntentStatus.Cancelled && (payment.GatewayId ?? report.GatewayId) == report.GatewayId);

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
        PaymentStatus.Cancelled => 2,
        PaymentStatus.Failed => 3,
        _ => 4,
    };
}
