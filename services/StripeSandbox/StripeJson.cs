using System.Text.Json.Nodes;

namespace CommerceKata.StripeSandbox;

/// <summary>The sandbox's records in Stripe's JSON, with the fields that a card integration reads.</summary>
internal static class StripeJson
{
    public static JsonObject Intent(Intent intent, Charge? expandedCharge = null, bool expandMethod = false) => new()
    {
        ["id"] = intent.Id,
        ["object"] = "payment_intent",
        ["amount"] = intent.Amount,
        ["amount_capturable"] = 0,
        ["amount_received"] = intent.AmountReceived,
        ["canceled_at"] = intent.CanceledAt,
        ["cancellation_reason"] = intent.CancellationReason,
        ["capture_method"] = "automatic_async",
        ["client_secret"] = intent.ClientSecret,
        ["confirmation_method"] = "automatic",
        ["created"] = intent.Created,
        ["currency"] = intent.Currency,
        ["description"] = intent.Description,
        ["last_payment_error"] = intent.LastDecline is { } decline
            ? DeclineBody(decline, intent.LastDeclinedMethod, intent.LatestCharge)
            : null,
        ["latest_charge"] = expandedCharge is null ? intent.LatestCharge : Charge(expandedCharge),
        ["livemode"] = false,
        ["metadata"] = Map(intent.Metadata),
        ["next_action"] = intent.Status == IntentStatus.RequiresAction ? NextAction(intent) : null,
        ["payment_method"] = expandMethod && intent.PaymentMethod is { } method ? PaymentMethod(method) : intent.PaymentMethod,
        ["payment_method_types"] = new JsonArray("card"),
        ["status"] = intent.Status,
    };

    public static JsonObject Charge(Charge charge) => new()
    {
        ["id"] = charge.Id,
        ["object"] = "charge",
        ["amount"] = charge.Amount,
        ["amount_captured"] = charge.Paid ? charge.Amount : 0,
        ["amount_refunded"] = charge.AmountRefunded,
        ["captured"] = charge.Paid,
        ["created"] = charge.Created,
        ["currency"] = charge.Currency,
        ["failure_code"] = charge.Decline?.Code,
        ["failure_message"] = charge.Decline?.Message,
        ["livemode"] = false,
        ["paid"] = charge.Paid,
        ["payment_intent"] = charge.Intent,
        ["payment_method"] = charge.PaymentMethod,
        ["payment_method_details"] = new JsonObject { ["type"] = "card", ["card"] = Card(charge.PaymentMethod) },
        ["refunded"] = charge.AmountRefunded == charge.Amount,
        ["status"] = charge.Paid ? "succeeded" : "failed",
    };

    public static JsonObject Refund(Refund refund) => new()
    {
        ["id"] = refund.Id,
        ["object"] = "refund",
        ["amount"] = refund.Amount,
        ["charge"] = refund.Charge,
        ["created"] = refund.Created,
        ["currency"] = refund.Currency,
        ["failure_reason"] = refund.Status == RefundEndpoints.Failed ? "expired_or_canceled_card" : null,
        ["metadata"] = Map(refund.Metadata),
        ["payment_intent"] = refund.Intent,
        ["reason"] = refund.Reason,
        ["status"] = refund.Status,
    };

    public static JsonObject List(string url, IEnumerable<JsonObject> page, bool hasMore) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. page]),
        ["has_more"] = hasMore,
        ["url"] = url,
    };

    public static JsonObject Event(
        string id, string type, JsonObject about, string apiVersion, long now, ApiCall? cause) => new()
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = apiVersion,
            ["created"] = now,
            ["data"] = new JsonObject { ["object"] = about },
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = cause?.RequestId, ["idempotency_key"] = cause?.IdempotencyKey },
            ["type"] = type,
        };

    public static JsonObject Error(string type, string? code, string message, string? param, JsonObject? intent = null)
    {
        var error = new JsonObject { ["type"] = type, ["message"] = message };
        AddUnlessNull(error, "code", code);
        AddUnlessNull(error, "param", param);
        AddUnlessNull(error, "payment_intent", intent);
        return new() { ["error"] = error };
    }

    /// <summary>The 402 of a declined card: what the intent itself keeps, and the intent.</summary>
    public static JsonObject Declined(Intent intent)
    {
        var error = DeclineBody(intent.LastDecline!, intent.LastDeclinedMethod, intent.LatestCharge);
        error["payment_intent"] = Intent(intent);
        return new() { ["error"] = error };
    }

    private static JsonObject DeclineBody(Decline decline, string? paymentMethod, string? charge)
    {
        var error = new JsonObject { ["type"] = "card_error", ["code"] = decline.Code, ["message"] = decline.Message };
        AddUnlessNull(error, "decline_code", decline.DeclineCode);
        AddUnlessNull(error, "charge", charge);
        AddUnlessNull(error, "payment_method", paymentMethod is null ? null : PaymentMethod(paymentMethod));
        return error;
    }

    private static JsonObject PaymentMethod(string id) => new()
    {
        ["id"] = id,
        ["object"] = "payment_method",
        ["type"] = "card",
        ["card"] = Card(id),
    };

    /// <summary>Without a return URL Stripe leaves the action to its client library, which a sandbox has not.</summary>
    private static JsonObject NextAction(Intent intent) => new()
    {
        ["type"] = "redirect_to_url",
        ["redirect_to_url"] = new JsonObject { ["url"] = intent.ThreeDSecureUrl, ["return_url"] = intent.ReturnUrl },
    };

    private static JsonObject Card(string paymentMethod)
    {
        var card = TestCards.Find(paymentMethod)!;
        return new() { ["brand"] = card.Brand, ["last4"] = card.Last4 };
    }

    private static JsonObject Map(IReadOnlyDictionary<string, string> map) =>
        new(map.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static void AddUnlessNull(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }
}
