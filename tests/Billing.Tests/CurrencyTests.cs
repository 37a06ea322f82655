using CommerceKata.ServiceDefaults;
using CommerceKata.TestKit;
using static Commerce.Billing.V1.ChargeResponse;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

/// <summary>Amounts are ours here and Stripe's there, in answers, refunds and webhooks.</summary>
internal sealed class CurrencyTests : BillingFixture
{
    [TestCase("USD", 12_50, 12_50, 2_50, 2_50)]
    [TestCase("JPY", 3_000, 3_000, 700, 700)]
    [TestCase("ISK", 3_000, 300_000, 700, 70_000)]
    [TestCase("UGX", 30_000, 3_000_000, 1, 100)]
    [TestCase("KWD", 5_120, 5_120, 10, 10)]
    [TestCase("MGA", 44_500_00, 44_500, 1_00, 1)]
    [TestCase("HUF", 999_45, 999_45, 45, 45)]
    public async Task Charge_and_refund_have_the_form_of_their_currency(
        string code, long amount, long stripes, long back, long stripesBack)
    {
        var order = NewId();
        var answer = await ChargeAsync(order, new Money(amount, code));
        answer.Payment.Captured.ShouldBe(new Money(amount, code).ToProto());
        (await Gateway.IntentAsync(order)).AmountReceived.ShouldBe(stripes);

        var refund = NewId();
        var refunded = await Billing.RefundAsync(
            new() { RefundId = refund, OrderId = order, Amount = new Money(back, code).ToProto() });
        refunded.Refunded.Payment.Refunded.ShouldBe(new Money(back, code).ToProto());
        (await Gateway.RefundedAsync(order)).ShouldBe(stripesBack);

        // The webhook tells the same, in Stripe's form: nothing new.
        await SendAsync(order, "payment_intent.succeeded", "refund.created");
        var payment = await PaymentAsync(order);
        (payment.Captured, payment.Refunded)
            .ShouldBe((new Money(amount, code).ToProto(), new Money(back, code).ToProto()));
    }

    [TestCase("JPY", 3_000, 700, 700)]
    [TestCase("ISK", 3_000, 70_000, 700)]
    [TestCase("MGA", 44_500_00, 100, 100_00)]
    [TestCase("KWD", 5_120, 10, 10)]
    public async Task Webhooks_tell_of_money_in_the_form_of_its_currency(
        string code, long amount, long stripesBack, long back)
    {
        var order = NewId();
        (await ChargeAsync(order, new Money(amount, code), ThreeDSecure))
            .OutcomeCase.ShouldBe(OutcomeOneofCase.RequiresAction);
        var intent = (await Gateway.IntentAsync(order)).Id;
        await Gateway.Control.ApproveAsync(intent, CancellationToken.None);
        await SendAsync(order, "payment_intent.succeeded");
        (await PaymentAsync(order)).Captured.ShouldBe(new Money(amount, code).ToProto());

        await Gateway.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = intent, Amount = stripesBack });
        await SendAsync(order, "refund.created");
        (await PaymentAsync(order)).Refunded.ShouldBe(new Money(back, code).ToProto());
        (await AnnouncedAsync(order))[^1].Payment.Refunded.ShouldBe(new Money(back, code).ToProto());
    }

    [Test]
    public async Task Every_currency_is_charged_what_the_order_costs()
    {
        foreach (var currency in Currencies.All)
        {
            var (order, least) = (NewId(), new Money(currency.MinCharge, currency.Code));
            (await ChargeAsync(order, least)).Payment.Captured.ShouldBe(least.ToProto(), currency.Code);
            var intent = await Gateway.IntentAsync(order);
            (intent.AmountReceived, intent.Currency)
                .ShouldBe((currency.ToStripe(currency.MinCharge), currency.Code.ToLowerInvariant()));
        }
    }

    [TestCase("ISK", 64)]
    [TestCase("ISK", 1_000_000)]
    [TestCase("KWD", 5_124)]
    [TestCase("MGA", 44_500_50)]
    [TestCase("JPY", 49)]
    [TestCase("ABC", 5_000)]
    public async Task Charge_that_the_gateway_would_refuse_is_refused_before_it_hears_of_it(string code, long amount)
    {
        var request = ChargeOf(NewId());
        request.Amount = new Money(amount, code).ToProto();
        await Billing.ChargeAsync(request).ShouldViolateAsync("amount");
    }

    [Test]
    public async Task Refund_that_is_no_multiple_of_what_can_be_charged_is_refused()
    {
        var order = NewId();
        await ChargeAsync(order, new Money(5_120, "KWD"));
        await Billing.RefundAsync(
            new() { RefundId = NewId(), OrderId = order, Amount = new Money(1_001, "KWD").ToProto() })
            .ShouldViolateAsync("amount");
    }

    private async Task<Proto.ChargeResponse> ChargeAsync(string order, Money amount, string method = Visa)
    {
        var request = ChargeOf(order, method);
        request.Amount = amount.ToProto();
        return await Billing.ChargeAsync(request);
    }
}
