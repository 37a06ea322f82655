using CommerceKata.StripeSandbox;
using CsCheck;

namespace CommerceKata.Billing.Tests;

/// <summary>Something that happens to the payment of an order.</summary>
internal abstract record Step
{
    internal sealed record Charge : Step;

    internal sealed record Cancel : Step;

    /// <summary>A few ids only, so that the same one is asked for again, with the same amount and with another.</summary>
    internal sealed record Refund(int Id, long Amount) : Step;

    /// <summary>Somebody at the shop gives money back without Billing.</summary>
    internal sealed record RefundByHand(long Amount) : Step;

    internal sealed record BankSendsRefundBack(int Pick) : Step;

    internal sealed record CustomerActs(bool Approves) : Step;

    /// <summary>One of the events so far, whether it was sent before or not.</summary>
    internal sealed record Webhook(int Pick) : Step;

    internal sealed record Reconcile : Step;

    /// <summary>The next such call of the gateway goes wrong.</summary>
    internal sealed record Fault(FaultKind Kind, string Path) : Step;
}

/// <summary>What happens to a payment. So many steps are begun at once; what shuffles the last deliveries is the salt.</summary>
internal sealed record PaymentHistory(string PaymentMethod, Step[] Steps, int AtOnce, int Salt)
{
    /// <summary>Who is first to tell of what was left: the reconciliation or the webhooks.</summary>
    public bool ReconcilesFirst => Salt % 2 == 0;

    public const long Total = 4_200;

    private static readonly Gen<long> Amounts = Gen.OneOf(700L, 700L, 700L, 2_100L, Total, Total + 1);

    private static readonly Gen<Step> Faults = Gen.Select(
        Gen.OneOf(FaultKind.LostAnswer, FaultKind.LostAnswer, FaultKind.Refuse, FaultKind.Error, FaultKind.BrokenAnswer),
        Gen.OneOf("/v1/payment_intents", "/v1/payment_intents/*/confirm", "/v1/payment_intents/*/cancel", "/v1/refunds", "/v1/refunds"),
        (kind, path) => (Step)new Step.Fault(kind, path));

    private static readonly Gen<Step> AnyStep = Gen.Frequency(
        (3, Gen.Const((Step)new Step.Charge())),
        (1, Gen.Const((Step)new Step.Cancel())),
        (6, Gen.Select(Gen.Int[0, 2], Amounts, (id, amount) => (Step)new Step.Refund(id, amount))),
        (1, Amounts.Select(amount => (Step)new Step.RefundByHand(amount))),
        (1, Gen.Int[0, 9].Select(pick => (Step)new Step.BankSendsRefundBack(pick))),
        (2, Gen.Bool.Select(approves => (Step)new Step.CustomerActs(approves))),
        (5, Gen.Int[0, 19].Select(pick => (Step)new Step.Webhook(pick))),
        (2, Gen.Const((Step)new Step.Reconcile())),
        (3, Faults));

    public static readonly Gen<PaymentHistory> Any = Gen.Select(
        Gen.OneOf("pm_card_visa", "pm_card_visa", "pm_card_authenticationRequired", "pm_card_chargeDeclined"),
        AnyStep.Array[4, 24],
        Gen.Int[1, 5],
        Gen.Int[0, 10_000],
        (method, steps, atOnce, salt) => new PaymentHistory(method, [new Step.Charge(), .. steps], atOnce, salt));

    /// <summary>These in an order of their own, each twice.</summary>
    public IEnumerable<T> Shuffled<T>(IReadOnlyList<T> items) => items.Concat(items)
        .Select((item, index) => (item, Key: (((index + 1L) * 7_919) + ((long)Salt * (index + 3))) % 10_007))
        .OrderBy(pair => pair.Key)
        .Select(pair => pair.item);

    public override string ToString() => $"{PaymentMethod}, {AtOnce} at once, salt {Salt}: {string.Join("; ", Steps.Select(step => step.ToString()))}";
}
