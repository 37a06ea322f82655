using System.Net;
using Stripe;

namespace CommerceKata.Billing;

/// <summary>The gateway said no, for good: nothing was done, and asking again would not help.</summary>
internal sealed class GatewayRefusedException(Decline decline, bool isMissing = false)
    : Exception("The payment gateway refused.")
{
    public Decline Decline => decline;

    /// <summary>Whether it knows no such intent: nobody can pay it.</summary>
    public bool IsMissing => isMissing;
}

/// <summary>The idempotency key only ever repeats an error: what was asked for needs another key.</summary>
internal sealed class GatewayKeySpentException() : Exception("The idempotency key only repeats an error.");

/// <summary>How to take an error of the gateway. What fits none of these is an unknown outcome.</summary>
internal static class GatewayAnswers
{
    private const string ResourceMissing = "resource_missing";

    /// <summary>Another call with the same key, or on the same intent, is under way: soon its answer will be ours.</summary>
    public static bool IsBusy(StripeException error) =>
        error.HttpStatusCode == HttpStatusCode.Conflict || error.StripeError?.Code is "lock_timeout" or "idempotency_key_in_use";

    /// <summary>
    /// A server error that was stored as the key's answer, or a key that was used before with other parameters
    /// (as when a setting changed). Source: docs.stripe.com/api/idempotent_requests.
    /// </summary>
    public static bool IsKeySpent(StripeException error) =>
        error.StripeError?.Type == "idempotency_error"
        || ((int)error.HttpStatusCode >= 500 && error.StripeResponse?.Headers?.Contains("Idempotent-Replayed") == true);

    /// <summary>
    /// Why a request about this payment was understood and declined, if it was: a 400, a 402, or a 404 of something
    /// that it names. An intent
    /// that the gateway does not know is not that: see <see cref="IsIntentMissing"/>. What is about the account (401,
    /// 403) or about the
    /// moment (409, 429) says nothing of the payment.
    /// </summary>
    public static StripeError? Refusal(StripeException error) => error switch
    {
        _ when IsKeySpent(error) || IsIntentMissing(error) => null,
        { HttpStatusCode: HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired } => error.StripeError,
        { HttpStatusCode: HttpStatusCode.NotFound, StripeError.Code: ResourceMissing } => error.StripeError,
        _ => null,
    };

    /// <summary>
    /// The gateway has no such intent. That ends a payment: it cannot be paid. It does not end a refund: the money was
    /// taken, and the key may
    /// belong to another account by mistake.
    /// </summary>
    public static bool IsIntentMissing(StripeException error) =>
        error.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound
        && error.StripeError is { Code: ResourceMissing, Param: "intent" or "payment_intent" };

    /// <summary>The intent as it stands, where that is why the call failed: declined, or in a state that does not allow it.</summary>
    public static PaymentIntent? Intent(StripeException error) =>
        error.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired ? error.StripeError?.PaymentIntent : null;
}
