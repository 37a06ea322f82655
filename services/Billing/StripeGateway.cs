using System.Net;
using System.Text.Json;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using Stripe;

namespace CommerceKata.Billing;

/// <summary>
/// All calls of Stripe's API. Each has a deadline; each that could move money has an idempotency key made from the
/// order or the refund. An outcome that is not known is UNAVAILABLE, never a decline.
/// </summary>
internal sealed partial class StripeGateway : IDisposable
{
    private const int TriesWhileBusy = 6;
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(50);
    private static readonly List<string> Expand = ["payment_method"];

    private readonly StripeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly HttpClient _http;
    private readonly StripeClient _stripe;

    public StripeGateway(StripeOptions options, TimeProvider time, ILogger<StripeGateway> log)
    {
        (_options, _time, _log) = (options, time, log);
        var connections = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        // The deadline is each call's own.
        _http = new(connections) { Timeout = Timeout.InfiniteTimeSpan };
        _stripe = new(
            options.ApiKey,
            // It retries nothing by itself: whoever asked decides, with the state of the payment before them.
            httpClient: new SystemNetHttpClient(_http, maxNetworkRetries: 0, enableTelemetry: false),
            apiBase: options.ApiBase.Length > 0 ? options.ApiBase.TrimEnd('/') : null);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Makes the intent. It moves no money, so that one too many would do no harm.</summary>
    public Task<IntentReport> CreateAsync(Payment payment, CancellationToken cancel)
    {
        var intent = new PaymentIntentCreateOptions
        {
            Amount = ToStripe(payment.AmountMinor!.Value, payment.Currency!),
            Currency = payment.Currency!.ToLowerInvariant(),
            PaymentMethod = payment.PaymentMethod,
            AllowedPaymentMethodTypes = ["card"],
            Description = payment.Description,
            RadarOptions = payment.RadarSession is { } seen ? new() { Session = seen } : null,
            Metadata = new() { ["order_id"] = payment.OrderId.ToString() },
            Expand = Expand,
        };
        return IntentAsync("create", ct => _stripe.V1.PaymentIntents.CreateAsync(intent, Key($"charge-{payment.OrderId}", payment), ct), cancel);
    }

    /// <summary>Takes the money, or learns why not. An intent can be taken once only, whatever the key.</summary>
    public Task<IntentReport> ConfirmAsync(Payment payment, CancellationToken cancel)
    {
        var confirm = new PaymentIntentConfirmOptions { ReturnUrl = _options.ReturnUrl, Expand = Expand };
        return IntentAsync("confirm", ct => _stripe.V1.PaymentIntents.ConfirmAsync(
            payment.GatewayId, confirm, Key($"confirm-{payment.OrderId}", payment), ct), cancel);
    }

    public Task<IntentReport> ReadAsync(string gatewayId, CancellationToken cancel) =>
        IntentAsync("read", ct => _stripe.V1.PaymentIntents.GetAsync(gatewayId, new() { Expand = Expand }, null, ct), cancel);

    /// <summary>Cancels the intent, or learns that it ended before.</summary>
    public Task<IntentReport> CancelAsync(string gatewayId, CancellationToken cancel) =>
        IntentAsync("cancel", ct => _stripe.V1.PaymentIntents.CancelAsync(gatewayId, new() { Expand = Expand }, null, ct), cancel);

    /// <summary>Gives money back. Always under the same key: a late refund is better than two.</summary>
    public Task<RefundReport> RefundAsync(Payment payment, Refund refund, CancellationToken cancel)
    {
        var create = new RefundCreateOptions
        {
            PaymentIntent = payment.GatewayId,
            Amount = ToStripe(refund.AmountMinor, payment.Currency!),
            Metadata = new() { [RefundReport.IdKey] = refund.Id.ToString(), ["order_id"] = payment.OrderId.ToString() },
        };
        var key = new RequestOptions { IdempotencyKey = $"refund-{refund.Id}" };
        return CallAsync("refund", async ct => RefundReport.Of(await _stripe.V1.Refunds.CreateAsync(create, key, ct)), cancel);
    }

    /// <summary>The refund that carries our id, if the gateway has made it.</summary>
    public Task<RefundReport?> FindRefundAsync(Payment payment, Guid refundId, CancellationToken cancel) =>
        CallAsync("find_refund", async ct =>
        {
            var made = _stripe.V1.Refunds.ListAutoPagingAsync(new() { PaymentIntent = payment.GatewayId, Limit = 100 }, null, ct);
            return await made.Select(RefundReport.Of).FirstOrDefaultAsync(refund => refund.RefundId == refundId, ct);
        }, cancel);

    /// <summary>An amount of ours in Stripe's form: the only place where one becomes the other.</summary>
    private static long ToStripe(long minorUnits, string currency) =>
        Currencies.Find(currency)?.ToStripe(minorUnits) ?? minorUnits;

    /// <summary>
    /// An amount of Stripe's in our form. One of a currency that we never charge is of no payment of ours.
    /// </summary>
    /// <param name="amount">As an answer or a webhook has it.</param>
    /// <param name="currency">As it has that: in lower case.</param>
    public static long FromStripe(long amount, string? currency) =>
        Currencies.Find(currency?.ToUpperInvariant())?.FromStripe(amount) ?? amount;

    private static RequestOptions Key(string name, Payment payment) => new() { IdempotencyKey = $"{name}-{payment.Attempt}" };

    private Task<IntentReport> IntentAsync(string operation, Func<CancellationToken, Task<PaymentIntent>> call, CancellationToken cancel) =>
        CallAsync(operation, async ct =>
        {
            try
            {
                return IntentReport.Of(await call(ct));
            }
            catch (StripeException error) when (GatewayAnswers.Intent(error) is { } intent)
            {
                return IntentReport.Of(intent);
            }
        }, cancel, isPayment: true);

    private async Task<T> CallAsync<T>(
        string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancel, bool isPayment = false)
    {
        var started = _time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            using var timeout = new CancellationTokenSource(_options.Timeout, _time);
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
            try
            {
                var answer = await call(deadline.Token);
                Measure(operation, "ok", started);
                return answer;
            }
            catch (StripeException error) when (GatewayAnswers.IsBusy(error) && attempt < TriesWhileBusy)
            {
                await Task.Delay(BusyPause * Math.Pow(2, attempt - 1), _time, cancel);
            }
            catch (StripeException error)
            {
                // Of Stripe's own words only the codes are logged: a message may quote what the customer typed.
                LogError(operation, (int)error.HttpStatusCode, error.StripeError?.Type, error.StripeError?.Code, error.StripeResponse?.RequestId);
                var missing = isPayment && GatewayAnswers.IsIntentMissing(error);
                var refusal = missing ? error.StripeError : GatewayAnswers.Refusal(error);
                Measure(operation, refusal is null ? Outcome(error) : "refused", started);
                if (GatewayAnswers.IsKeySpent(error)) throw new GatewayKeySpentException();
                throw refusal is null ? Unknown() : new GatewayRefusedException(Decline.Of(refusal), missing);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or JsonException
                || (error is OperationCanceledException && timeout.IsCancellationRequested && !cancel.IsCancellationRequested))
            {
                LogUnanswered(operation, error.GetType().Name);
                Measure(operation, "unknown", started);
                throw Unknown();
            }
        }
    }

    private void Measure(string operation, string outcome, long started) => BillingMetrics.Called(operation, outcome, _time.GetElapsedTime(started));

    /// <summary>
    /// Those that stay as they are until a person mends something have names of their own: there is an alert for them.
    /// </summary>
    private static string Outcome(StripeException error) => error.HttpStatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "denied",
        HttpStatusCode.Conflict => "busy",
        HttpStatusCode.TooManyRequests => "limited",
        _ => "unknown",
    };

    private static Fault Unknown() => Fault.Unavailable("The payment gateway did not answer clearly. The outcome is not known yet: try again.");

    [LoggerMessage(1, LogLevel.Warning, "Stripe, {Operation}: {Status} {Type} {Code}, request {RequestId}")]
    private partial void LogError(string operation, int status, string? type, string? code, string? requestId);

    [LoggerMessage(2, LogLevel.Warning, "Stripe, {Operation}: no answer ({Reason})")]
    private partial void LogUnanswered(string operation, string reason);
}
