using CommerceKata.StripeSandbox;
using CsCheck;
using Grpc.Core;
using Stripe;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

/// <summary>
/// Money over random histories, against the sandbox and PostgreSQL. A failure prints a seed: give it as
/// <c>CsCheck_Seed</c> in the environment to see it again.
/// </summary>
internal sealed class MoneyTests : BillingFixture
{
    private const int Histories = 30;

    [Test]
    public Task Money_given_back_is_never_more_than_was_taken_which_is_never_more_than_the_total() => PaymentHistory.Any.SampleAsync(
        async history =>
        {
            await Gateway.ResetAsync();
            var order = NewId();
            Guid[] refunds = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
            foreach (var together in history.Steps.Chunk(history.AtOnce))
                await Task.WhenAll(together.Select(step => PlayAsync(order, history.PaymentMethod, refunds, step)));
            await SettleAsync(order, history);
            await CheckAsync(order);
        },
        iter: Histories, threads: 1);

    private async Task PlayAsync(string order, string method, Guid[] refunds, Step step)
    {
        switch (step)
        {
            case Step.Charge:
                await AnswerAsync(async () => (await ChargeAsync(order, method, PaymentHistory.Total)).Payment);
                break;
            case Step.Cancel:
                await AnswerAsync(async () =>
                {
                    await Billing.CancelPaymentAsync(new() { OrderId = order });
                    return null;
                });
                break;
            case Step.Refund refund:
                await AnswerAsync(async () => (await RefundAsync(refunds[refund.Id].ToString(), order, refund.Amount)).Refunded?.Payment);
                break;
            case Step.RefundByHand refund:
                await AtGatewayAsync(order, intent => Gateway.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = intent, Amount = refund.Amount }));
                break;
            case Step.BankSendsRefundBack(var pick):
                if (Pick(await RefundsAtGatewayAsync(order), pick) is { } sent) await Gateway.Control.FailRefundAsync(sent.Id, CancellationToken.None);
                break;
            case Step.CustomerActs(var approves):
                await AtGatewayAsync(order, intent => approves
                    ? Gateway.Control.ApproveAsync(intent, CancellationToken.None)
                    : Gateway.Control.FailAsync(intent, CancellationToken.None));
                break;
            case Step.Webhook(var pick):
                if (Pick(await EventsAsync(order), pick) is { } raised) (await SendAsync(raised)).ShouldBe(200);
                break;
            case Step.Reconcile:
                await RoundAsync(order);
                break;
            case Step.Fault fault:
                await Gateway.InjectAsync(fault.Kind, fault.Path);
                break;
        }
    }

    /// <summary>A day later, when the gateway has forgotten its keys: it works again, every event comes, and a round has run.</summary>
    private async Task SettleAsync(string order, PaymentHistory history)
    {
        await Gateway.Control.ClearFaultsAsync(CancellationToken.None);
        await Gateway.Control.ForgetIdempotencyKeysAsync(CancellationToken.None);
        if (!history.ReconcilesFirst) await SendAllAsync(order, history);
        await RoundAsync(order);
        await SendAllAsync(order, history);
    }

    private async Task SendAllAsync(string order, PaymentHistory history)
    {
        foreach (var raised in history.Shuffled(await EventsAsync(order))) (await SendAsync(raised)).ShouldBe(200);
    }

    private async Task CheckAsync(string order)
    {
        if (!await WasChargedAsync(order)) return;
        var payment = await PaymentAsync(order);
        var intents = await Gateway.IntentsAsync(order);
        var refunds = await RefundsAtGatewayAsync(order);

        Check(payment);
        intents.SelectMany(intent => intent.Charges).Count(charge => charge.Paid).ShouldBeLessThanOrEqualTo(1);
        intents.Where(intent => intent.Id != payment.GatewayId).ShouldAllBe(superfluous => superfluous.Charges.Count == 0);
        Minor(payment.Captured).ShouldBe(intents.Sum(intent => intent.AmountReceived));
        Minor(payment.Refunded).ShouldBe(intents.Sum(intent => intent.AmountRefunded));
        refunds.Where(refund => refund.Metadata.ContainsKey("refund_id")).Select(refund => refund.Metadata["refund_id"]).ShouldBeUnique();
        (await ScalarAsync<long>(
            "SELECT coalesce(sum(amount_minor) FILTER (WHERE status = 'Succeeded'), 0)::bigint FROM refund WHERE order_id = $1", Guid.Parse(order)))
            .ShouldBe(Minor(payment.Refunded));
        (await ScalarAsync<bool>("SELECT EXISTS (SELECT FROM refund WHERE order_id = $1 AND status = 'Pending')", Guid.Parse(order))).ShouldBeFalse();
        var named = intents.SingleOrDefault(intent => intent.Id == payment.GatewayId);
        if (named?.Status == "requires_action") payment.Status.ShouldBe(Proto.PaymentStatus.RequiresAction);
        if (payment.Status is Proto.PaymentStatus.Failed or Proto.PaymentStatus.Cancelled) (named?.Status ?? "canceled").ShouldBe("canceled");
    }

    /// <summary>Not so if it was cancelled first: then the gateway must not know of it.</summary>
    private async Task<bool> WasChargedAsync(string order)
    {
        var charged = await ScalarAsync<bool>("SELECT amount_minor IS NOT NULL FROM payment WHERE order_id = $1", Guid.Parse(order));
        if (!charged) (await Gateway.IntentsAsync(order)).ShouldBeEmpty();
        return charged;
    }

    private static void Check(Proto.Payment payment)
    {
        var (total, captured, refunded) = (Minor(payment.Amount), Minor(payment.Captured), Minor(payment.Refunded));
        refunded.ShouldBeInRange(0, captured);
        captured.ShouldBeInRange(0, total);
        (payment.Status is Proto.PaymentStatus.Succeeded or Proto.PaymentStatus.PartiallyRefunded or Proto.PaymentStatus.Refunded).ShouldBe(captured > 0);
    }

    /// <summary>Yes, no, or not known yet; anything else is a bug.</summary>
    private static async Task AnswerAsync(Func<Task<Proto.Payment?>> call)
    {
        try
        {
            if (await call() is { } payment) Check(payment);
        }
        catch (RpcException error)
        {
            error.StatusCode.ShouldBeOneOf(StatusCode.Unavailable, StatusCode.FailedPrecondition, StatusCode.NotFound);
        }
    }

    /// <summary>Does something at the gateway behind Billing's back, if it can be done there now.</summary>
    private async Task AtGatewayAsync(string order, Func<string, Task> act)
    {
        try
        {
            if (await Gateway.IntentsAsync(order) is [.., var intent]) await act(intent.Id);
        }
        catch (Exception error) when (error is StripeException or HttpRequestException)
        {
            // Refused, or hit by a fault that waited for a call of Billing: then nothing happened, or nobody was told of it.
        }
    }

    private async Task<IReadOnlyList<RefundView>> RefundsAtGatewayAsync(string order)
    {
        var intents = (await Gateway.IntentsAsync(order)).Select(intent => intent.Id).ToHashSet();
        return [.. (await Gateway.StateAsync()).Refunds.Where(refund => intents.Contains(refund.Intent))];
    }

    private static T? Pick<T>(IReadOnlyList<T> items, int pick)
        where T : class => items.Count == 0 ? null : items[pick % items.Count];

    private static long Minor(Google.Type.Money? money) => money is null ? 0 : (money.Units * 100) + (money.Nanos / 10_000_000);
}
