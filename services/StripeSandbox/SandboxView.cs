namespace CommerceKata.StripeSandbox;

/// <summary>All that the sandbox holds, for checking invariants.</summary>
/// <param name="Intents">Oldest first.</param>
/// <param name="Refunds">Oldest first.</param>
/// <param name="Deliveries">Every event raised, oldest first.</param>
public sealed record SandboxView(
    IReadOnlyList<IntentView> Intents, IReadOnlyList<RefundView> Refunds, IReadOnlyList<DeliveryView> Deliveries);

/// <summary>A payment intent. Amounts are in minor units.</summary>
/// <param name="Id">E.g. <c>pi_…</c>.</param>
/// <param name="Status">Stripe's word, e.g. <c>succeeded</c>.</param>
/// <param name="Amount">To be paid.</param>
/// <param name="Currency">Lower case, e.g. <c>usd</c>.</param>
/// <param name="AmountReceived">Paid: the amount or 0.</param>
/// <param name="AmountRefunded">Given back.</param>
/// <param name="Metadata">As the caller set it.</param>
/// <param name="Charges">Every attempt, oldest first.</param>
/// <param name="RadarSession">What Stripe.js saw of the customer's browser; null for nothing.</param>
public sealed record IntentView(
    string Id, string Status, long Amount, string Currency, long AmountReceived, long AmountRefunded,
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<ChargeView> Charges, string? RadarSession = null)
{
    internal static IntentView Of(Intent intent, IReadOnlyList<Charge> charges) => new(
        intent.Id, intent.Status, intent.Amount, intent.Currency, intent.AmountReceived,
        charges.Sum(charge => charge.AmountRefunded), intent.Metadata, [.. charges.Select(ChargeView.Of)], intent.RadarSession);
}

/// <summary>One attempt to take the money.</summary>
/// <param name="Id">E.g. <c>ch_…</c>.</param>
/// <param name="Paid">Whether the bank said yes.</param>
/// <param name="Amount">In minor units.</param>
public sealed record ChargeView(string Id, bool Paid, long Amount)
{
    internal static ChargeView Of(Charge charge) => new(charge.Id, charge.Paid, charge.Amount);
}

/// <summary>A refund.</summary>
/// <param name="Id">E.g. <c>re_…</c>.</param>
/// <param name="Intent">Whose money it gives back.</param>
/// <param name="Amount">In minor units.</param>
/// <param name="Status"><c>succeeded</c> or <c>failed</c>.</param>
/// <param name="Metadata">As the caller set it.</param>
public sealed record RefundView(
    string Id, string Intent, long Amount, string Status, IReadOnlyDictionary<string, string> Metadata)
{
    internal static RefundView Of(Refund refund) =>
        new(refund.Id, refund.Intent, refund.Amount, refund.Status, refund.Metadata);
}

/// <summary>An event and how its delivery went.</summary>
/// <param name="Id">E.g. <c>evt_…</c>, the same in every attempt.</param>
/// <param name="Type">E.g. <c>payment_intent.succeeded</c>.</param>
/// <param name="Intent">The payment intent that it concerns.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Delivered">Whether the receiver answered 2xx.</param>
/// <param name="LastStatus">The last answer; null when there was none.</param>
public sealed record DeliveryView(
    string Id, string Type, string Intent, int Attempts, bool Delivered, int? LastStatus)
{
    internal static DeliveryView Of(Delivery delivery) => new(
        delivery.Event.Id, delivery.Event.Type, delivery.Event.Intent,
        delivery.Attempts, delivery.Delivered, delivery.LastStatus);
}

/// <summary>The faults in force.</summary>
/// <param name="Waiting">Not used up yet, oldest first.</param>
/// <param name="Held">How many calls wait for a release.</param>
public sealed record FaultsView(IReadOnlyList<GatewayFault> Waiting, int Held);
