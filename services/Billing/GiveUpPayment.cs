using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Billing;

/// <summary>Ends a payment that has not succeeded. Against a success that comes at the same time, the gateway decides.</summary>
internal sealed class GiveUpPayment(PaymentStore payments, StripeGateway gateway)
{
    /// <exception cref="Fault">UNAVAILABLE: not known yet; call again.</exception>
    public async Task<Payment> RunAsync(Guid orderId, CancellationToken cancel)
    {
        var payment = await payments.CloseUnlessSentAsync(orderId, cancel);
        if (payment is not { GatewayId: { } id, GatewayClosed: false, Status: not PaymentStatus.Succeeded }) return payment;
        // Declined ones too: at the gateway they wait for another card, and the customer's browser could send one.
        var report = await CancelAsync(id, cancel);
        payment = await payments.ApplyAsync(orderId, report, announce: false, CancellationToken.None);
        return payment.IsOpen ? throw Fault.Unavailable("The payment could not be given up yet: try again.") : payment;
    }

    private async Task<IntentReport> CancelAsync(string gatewayId, CancellationToken cancel)
    {
        try
        {
            return await gateway.CancelAsync(gatewayId, cancel);
        }
        catch (GatewayRefusedException refused) when (refused.IsMissing)
        {
            return IntentReport.Refused(gatewayId, refused);
        }
        catch (Exception error) when (error is GatewayRefusedException or GatewayKeySpentException)
        {
            return await gateway.ReadAsync(gatewayId, cancel);
        }
    }
}
