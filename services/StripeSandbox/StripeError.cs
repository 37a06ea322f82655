using System.Text.Json.Nodes;

namespace CommerceKata.StripeSandbox;

/// <summary>
/// An answer other than success, in Stripe's shape.
/// Source: docs.stripe.com/api/errors.
/// </summary>
internal sealed class StripeError(int status, string type, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    public string? Code { get; init; }

    public string? Param { get; init; }

    /// <summary>The intent as it is, where the error is about its state.</summary>
    public JsonObject? Intent { get; init; }

    /// <summary>
    /// Whether execution had begun, so that the idempotency layer replays this answer. Bad parameters never get so far.
    /// </summary>
    public bool Executed { get; init; }

    public static StripeError Unauthorized(string? key) => new(401, "invalid_request_error", key is null
        ? "You did not provide an API key. Use HTTP Basic or Bearer authentication with your secret key."
        : $"Invalid API Key provided: {Mask(key)}");

    public static StripeError Missing(string param) =>
        new(400, "invalid_request_error", $"Missing required param: {param}.")
        { Code = "parameter_missing", Param = param };

    public static StripeError Unknown(string param) =>
        new(400, "invalid_request_error", $"Received unknown parameter: {param}")
        { Code = "parameter_unknown", Param = param };

    public static StripeError Invalid(string param, string message, string? code = null) =>
        new(400, "invalid_request_error", message) { Code = code, Param = param };

    /// <summary>404 where the URL names it, 400 where a parameter does.</summary>
    public static StripeError NoSuch(string what, string id, string param, bool inUrl) =>
        new(inUrl ? 404 : 400, "invalid_request_error", $"No such {what}: '{id}'")
        { Code = "resource_missing", Param = param, Executed = true };

    public static StripeError UnexpectedState(JsonObject intent, string message) =>
        new(400, "invalid_request_error", message)
        { Code = "payment_intent_unexpected_state", Intent = intent, Executed = true };

    public static StripeError KeyReused(string message) => new(400, "idempotency_error", message);

    public static StripeError KeyInUse(string key) => new(409, "idempotency_error",
        $"There is currently another in-progress request using this Idempotent Key: {key}")
    { Code = "idempotency_key_in_use" };

    /// <summary>
    /// An error that Stripe answers with this status; where there are several, one that a payment can meet.
    /// </summary>
    public static StripeError Injected(int status) => status switch
    {
        400 => Invalid("amount", "Amount must be at least 50 cents", "amount_too_small"),
        401 => Unauthorized("sk_test_injected_fault"),
        403 => new(403, "invalid_request_error",
            "The provided key does not have the required permissions for this endpoint."),
        404 => NoSuch("payment_intent", "pi_injected", "intent", inUrl: true),
        409 => new(409, "invalid_request_error",
            "This object is being changed by another request.")
        { Code = "lock_timeout" },
        429 => new(429, "invalid_request_error", "Too many requests.") { Code = "rate_limit" },
        _ => new(status, "api_error", "An unknown error occurred."),
    };

    public Answer ToAnswer() => new(Status, StripeJson.Error(Type, Code, Message, Param, Intent).ToJsonString());

    private static string Mask(string key) => key.Length <= 12 ? "****" : $"{key[..8]}****{key[^4..]}";
}

/// <summary>What goes back over HTTP.</summary>
internal sealed record Answer(int Status, string Body)
{
    public static Answer Ok(JsonObject body) => new(200, body.ToJsonString());
}
