using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CommerceKata.StripeSandbox;

/// <summary><c>/v1/payment_intents</c>. Source: docs.stripe.com/api/payment_intents.</summary>
internal static class PaymentIntentEndpoints
{
    private const string Root = "/v1/payment_intents";

    public static void MapPaymentIntents(this WebApplication app)
    {
        var api = app.Services.GetRequiredService<StripeApi>();
        app.MapPost(Root, http => api.RunAsync(http, Create));
        app.MapGet(Root, http => api.RunAsync(http, List));
        app.MapGet(Root + "/{id}", (HttpContext http, string id) =>
            api.RunAsync(http, (call, tx) => Retrieve(id, call, tx)));
        app.MapPost(Root + "/{id}/confirm", (HttpContext http, string id) =>
            api.RunAsync(http, (call, tx) => Confirm(id, call, tx)));
        app.MapPost(Root + "/{id}/cancel", (HttpContext http, string id) =>
            api.RunAsync(http, (call, tx) => Cancel(id, call, tx)));
    }

    private static Answer Create(ApiCall call, Transaction tx)
    {
        var given = call.Params;
        given.AllowOnly(
            "amount", "currency", "confirm", "payment_method", "payment_method_types", "allowed_payment_method_types",
            "automatic_payment_methods", "capture_method", "confirmation_method", "metadata", "description",
            "return_url", "receipt_email", "statement_descriptor", "statement_descriptor_suffix", "radar_options");
        // What the sandbox has not is refused, so that no test passes on a promise that Stripe alone would keep.
        given.OneOf("capture_method", "automatic", "automatic_async");
        given.OneOf("confirmation_method", "automatic");
        var (amount, currency) = Amount.Read(given);
        var method = given.Text("payment_method");
        var confirm = given.Flag("confirm");
        if (given.Text("return_url") is not null && !confirm)
        {
            throw StripeError.Invalid("return_url", "return_url may only be given together with confirm=true.");
        }

        if (method is not null)
        {
            Card(method);
        }

        var id = Ids.New("pi");
        var intent = new Intent
        {
            Id = id,
            Amount = amount,
            Currency = currency,
            Status = method is null ? IntentStatus.RequiresPaymentMethod : IntentStatus.RequiresConfirmation,
            ClientSecret = $"{id}_secret_{RandomNumberGenerator.GetHexString(24, lowercase: true)}",
            Created = tx.UnixNow,
            Description = given.Text("description"),
            PaymentMethod = method,
            Metadata = given.Map("metadata"),
            RadarSession = given.Map("radar_options").GetValueOrDefault("session"),
            ApiVersion = call.ApiVersion,
            ThreeDSecureUrl = $"{call.BaseUrl}/_sandbox/3ds/{id}",
        };
        tx.Save(new Step(intent, null, "payment_intent.created"), call);
        return confirm ? Confirm(intent, call, tx) : Answer.Ok(Shown(intent, null, call));
    }

    private static Answer Confirm(string id, ApiCall call, Transaction tx)
    {
        call.Params.AllowOnly("payment_method", "return_url", "receipt_email");
        return Confirm(tx.Intent(id), call, tx);
    }

    private static Answer Confirm(Intent intent, ApiCall call, Transaction tx)
    {
        intent = intent with { ReturnUrl = call.Params.Text("return_url") ?? intent.ReturnUrl };
        var method = call.Params.Text("payment_method") ?? intent.PaymentMethod ?? throw StripeError.UnexpectedState(
            StripeJson.Intent(intent),
            "You cannot confirm this PaymentIntent because it's missing a payment method.");
        var step = PaymentFlow.Confirm(intent, method, Card(method), Ids.New("ch"), tx.UnixNow)
            ?? throw StripeError.UnexpectedState(
                StripeJson.Intent(intent),
                $"You cannot confirm this PaymentIntent because it has a status of {intent.Status}.");
        tx.Save(step, call);
        return step.Intent.LastDecline is null
            ? Answer.Ok(Shown(step.Intent, step.Charge, call))
            : new(402, StripeJson.Declined(step.Intent).ToJsonString());
    }

    private static Answer Retrieve(string id, ApiCall call, Transaction tx)
    {
        // The client secret is how a browser proves itself; a secret key needs no further proof.
        call.Params.AllowOnly("client_secret");
        var intent = tx.Intent(id);
        return Answer.Ok(Shown(intent, tx.Charge(intent.LatestCharge), call));
    }

    private static Answer Cancel(string id, ApiCall call, Transaction tx)
    {
        call.Params.AllowOnly("cancellation_reason");
        var reason = call.Params.OneOf(
            "cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned");
        var intent = tx.Intent(id);
        var step = PaymentFlow.Cancel(intent, reason, tx.UnixNow) ?? throw StripeError.UnexpectedState(
            StripeJson.Intent(intent),
            $"You cannot cancel this PaymentIntent because it has a status of {intent.Status}.");
        tx.Save(step, call);
        return Answer.Ok(Shown(step.Intent, tx.Charge(step.Intent.LatestCharge), call));
    }

    private static Answer List(ApiCall call, Transaction tx)
    {
        call.Params.AllowOnly("limit", "starting_after", "created");
        var window = CreatedRange.Read(call.Params);
        var found = tx.IntentsNewestFirst.Where(intent => window.Contains(intent.Created));
        var page = Page.Read(call.Params).Of(found, intent => intent.Id);
        var charges = call.Params.Expands("data.latest_charge");
        var methods = call.Params.Expands("data.payment_method");
        return Answer.Ok(StripeJson.List(
            Root,
            page.Items.Select(intent => StripeJson.Intent(intent, charges ? tx.Charge(intent.LatestCharge) : null, methods)),
            page.HasMore));
    }

    private static JsonObject Shown(Intent intent, Charge? charge, ApiCall call) =>
        StripeJson.Intent(intent, call.Params.Expands("latest_charge") ? charge : null, call.Params.Expands("payment_method"));

    private static TestCard Card(string method) =>
        TestCards.Find(method) ?? throw StripeError.NoSuch("PaymentMethod", method, "payment_method", inUrl: false);
}
