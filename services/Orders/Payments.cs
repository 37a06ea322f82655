using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.Orders;

/// <summary>What a charge came to. *Unknown* is no outcome: it is an exception, and the same charge is asked for again.</summary>
internal abstract record Charge
{
    public sealed record Succeeded(string Brand, string Last4) : Charge;

    public sealed record RequiresAction(string ClientSecret, string RedirectUrl) : Charge;

    public sealed record Declined(string Code, string Message) : Charge;

    public sealed record Cancelled : Charge;
}

/// <summary>Billing, as the saga sees it.</summary>
internal sealed class Payments(BillingService.BillingServiceClient billing, TimeProvider time)
{
    /// <summary>The gateway may take its time; the request that waits for it has ten seconds in all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Charges an order, or tells how its charge went: there is one per order, however often this is called.</summary>
    public async Task<Charge> ChargeAsync(Order order, CancellationToken cancel)
    {
        // Nothing to pay: the gateway takes no charges of nothing.
        if (order.Total.MinorUnits == 0) return new Charge.Succeeded("", "");
        var answer = await billing.ChargeAsync(new ChargeRequest
        {
            OrderId = order.Id.ToString(),
            Amount = order.Total.ToProto(),
            PaymentMethod = order.PaymentMethod,
            Description = $"Order {order.Number}",
        }, deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancel);
        return answer.OutcomeCase switch
        {
            ChargeResponse.OutcomeOneofCase.Succeeded => new Charge.Succeeded(answer.Payment.Brand, answer.Payment.Last4),
            ChargeResponse.OutcomeOneofCase.RequiresAction => new Charge.RequiresAction(answer.RequiresAction.ClientSecret, answer.RequiresAction.RedirectUrl),
            ChargeResponse.OutcomeOneofCase.Declined => new Charge.Declined(answer.Declined.DeclineCode, answer.Declined.Message),
            ChargeResponse.OutcomeOneofCase.Cancelled => new Charge.Cancelled(),
            _ => throw Fault.Unavailable("The payment's outcome is not known yet."),
        };
    }

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

    /// <summary>Pays it back. The order has one such refund, so that its id can name it.</summary>
    /// <returns>Whether the gateway took it; if not, an operator must look.</returns>
    public async Task<bool> RefundAsync(Order order, Money amount, CancellationToken cancel)
    {
        var answer = await billing.RefundAsync(new()
        {
            RefundId = order.Id.ToString(),
            OrderId = order.Id.ToString(),
            Amount = amount.ToProto(),
        }, deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancel);
        return answer.ResultCase == RefundResponse.ResultOneofCase.Refunded;
    }
}
