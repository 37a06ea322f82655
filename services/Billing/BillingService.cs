using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing;

/// <summary>Billing's RPCs: proto to domain and back.</summary>
internal sealed class BillingService(PaymentStore payments, ChargeOrder charge, GiveUpPayment giveUp, RefundPayment refund, TimeProvider time)
    : Proto.BillingService.BillingServiceBase
{
    private const int MaxPaymentMethod = 255;
    private const int MaxDescription = 200;

    [Allow(Who.Service)]
    public override async Task<ChargeResponse> Charge(ChargeRequest request, ServerCallContext context)
    {
        var charged = await ChargeAsync(Read(request), context.CancellationToken);
        var payment = charged.Payment;
        var response = new ChargeResponse { Payment = payment.ToProto() };
        switch (payment.Status)
        {
            case PaymentStatus.Succeeded:
                response.Succeeded = new();
                break;
            case PaymentStatus.RequiresAction:
                response.RequiresAction = new() { ClientSecret = charged.Action!.ClientSecret, RedirectUrl = charged.Action.RedirectUrl };
                break;
            case PaymentStatus.Failed when payment.IsRefused:
                response.Refused = new() { Code = payment.DeclineCode ?? "", Message = payment.DeclineMessage ?? "" };
                break;
            case PaymentStatus.Failed:
                response.Declined = new() { DeclineCode = payment.DeclineCode ?? "", Message = payment.DeclineMessage ?? "" };
                break;
            default:
                response.Cancelled = new();
                break;
        }

        return response;
    }

    private async Task<Charged> ChargeAsync(NewPayment order, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        PaymentStatus? status = null;
        try
        {
            var charged = await charge.RunAsync(order, cancel);
            status = charged.Payment.Status;
            return charged;
        }
        finally
        {
            BillingMetrics.Charged(status, time.GetElapsedTime(started));
        }
    }

    [Allow(Who.Service | Who.Admin)]
    public override async Task<GetPaymentResponse> GetPayment(GetPaymentRequest request, ServerCallContext context)
    {
        var payment = await payments.FindAsync(Violations.OnlyId(request.OrderId, "order_id"), context.CancellationToken);
        return payment is { WasCharged: true } ? new() { Payment = payment.ToProto() } : throw Fault.NotFound("payment");
    }

    [Allow(Who.Service)]
    public override async Task<CancelPaymentResponse> CancelPayment(CancelPaymentRequest request, ServerCallContext context)
    {
        var payment = await giveUp.RunAsync(Violations.OnlyId(request.OrderId, "order_id"), context.CancellationToken);
        return new()
        {
            // Whether the money was given back since is another question.
            Status = payment.Status == PaymentStatus.Succeeded ? Proto.PaymentStatus.Succeeded : payment.ToProto().Status,
        };
    }

    [Allow(Who.Service)]
    public override async Task<RefundResponse> Refund(RefundRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var wanted = new NewRefund(
            check.Id(request.RefundId, "refund_id"), check.Id(request.OrderId, "order_id"),
            Amount(check, request.Amount, bounded: false));
        check.ThrowIfAny();
        var (payment, made, _) = await refund.RunAsync(wanted, context.CancellationToken);
        return made.Status == RefundStatus.Succeeded
            ? new() { Refunded = new() { Payment = payment.ToProto() } }
            : new() { Failed = new() { Code = made.FailureCode ?? "", Message = "The payment gateway refused the refund." } };
    }

    private static NewPayment Read(ChargeRequest request)
    {
        var check = new Violations();
        var order = new NewPayment(
            check.Id(request.OrderId, "order_id"),
            Amount(check, request.Amount, bounded: true),
            check.Line(request.PaymentMethod, "payment_method", MaxPaymentMethod),
            check.Line(request.Description, "description", MaxDescription, min: 0),
            check.Line(request.RadarSession, "radar_session", MaxPaymentMethod, min: 0));
        check.ThrowIfAny();
        return order;
    }

    /// <summary>An amount in steps that the gateway takes, and for a charge within its bounds.</summary>
    private static Money Amount(Violations check, Google.Type.Money? wire, bool bounded)
    {
        const string field = "amount";
        var amount = check.Amount(wire, field, min: bounded ? Currencies.Find(wire?.CurrencyCode)?.MinCharge ?? 1 : 1);
        if (Currencies.Find(amount.Currency) is not { } currency) return amount;
        var most = amount with { MinorUnits = currency.MaxCharge };
        var step = amount with { MinorUnits = currency.Step };
        if (bounded) check.Require(amount <= most, field, Problem.TooLarge(most));
        check.Require(amount.MinorUnits % currency.Step == 0, field, Problem.NotAMultiple(step));
        return amount;
    }
}
