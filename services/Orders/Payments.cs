using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using Google.Rpc;
using Grpc.Core;

namespace CommerceKata.Orders;

/// <summary>What a charge came to. *Unknown* is no outcome: it is an exception, and the same charge is asked for again.</summary>
internal abstract record Charge
{
    public sealed record Succeeded(string Brand, string Last4) : Charge;

    public sealed record RequiresAction(string ClientSecret, string RedirectUrl) : Charge;

    public sealed record Declined(string Code, string Message) : Charge
    {
        /// <summary>What a customer is told where the bank's own reason would help a thief more.</summary>
        public static readonly Declined WithoutReason = new("card_declined", "Your card was declined.");
    }

    /// <summary>For good, and not because of the card: nothing was taken, and nothing will be.</summary>
    public sealed record Refused(string Code, string Message) : Charge;

    public sealed record Cancelled : Charge;
}

/// <summary>What asking for a refund came to. *Unknown* is no outcome: it is an exception, and the same refund is asked for again.</summary>
internal abstract record Refund
{
    public sealed record Paid : Refund;

    /// <param name="Code">Why: the gateway's code, or Billing's.</param>
    /// <param name="IsSpent">Whether this refund was made and failed: then its id never pays any more, and another try needs another.</param>
    public sealed record Refused(string Code, bool IsSpent) : Refund;
}

/// <summary>Billing, as the saga sees it.</summary>
internal sealed class Payments(BillingService.BillingServiceClient billing, TimeProvider time)
{
    /// <summary>The gateway may take its time; the request that waits for it has ten seconds in all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Charges an order, or tells how its charge went: there is one per order, however often this is called.</summary>
    public async Task<Charge> ChargeAsync(Order order, CancellationToken cancel)
    {
        // Nothing to pay: the gateway takes no charges of nothing.
        if (order.Total.MinorUnits == 0) return new Charge.Succeeded("", "");
        try
        {
            return Read(await billing.ChargeAsync(new ChargeRequest
            {
                OrderId = order.Id.ToString(),
                Amount = order.Total.ToProto(),
                PaymentMethod = order.PaymentMethod,
                Description = $"Order {order.Number}",
                RadarSession = order.RadarSession ?? "",
            }, deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancel));
        }
        catch (RpcException error) when (IsFinal(error))
        {
            // Billing did not even begin, and never will: nothing may be left that could still take money. Money that
            // came all the
            // same goes back, as for every undone order.
            await CancelAsync(order, cancel);
            return new Charge.Refused(Reason(error), "This payment could not be made.");
        }
    }

    private static Charge Read(ChargeResponse answer) => answer.OutcomeCase switch
    {
        ChargeResponse.OutcomeOneofCase.Succeeded => new Charge.Succeeded(answer.Payment.Brand, answer.Payment.Last4),
        ChargeResponse.OutcomeOneofCase.RequiresAction =>
            new Charge.RequiresAction(answer.RequiresAction.ClientSecret, answer.RequiresAction.RedirectUrl),
        ChargeResponse.OutcomeOneofCase.Declined =>
            new Charge.Declined(answer.Declined.DeclineCode, answer.Declined.Message),
        ChargeResponse.OutcomeOneofCase.Refused => new Charge.Refused(answer.Refused.Code, answer.Refused.Message),
        ChargeResponse.OutcomeOneofCase.Cancelled => new Charge.Cancelled(),
        _ => throw Fault.Unavailable("The payment's outcome is not known yet."),
    };

    /// <summary>Whether the same request is answered the same way, however often it is made.</summary>
    private static bool IsFinal(RpcException error) =>
        error.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition;

    private static string Reason(RpcException error) =>
        error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? error.StatusCode.ToString();

    /// <summary>Gives the payment up; false when the money came first.</summary>
    public async Task<bool> CancelAsync(Order order, CancellationToken cancel)
    {
        if (order.Total.MinorUnits == 0) return true;
        var answer = await billing.CancelPaymentAsync(new() { OrderId = order.Id.ToString() }, cancellationToken: cancel);
        return answer.Status is PaymentStatus.Cancelled or PaymentStatus.Failed;
    }

    /// <summary>What came in for this order, and what went back.</summary>
    public async Task<(Money Captured, Money Held)> BalanceAsync(Order order, CancellationToken cancel)
    {
        try
        {
            var payment = (await billing.GetPaymentAsync(new() { OrderId = order.Id.ToString() }, cancellationToken: cancel)).Payment;
            var captured = Money.FromProto(payment.Captured);
            return (captured, captured - Money.FromProto(payment.Refunded));
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.NotFound)
        {
            return (Money.Zero(order.Currency), Money.Zero(order.Currency));
        }
    }

    /// <summary>Pays back, once per refund id, however often this is called.</summary>
    /// <param name="refundId">The order's id for all of an undone order; for a return see <see cref="Return.RefundId"/>.</param>
    /// <param name="orderId">Whose payment.</param>
    /// <param name="amount">How much.</param>
    /// <param name="cancel">Ends the wait; whether it was paid is then not known.</param>
    public async Task<Refund> RefundAsync(Guid refundId, Guid orderId, Money amount, CancellationToken cancel)
    {
        try
        {
            var answer = await billing.RefundAsync(new()
            {
                RefundId = refundId.ToString(),
                OrderId = orderId.ToString(),
                Amount = amount.ToProto(),
            }, deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancel);
            return answer.ResultCase switch
            {
                RefundResponse.ResultOneofCase.Refunded => new Refund.Paid(),
                RefundResponse.ResultOneofCase.Failed => new Refund.Refused(answer.Failed.Code, IsSpent: true),
                _ => throw Fault.Unavailable("The refund's outcome is not known yet."),
            };
        }
        catch (RpcException error) when (IsFinal(error) || error.StatusCode == StatusCode.NotFound)
        {
            // Billing did not even begin: there is less left of the payment than this, or no payment.
            return new Refund.Refused(Reason(error), IsSpent: false);
        }
    }
}
