using CommerceKata.StripeSandbox;
using CsCheck;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

/// <summary>
/// The events of one payment in any order, each once or more often, some at the same time: the end is what the gateway
/// says it is. A failure prints a seed: give it as <c>CsCheck_Seed</c> in the environment to see it again.
/// </summary>
internal sealed class WebhookOrderTests : BillingFixture
{
    private const int Stories = 40;
    private const string SecondCard = "pm_card_mastercard";

    /// <summary>What the customer does with 3-D Secure.</summary>
    internal enum Customer
    {
        Approves,
        Fails,
        FailsAndPaysWithAnotherCard,
        GoesAway,
    }

    /// <param name="Customer">Ends the payment.</param>
    /// <param name="Refunds">What is given back then, if there is money.</param>
    /// <param name="SentBack">Which of these the bank sends back.</param>
    /// <param name="Order">In which order the events come: keys to sort them by, the first for the first event and so on.</param>
    /// <param name="AtOnce">So many are sent at the same time.</param>
    internal sealed record Story(Customer Customer, long[] Refunds, bool[] SentBack, int[] Order, int AtOnce)
    {
        public static readonly Gen<Story> Any = Gen.Select(
            Gen.OneOf(Customer.Approves, Customer.Approves, Customer.Fails, Customer.FailsAndPaysWithAnotherCard, Customer.GoesAway),
            Gen.OneOf(1L, 1_200L, 4_200L).Array[0, 4],
            Gen.Bool.Array[4],
            Gen.Int[0, 999].Array[40],
            Gen.Int[1, 4],
            (customer, refunds, sentBack, order, atOnce) => new Story(customer, refunds, sentBack, order, atOnce));

        /// <summary>Each once, and some twice.</summary>
        public IEnumerable<DeliveryView> Shuffled(IReadOnlyList<DeliveryView> events) => events.Concat(events.Where((_, index) => Order[index] % 2 == 0))
            .Select((raised, index) => (raised, Key: Order[index]))
            .OrderBy(pair => pair.Key)
            .Select(pair => pair.raised);

        public override string ToString() =>
            $"{Customer}, refunds {string.Join(' ', Refunds)}, sent back {string.Join(' ', SentBack)}, order {string.Join(' ', Order)}, {AtOnce} at once";
    }

    [Test]
    public Task Any_order_of_the_events_of_a_payment_ends_in_the_same_state() => Story.Any.SampleAsync(
        async story =>
        {
            await Gateway.ResetAsync();
            var order = NewId();
            (await ChargeAsync(order, ThreeDSecure)).RequiresAction.ShouldNotBeNull();
            await HappenAsync((await Gateway.IntentAsync(order)).Id, story);

            foreach (var together in story.Shuffled(await EventsAsync(order)).Chunk(story.AtOnce))
                (await Task.WhenAll(together.Select(SendAsync))).ShouldAllBe(status => status == 200);

            var payment = await PaymentAsync(order);
            payment.ShouldBe(await ExpectedAsync(payment, order, story.Customer));
            (await AnnouncedAsync(order))[^1].Payment.ShouldBe(payment);
        },
        iter: Stories, threads: 1);

    private async Task HappenAsync(string intent, Story story)
    {
        if (story.Customer == Customer.Approves) await Gateway.Control.ApproveAsync(intent, CancellationToken.None);
        else if (story.Customer != Customer.GoesAway) await Gateway.Control.FailAsync(intent, CancellationToken.None);
        if (story.Customer == Customer.FailsAndPaysWithAnotherCard) await Gateway.Stripe.V1.PaymentIntents.ConfirmAsync(intent, new() { PaymentMethod = SecondCard });
        if (story.Customer is Customer.Fails or Customer.GoesAway)
        {
            await Gateway.Stripe.V1.PaymentIntents.CancelAsync(intent);
            return;
        }

        var left = 4_200L;
        foreach (var (amount, isSentBack) in story.Refunds.Zip(story.SentBack))
        {
            if (amount > left) continue;
            var refund = await Gateway.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = intent, Amount = amount });
            left -= amount;
            if (!isSentBack) continue;
            await Gateway.Control.FailRefundAsync(refund.Id, CancellationToken.None);
            left += amount;
        }
    }

    /// <summary>What the gateway knows, in Billing's words.</summary>
    private async Task<Proto.Payment> ExpectedAsync(Proto.Payment payment, string order, Customer customer)
    {
        var intent = await Gateway.IntentAsync(order);
        var expected = payment.Clone();
        expected.Captured = Usd(intent.AmountReceived);
        expected.Refunded = Usd(intent.AmountRefunded);
        (expected.Status, expected.DeclineCode) = customer switch
        {
            Customer.Fails => (Proto.PaymentStatus.Failed, "payment_intent_authentication_failure"),
            Customer.GoesAway => (Proto.PaymentStatus.Cancelled, ""),
            _ when intent.AmountRefunded == intent.AmountReceived => (Proto.PaymentStatus.Refunded, ""),
            _ when intent.AmountRefunded > 0 => (Proto.PaymentStatus.PartiallyRefunded, ""),
            _ => (Proto.PaymentStatus.Succeeded, ""),
        };
        return expected;
    }
}
