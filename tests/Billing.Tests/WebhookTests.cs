using System.Net;
using System.Text;
using CommerceKata.StripeSandbox;
using Stripe;
using static Commerce.Billing.V1.ChargeResponse;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

internal sealed class WebhookTests : BillingFixture
{
    private static readonly TimeSpan Now = TimeSpan.Zero;

    [Test]
    public async Task Approved_by_the_customer_takes_the_money_and_tells_Orders()
    {
        var order = await WaitingAsync();
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        await SendAsync(order, "payment_intent.succeeded");

        var payment = await PaymentAsync(order);
        (payment.Status, payment.Captured, payment.Last4).ShouldBe((Proto.PaymentStatus.Succeeded, Usd(4_200), "3184"));
        (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.ShouldBe(payment);
    }

    [Test]
    public async Task Failed_by_the_customer_fails_the_payment_and_tells_Orders()
    {
        var order = await WaitingAsync();
        await Gateway.Control.FailAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        await SendAsync(order, "payment_intent.payment_failed");

        var told = (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment;
        (told.Status, told.DeclineCode).ShouldBe((Proto.PaymentStatus.Failed, "payment_intent_authentication_failure"));
    }

    [Test]
    public async Task Duplicates_are_accepted_and_have_no_second_effect()
    {
        var order = await WaitingAsync();
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);
        var succeeded = (await EventsAsync(order, "payment_intent.succeeded")).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(succeeded)));

        answers.ShouldAllBe(status => status == 200);
        (await AnnouncedAsync(order)).Count.ShouldBe(1);
    }

    [Test]
    public async Task Event_that_tells_what_the_answer_has_told_leaves_nothing_however_often_it_comes()
    {
        var order = NewId();
        await ChargeAsync(order);
        var succeeded = (await EventsAsync(order, "payment_intent.succeeded")).Single();
        var before = await PaymentAsync(order);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(succeeded)));

        answers.ShouldAllBe(status => status == 200);
        (await KeptAsync(succeeded.Id)).ShouldBeFalse();
        (await PaymentAsync(order)).ShouldBe(before);
        (await AnnouncedAsync(order)).ShouldBeEmpty();
    }

    [Test]
    public async Task Any_order_of_a_sequence_ends_in_the_same_state([Range(0, 5)] int permutation)
    {
        var order = await WaitingAsync();
        await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);
        await Gateway.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = (await Gateway.IntentAsync(order)).Id, Amount = 1_200 });
        var events = await EventsAsync(order, "payment_intent.requires_action", "payment_intent.succeeded", "refund.created");
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

        foreach (var index in orders[permutation]) (await SendAsync(events[index])).ShouldBe(200);

        var payment = await PaymentAsync(order);
        (payment.Status, payment.Captured, payment.Refunded).ShouldBe((Proto.PaymentStatus.PartiallyRefunded, Usd(4_200), Usd(1_200)));
        (await AnnouncedAsync(order))[^1].Payment.ShouldBe(payment);
    }

    [Test]
    public async Task Late_failure_after_the_money_came_changes_nothing()
    {
        var order = NewId();
        await ChargeAsync(order);
        var intent = await Gateway.IntentAsync(order);

        var status = await PostAsync(PaymentFailed("evt_" + NewId(), intent.Id));

        status.ShouldBe(HttpStatusCode.OK);
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Succeeded);
        (await AnnouncedAsync(order)).ShouldBeEmpty();
    }

    [Test]
    public async Task Event_that_comes_before_its_payment_knows_the_intent_is_kept_and_applied()
    {
        var order = NewId();
        await Gateway.InjectAsync(FaultKind.HoldAnswer, "/v1/payment_intents");
        var charge = ChargeAsync(order);
        await Gateway.Control.HeldAsync(1, CancellationToken.None);
        var intent = await Gateway.IntentAsync(order);
        await Gateway.Stripe.V1.PaymentIntents.ConfirmAsync(intent.Id);

        await SendAsync(order, "payment_intent.succeeded");
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Processing);
        await Gateway.Control.ReleaseAsync(CancellationToken.None);

        (await charge).OutcomeCase.ShouldBe(OutcomeOneofCase.Succeeded);
        (await ScalarAsync<bool>("SELECT bool_and(applied_at IS NOT NULL) FROM gateway_event WHERE gateway_id = $1", intent.Id)).ShouldBeTrue();
        (await Gateway.IntentAsync(order)).Charges.Count.ShouldBe(1);
    }

    [Test]
    public async Task Event_of_an_intent_that_is_not_ours_is_accepted_and_kept()
    {
        var intent = "pi_" + NewId();

        (await PostAsync(PaymentFailed("evt_" + NewId(), intent))).ShouldBe(HttpStatusCode.OK);

        (await ScalarAsync<bool>("SELECT applied_at IS NULL FROM gateway_event WHERE gateway_id = $1", intent)).ShouldBeTrue();
    }

    [Test]
    public async Task Unknown_type_is_accepted_and_leaves_nothing()
    {
        var id = "evt_" + NewId();

        var body = $$"""{ "id": "{{id}}", "object": "event", "type": "unheard_of.happened", "data": { "object": { "id": "x" } } }""";

        (await PostAsync(body)).ShouldBe(HttpStatusCode.OK);

        (await KeptAsync(id)).ShouldBeFalse();
    }

    [TestCase(-301, false)]
    [TestCase(301, false)]
    [TestCase(-290, true)]
    public async Task Age_of_more_than_five_minutes_is_refused(int seconds, bool accepted)
    {
        var id = "evt_" + NewId();

        var status = await PostAsync(PaymentFailed(id, "pi_" + NewId()), age: TimeSpan.FromSeconds(seconds));

        status.ShouldBe(accepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        (await KeptAsync(id)).ShouldBe(accepted);
    }

    [TestCase("whsec_the_next_one", true)]
    [TestCase("whsec_somebody_elses", false)]
    public async Task Signature_must_be_of_one_of_the_secrets(string secret, bool accepted)
    {
        var id = "evt_" + NewId();

        var status = await PostAsync(PaymentFailed(id, "pi_" + NewId()), secret);

        status.ShouldBe(accepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        (await KeptAsync(id)).ShouldBe(accepted);
    }

    [Test]
    public async Task Body_that_was_changed_on_the_way_is_refused()
    {
        var id = "evt_" + NewId();
        var body = PaymentFailed(id, "pi_one");

        var status = await SendRawAsync(body.Replace("pi_one", "pi_two"), Signature(body, Sandbox.WebhookSecret, Now));

        status.ShouldBe(HttpStatusCode.BadRequest);
        (await KeptAsync(id)).ShouldBeFalse();
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("t=now,v1=00")]
    public async Task Missing_or_malformed_signature_is_refused(string? signature)
    {
        var id = "evt_" + NewId();

        (await SendRawAsync(PaymentFailed(id, "pi_1"), signature)).ShouldBe(HttpStatusCode.BadRequest);

        (await KeptAsync(id)).ShouldBeFalse();
    }

    [TestCase("{nonsense")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task Signed_nonsense_is_refused(string body) => (await PostAsync(body)).ShouldBe(HttpStatusCode.BadRequest);

    [Test]
    public async Task Huge_body_is_refused() =>
        (await PostAsync(new string(' ', 300_000))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    [Test]
    public async Task Real_deliveries_twice_and_shuffled_end_each_payment_once()
    {
        var orders = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => WaitingAsync()));
        foreach (var order in orders) await Gateway.Control.ApproveAsync((await Gateway.IntentAsync(order)).Id, CancellationToken.None);

        await Gateway.Control.SetWebhooksAsync(new(Paused: false, Shuffle: true, Copies: 2), CancellationToken.None);
        try
        {
            foreach (var order in orders)
            {
                await TestKit.Eventually.HoldsAsync(
                    async () => (await EventsAsync(order)).All(raised => raised is { Delivered: true, Attempts: >= 2 }), "all events of the order");
                (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.Status.ShouldBe(Proto.PaymentStatus.Succeeded);
            }
        }
        finally
        {
            await Gateway.Control.SetWebhooksAsync(new(Paused: true, Shuffle: false, Copies: 1), CancellationToken.None);
        }
    }

    private async Task<string> WaitingAsync()
    {
        var order = NewId();
        (await ChargeAsync(order, ThreeDSecure)).RequiresAction.ShouldNotBeNull();
        return order;
    }

    private Task<bool> KeptAsync(string eventId) => ScalarAsync<bool>("SELECT EXISTS (SELECT FROM gateway_event WHERE id = $1)", eventId);

    private Task<HttpStatusCode> PostAsync(string body, string secret = Sandbox.WebhookSecret, TimeSpan? age = null) =>
        SendRawAsync(body, Signature(body, secret, age ?? Now));

    private async Task<HttpStatusCode> SendRawAsync(string body, string? signature)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookUrl) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null) request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static string Signature(string body, string secret, TimeSpan age) =>
        EventUtility.GenerateSignatureHeader(body, secret, (TimeProvider.System.GetUtcNow() + age).ToUnixTimeSeconds());

    private static string PaymentFailed(string id, string intent) => $$"""
        {
          "id": "{{id}}", "object": "event", "type": "payment_intent.payment_failed", "api_version": "2020-08-27",
          "data": { "object": {
            "id": "{{intent}}", "object": "payment_intent", "amount": 4200, "currency": "usd", "status": "requires_payment_method",
            "last_payment_error": { "type": "card_error", "code": "card_declined", "decline_code": "generic_decline", "message": "No." } } }
        }
        """;
}
