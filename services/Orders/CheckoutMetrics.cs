using System.Diagnostics.Metrics;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Metrics;
using Grpc.Core;

namespace CommerceKata.Orders;

/// <summary>How checkouts go: what customers are answered, and where the time is spent.</summary>
internal static class CheckoutMetrics
{
    /// <summary>The answer of a request whose key was used before: no second purchase, and not counted as one.</summary>
    public const string Repeated = "repeated";

    private static readonly LabelledDuration Requests = OrdersMetrics.Meter.Duration(
        "checkout.duration", Buckets.Waiting,
        "From a checkout's arrival to its answer: confirmed, payment_action (3-D Secure), payment_declined, "
        + "out_of_stock, empty_cart, cart_changed, price_changed, amount_not_allowed, idempotency_key_reused, too_many_attempts, "
        + "repeated (the key's first request was answered before), refused (not a valid request), "
        + "cancelled (the caller left), error (ours to mend).",
        "outcome");

    private static readonly LabelledDuration Steps = OrdersMetrics.Meter.Duration(
        "checkout.step.duration", Buckets.Waiting,
        "A step of the checkout saga, run by a request or by the recovery worker: read, place, reserve, charge, move (the order's next status, with its events); ok or error (it is tried again).",
        "step", "outcome");

    private static readonly LabelledCounter Limits = OrdersMetrics.Meter.Counter(
        "checkout.limited", "{checkout}",
        "Checkouts refused by a limit: declined_session, declined_cart, declined_email, declined_address (too many declined payments), "
        + "unpaid_session, unpaid_address (too much held by unpaid orders).", "limit");

    private static UnpaidState? _unpaid;

    static CheckoutMetrics()
    {
        OrdersMetrics.Meter.Gauge<long>(
            "orders.unpaid", "{order}", "Orders that wait for their payment (3-D Secure), a look every 15 seconds.", () => Look(state => state.Orders));
        OrdersMetrics.Meter.Gauge<long>(
            "orders.unpaid.units", "{unit}", "Units held for orders that wait for their payment, a look every 15 seconds.", () => Look(state => state.Units));
    }

    public static void Seen(UnpaidState state) => Volatile.Write(ref _unpaid, state);

    public static void Limited(LimitReached limit) => Limits.Add(1, limit.Name);

    public static void Answered(TimeSpan took, string outcome) => Requests.Record(took, outcome);

    public static string Outcome(CheckoutResponse answer) => answer.ProblemCase switch
    {
        CheckoutResponse.ProblemOneofCase.PaymentAction => "payment_action",
        CheckoutResponse.ProblemOneofCase.EmptyCart => "empty_cart",
        CheckoutResponse.ProblemOneofCase.OutOfStock => "out_of_stock",
        CheckoutResponse.ProblemOneofCase.PaymentDeclined => "payment_declined",
        CheckoutResponse.ProblemOneofCase.PriceChanged => "price_changed",
        CheckoutResponse.ProblemOneofCase.IdempotencyKeyReused => "idempotency_key_reused",
        CheckoutResponse.ProblemOneofCase.CartChanged => "cart_changed",
        CheckoutResponse.ProblemOneofCase.TooManyAttempts => "too_many_attempts",
        CheckoutResponse.ProblemOneofCase.AmountNotAllowed => "amount_not_allowed",
        // Without a problem it is the order's own status that says how it went: confirmed, or cancelled meanwhile.
        _ => answer.Order.Status.ToString().ToLowerInvariant(),
    };

    public static string Outcome(Exception error, CancellationToken left) => error switch
    {
        _ when left.IsCancellationRequested => "cancelled",
        Fault { Code: not (StatusCode.Unavailable or StatusCode.Internal or StatusCode.DeadlineExceeded) } => "refused",
        _ => "error",
    };

    private static IEnumerable<Measurement<long>> Look(Func<UnpaidState, long> part)
    {
        if (Volatile.Read(ref _unpaid) is { } state) yield return new(part(state));
    }

    /// <summary>Measures a step.</summary>
    public static async Task<T> StepAsync<T>(string step, TimeProvider time, Func<Task<T>> run)
    {
        var started = time.GetTimestamp();
        var outcome = "error";
        try
        {
            var result = await run();
            outcome = "ok";
            return result;
        }
        finally
        {
            Steps.Record(time.GetElapsedTime(started), step, outcome);
        }
    }
}
