namespace CommerceKata.Billing.Tests;

/// <summary>The pure rules, without a database.</summary>
internal sealed class PaymentStateTests
{
    private static readonly Decline No = new("card_declined", "Your card was declined.");

    private static readonly IntentReport[] Reports =
    [
        Report(IntentStatus.Unconfirmed), Report(IntentStatus.Processing), Report(IntentStatus.RequiresAction),
        Report(IntentStatus.Failed), Report(IntentStatus.Cancelled), Report(IntentStatus.Succeeded),
    ];

    [TestCase(PaymentStatus.Processing, IntentStatus.RequiresAction, PaymentStatus.RequiresAction)]
    [TestCase(PaymentStatus.Processing, IntentStatus.Unconfirmed, PaymentStatus.Processing)]
    [TestCase(PaymentStatus.RequiresAction, IntentStatus.Processing, PaymentStatus.RequiresAction)]
    [TestCase(PaymentStatus.RequiresAction, IntentStatus.Failed, PaymentStatus.Failed)]
    [TestCase(PaymentStatus.Failed, IntentStatus.Cancelled, PaymentStatus.Failed)]
    [TestCase(PaymentStatus.Cancelled, IntentStatus.Failed, PaymentStatus.Failed)]
    [TestCase(PaymentStatus.Failed, IntentStatus.Succeeded, PaymentStatus.Succeeded)]
    [TestCase(PaymentStatus.Cancelled, IntentStatus.Succeeded, PaymentStatus.Succeeded)]
    [TestCase(PaymentStatus.Succeeded, IntentStatus.Failed, PaymentStatus.Succeeded)]
    [TestCase(PaymentStatus.Succeeded, IntentStatus.Cancelled, PaymentStatus.Succeeded)]
    public void After_report_moves_only_forward(object before, object reported, object after) =>
        PaymentState.After(Payment((PaymentStatus)before), Report((IntentStatus)reported)).Status.ShouldBe((PaymentStatus)after);

    [Test]
    public void After_any_shuffle_of_all_reports_the_money_is_known()
    {
        foreach (var shuffled in Permutations(Reports))
        {
            var payment = shuffled.Aggregate(Payment(PaymentStatus.Processing), PaymentState.After);

            (payment.Status, payment.CapturedMinor).ShouldBe((PaymentStatus.Succeeded, 4_200));
            payment.DeclineCode.ShouldBeNull();
        }
    }

    [Test]
    public void After_any_shuffle_of_a_decline_and_its_cancellation_it_is_declined_and_closed()
    {
        IntentReport[] reports = [Report(IntentStatus.RequiresAction), Report(IntentStatus.Failed), Report(IntentStatus.Cancelled)];
        foreach (var shuffled in Permutations(reports))
        {
            var payment = shuffled.Aggregate(Payment(PaymentStatus.Processing), PaymentState.After);

            (payment.Status, payment.DeclineCode, payment.GatewayClosed).ShouldBe((PaymentStatus.Failed, "card_declined", true));
        }
    }

    [Test]
    public void After_a_second_card_paid_it_names_that_card_in_any_order()
    {
        IntentReport[] reports =
        [
            Report(IntentStatus.Failed) with { Card = new("visa", "0002") }, Report(IntentStatus.Succeeded) with { Card = new("amex", "0005") },
        ];
        foreach (var shuffled in Permutations(reports))
            shuffled.Aggregate(Payment(PaymentStatus.Processing), PaymentState.After).Card.ShouldBe(new("amex", "0005"));
    }

    [Test]
    public void After_a_superfluous_intent_was_cancelled_its_own_is_still_open()
    {
        var payment = Payment(PaymentStatus.Failed) with { GatewayId = "pi_of_its_own" };

        PaymentState.After(payment, Report(IntentStatus.Cancelled)).GatewayClosed.ShouldBeFalse();
        PaymentState.After(payment with { GatewayId = null }, Report(IntentStatus.Cancelled)).GatewayClosed.ShouldBeTrue();
    }

    [TestCase(PaymentStatus.Failed, IntentStatus.Failed, false, true)]
    [TestCase(PaymentStatus.Cancelled, IntentStatus.RequiresAction, false, true)]
    [TestCase(PaymentStatus.RequiresAction, IntentStatus.RequiresAction, false, false)]
    [TestCase(PaymentStatus.RequiresAction, IntentStatus.RequiresAction, true, true)]
    [TestCase(PaymentStatus.Processing, IntentStatus.Unconfirmed, true, true)]
    [TestCase(PaymentStatus.Failed, IntentStatus.Cancelled, true, false)]
    [TestCase(PaymentStatus.Succeeded, IntentStatus.Unconfirmed, true, false)]
    public void IsLeftOpen_of_an_intent_that_nobody_is_to_pay_any_more(object status, object reported, bool old, bool leftOpen)
    {
        var now = new DateTime(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        var payment = Payment((PaymentStatus)status) with { CreatedAt = old ? now.AddSeconds(-1) : now };

        PaymentState.IsLeftOpen(payment, Report((IntentStatus)reported), givenUpBefore: now).ShouldBe(leftOpen);
    }

    [Test]
    public void After_the_same_report_twice_nothing_more_changes()
    {
        foreach (var report in Reports)
        {
            var once = PaymentState.After(Payment(PaymentStatus.Processing), report);
            PaymentState.After(once, report).ShouldBe(once);
        }
    }

    [Test]
    public void IsNews_of_an_end_or_of_money_given_back_only()
    {
        var waiting = Payment(PaymentStatus.RequiresAction);
        var paid = PaymentState.After(waiting, Report(IntentStatus.Succeeded));

        PaymentState.IsNews(Payment(PaymentStatus.Processing), waiting).ShouldBeFalse();
        PaymentState.IsNews(waiting, paid).ShouldBeTrue();
        PaymentState.IsNews(paid, paid with { Brand = "visa" }).ShouldBeFalse();
        PaymentState.IsNews(paid, paid with { RefundedMinor = 1 }).ShouldBeTrue();
    }

    [Test]
    public void Refund_moves_only_forward()
    {
        var pending = new Refund { Id = Guid.CreateVersion7(), AmountMinor = 100 };
        var given = RefundState.After(pending, Report(RefundStatus.Succeeded));
        var sentBack = RefundState.After(given, Report(RefundStatus.Failed));

        RefundState.After(given, Report(RefundStatus.Pending)).ShouldBe(given);
        RefundState.After(sentBack, Report(RefundStatus.Succeeded)).ShouldBe(sentBack);
        (given.Status, sentBack.Status, given.GatewayId).ShouldBe((RefundStatus.Succeeded, RefundStatus.Failed, "re_1"));
    }

    private static Payment Payment(PaymentStatus status) => new() { Status = status, AmountMinor = 4_200, Currency = "USD", PaymentMethod = "pm" };

    private static IntentReport Report(IntentStatus status) => new(
        "pi_1", status, status == IntentStatus.Succeeded ? 4_200 : 0, null, status == IntentStatus.Failed ? No : null);

    private static RefundReport Report(RefundStatus status) => new(null, "re_1", 100, status, null);

    private static IEnumerable<IntentReport[]> Permutations(IntentReport[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, index) => Permutations([.. items[..index], .. items[(index + 1)..]]).Select(rest => (IntentReport[])[item, .. rest]));
}
