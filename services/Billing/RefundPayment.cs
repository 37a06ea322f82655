using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Billing;

/// <summary>
/// Gives money back once per refund id. The amount is set aside first; a repeat looks for the refund at the gateway
/// before it asks for one, so that it finds it even after the gateway has forgotten the idempotency key.
/// </summary>
internal sealed class RefundPayment(RefundStore refunds, StripeGateway gateway)
{
    /// <exception cref="Fault">UNAVAILABLE: not known yet; call again.</exception>
    public async Task<ReservedRefund> RunAsync(NewRefund wanted, CancellationToken cancel)
    {
        var reserved = await refunds.ReserveAsync(wanted, cancel);
        if (reserved.Refund.Status != RefundStatus.Pending) return reserved;
        var report = await AskAsync(reserved, cancel);
        KillPoint.Reach("billing.refunded");
        // What the gateway did is written down even if the caller is gone by now.
        reserved = await refunds.SettleAsync(wanted.OrderId, report, announce: false, CancellationToken.None);
        return reserved.Refund.Status == RefundStatus.Pending
            ? throw Fault.Unavailable("The refund is under way: try again.")
            : reserved;
    }

    /// <summary>Goes on with a refund whose outcome is not known, when whoever asked for it may be gone.</summary>
    /// <exception cref="Fault">UNAVAILABLE: still not known.</exception>
    public async Task<ReservedRefund> ResumeAsync(Payment payment, Refund refund, CancellationToken cancel)
    {
        var report = await AskAsync(new(payment, refund, IsNew: false), cancel);
        return await refunds.SettleAsync(payment.OrderId, report, announce: true, CancellationToken.None);
    }

    private async Task<RefundReport> AskAsync(ReservedRefund reserved, CancellationToken cancel)
    {
        var (payment, refund, isNew) = reserved;
        try
        {
            var made = isNew ? null : await gateway.FindRefundAsync(payment, refund.Id, cancel);
            return made ?? await gateway.RefundAsync(payment, refund, cancel);
        }
        catch (GatewayRefusedException refused)
        {
            return new(refund.Id, null, refund.AmountMinor, RefundStatus.Failed, refused.Decline.Code);
        }
        catch (GatewayKeySpentException)
        {
            throw Fault.Unavailable("The payment gateway failed. The outcome is not known yet: try again later.");
        }
    }
}
