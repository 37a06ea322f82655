using Commerce.Billing.V1;
using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Grpc.Core;
using Npgsql;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

internal sealed class RefundTests : BillingFixture
{
    private const string Refunds = "/v1/refunds";

    [Test]
    public async Task Refund_in_parts_gives_back_no_more_than_was_taken()
    {
        var order = await PaidAsync(1_000);

        var part = await RefundAsync(NewId(), order, 400);
        await Billing.RefundAsync(Request(NewId(), order, 601)).ShouldFailAsync(StatusCode.FailedPrecondition);
        var rest = await RefundAsync(NewId(), order, 600);
        await Billing.RefundAsync(Request(NewId(), order, 1)).ShouldFailAsync(StatusCode.FailedPrecondition);

        part.Refunded.Payment.Status.ShouldBe(Proto.PaymentStatus.PartiallyRefunded);
        part.Refunded.Payment.Refunded.ShouldBe(Usd(400));
        rest.Refunded.Payment.Status.ShouldBe(Proto.PaymentStatus.Refunded);
        (await Gateway.RefundedAsync(order)).ShouldBe(1_000);
    }

    [Test]
    public async Task Refund_again_with_its_id_gives_back_once()
    {
        var order = await PaidAsync(1_000);
        var refund = NewId();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RefundAsync(refund, order, 300)));
        var later = await RefundAsync(refund, order, 300);

        answers.Append(later).ShouldAllBe(answer => answer.Refunded.Payment.Refunded.Equals(Usd(300)));
        (await Gateway.RefundedAsync(order)).ShouldBe(300);
    }

    [Test]
    public async Task Refund_id_of_another_refund_is_refused()
    {
        var order = await PaidAsync(1_000);
        var refund = NewId();
        await RefundAsync(refund, order, 300);

        await Billing.RefundAsync(Request(refund, order, 301)).ShouldFailAsync(StatusCode.FailedPrecondition);
        await Billing.RefundAsync(Request(refund, await PaidAsync(1_000), 300)).ShouldFailAsync(StatusCode.FailedPrecondition);
    }

    [Test]
    public async Task Refund_concurrently_never_gives_back_more_than_was_taken()
    {
        const int together = 8;
        var order = await PaidAsync(1_000);
        Task<string>[] refunds;
        await using (await LockPaymentAsync(order))
        {
            refunds = [.. Enumerable.Range(0, together).Select(_ => OutcomeAsync(order, 150))];
            await Eventually.HoldsAsync(async () => await WaitingForLocksAsync() == together, "all refunds at the payment's lock");
        }

        var outcomes = await Task.WhenAll(refunds);

        outcomes.Count(outcome => outcome == "Refunded").ShouldBe(6);
        outcomes.Count(outcome => outcome == "FailedPrecondition").ShouldBe(2);
        (await Gateway.RefundedAsync(order)).ShouldBe(900);
    }

    [TestCase(FaultKind.LostAnswer)]
    [TestCase(FaultKind.Refuse)]
    [TestCase(FaultKind.Error)]
    [TestCase(FaultKind.BrokenAnswer)]
    public async Task Refund_without_a_clear_answer_is_unknown_and_a_repeat_gives_back_once(FaultKind kind)
    {
        var order = await PaidAsync(1_000);
        var refund = NewId();
        await Gateway.InjectAsync(kind, Refunds);

        await Billing.RefundAsync(Request(refund, order, 700)).ShouldFailAsync(StatusCode.Unavailable);
        // What is not known counts as given back.
        await Billing.RefundAsync(Request(NewId(), order, 400)).ShouldFailAsync(StatusCode.FailedPrecondition);
        await Gateway.Control.ForgetIdempotencyKeysAsync(CancellationToken.None);
        var answer = await RefundAsync(refund, order, 700);

        answer.Refunded.Payment.Refunded.ShouldBe(Usd(700));
        (await Gateway.RefundedAsync(order)).ShouldBe(700);
    }

    [Test]
    public async Task Refund_that_the_gateway_refuses_fails_for_good_and_sets_nothing_aside()
    {
        var order = await PaidAsync(1_000);
        // Somebody gave all of it back by hand, and Billing has not heard of it yet.
        var intent = await Gateway.IntentAsync(order);
        await Gateway.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = intent.Id, Amount = 1_000 });

        var answer = await RefundAsync(NewId(), order, 300);

        answer.Failed.Code.ShouldBe("charge_already_refunded");
        await SendAsync(order, "refund.created");
        (await PaymentAsync(order)).Status.ShouldBe(Proto.PaymentStatus.Refunded);
        (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.Refunded.ShouldBe(Usd(1_000));
    }

    [Test]
    public async Task Refund_that_the_bank_sends_back_is_taken_off_again()
    {
        var order = await PaidAsync(1_000);
        var refund = NewId();
        await RefundAsync(refund, order, 400);
        await Gateway.Control.FailRefundAsync(
            (await Gateway.StateAsync()).Refunds.Single(made => made.Metadata["refund_id"] == refund).Id, CancellationToken.None);

        await SendAsync(order, "refund.failed");
        await SendAsync(order, "refund.created");

        (await PaymentAsync(order)).Refunded.ShouldBe(Usd(0));
        (await AnnouncedAsync(order)).ShouldHaveSingleItem().Payment.Refunded.ShouldBe(Usd(0));
        (await RefundAsync(refund, order, 400)).Failed.ShouldNotBeNull();
    }

    [Test]
    public async Task Refund_that_the_bank_sent_back_and_another_in_its_place_are_known_in_any_order()
    {
        var order = await PaidAsync(1_000);
        var intent = (await Gateway.IntentAsync(order)).Id;
        var first = await Gateway.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = intent, Amount = 1_000 });
        await Gateway.Control.FailRefundAsync(first.Id, CancellationToken.None);
        await Gateway.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = intent, Amount = 600 });

        await SendAsync(order, "refund.created");
        (await PaymentAsync(order)).Refunded.ShouldBe(Usd(1_000));
        await SendAsync(order, "refund.failed");

        (await PaymentAsync(order)).Refunded.ShouldBe(Usd(600));
    }

    [Test]
    public async Task Refund_of_what_was_never_charged_is_not_found_and_of_what_was_not_taken_is_refused()
    {
        var declined = NewId();
        await ChargeAsync(declined, "pm_card_chargeDeclined");

        await Billing.RefundAsync(Request(NewId(), NewId(), 100)).ShouldFailAsync(StatusCode.NotFound);
        await Billing.RefundAsync(Request(NewId(), declined, 100)).ShouldFailAsync(StatusCode.FailedPrecondition);
    }

    [Test]
    public async Task Refund_with_bad_input_names_every_field()
    {
        var order = await PaidAsync(1_000);
        var euros = Request(NewId(), order, 100);
        euros.Amount.CurrencyCode = "EUR";

        await Billing.RefundAsync(new()).ShouldViolateAsync("refund_id", "order_id", "amount");
        await Billing.RefundAsync(Request(NewId(), order, 0)).ShouldViolateAsync("amount");
        await Billing.RefundAsync(euros).ShouldViolateAsync("amount");
    }

    [TestCase("UPDATE payment SET refunded_minor = captured_minor + 1 WHERE order_id = $1")]
    [TestCase("UPDATE payment SET captured_minor = amount_minor + 1 WHERE order_id = $1")]
    [TestCase("UPDATE payment SET refunded_minor = -1 WHERE order_id = $1")]
    [TestCase("UPDATE payment SET status = 'Failed' WHERE order_id = $1")]
    public async Task Database_refuses_a_payment_that_does_not_add_up(string sql)
    {
        var order = await PaidAsync(1_000);

        var refused = await Should.ThrowAsync<PostgresException>(ScalarAsync<int>(sql, Guid.Parse(order)));

        refused.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    private async Task<string> PaidAsync(long amount)
    {
        var order = NewId();
        (await ChargeAsync(order, amount: amount)).Succeeded.ShouldNotBeNull();
        return order;
    }

    private async Task<string> OutcomeAsync(string order, long amount)
    {
        try
        {
            return (await RefundAsync(NewId(), order, amount)).ResultCase.ToString();
        }
        catch (RpcException error)
        {
            return error.StatusCode.ToString();
        }
    }

    /// <summary>Until it is disposed of, nobody else gets at the payment's row.</summary>
    private async Task<NpgsqlConnection> LockPaymentAsync(string order)
    {
        var connection = new NpgsqlConnection(Service.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var take = new NpgsqlCommand("BEGIN; SELECT FROM payment WHERE order_id = @order FOR UPDATE", connection);
        take.Parameters.AddWithValue("order", Guid.Parse(order));
        await take.ExecuteNonQueryAsync();
        return connection;
    }

    private Task<long> WaitingForLocksAsync() =>
        ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");

    private static RefundRequest Request(string refundId, string orderId, long amount) =>
        new() { RefundId = refundId, OrderId = orderId, Amount = Usd(amount) };
}
