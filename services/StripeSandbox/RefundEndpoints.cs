namespace CommerceKata.StripeSandbox;

/// <summary><c>/v1/refunds</c>. Source: docs.stripe.com/api/refunds.</summary>
internal static class RefundEndpoints
{
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    private const string Root = "/v1/refunds";

    public static void MapRefunds(this WebApplication app)
    {
        var api = app.Services.GetRequiredService<StripeApi>();
        app.MapPost(Root, http => api.RunAsync(http, Create));
        app.MapGet(Root, http => api.RunAsync(http, List));
        app.MapGet(Root + "/{id}", (HttpContext http, string id) =>
            api.RunAsync(http, (call, tx) => Retrieve(id, call, tx)));
    }

    /// <summary>The bank sent the money back, days later: it is the merchant's again.</summary>
    public static Refund Fail(string id, Transaction tx)
    {
        var refund = tx.Refund(id);
        if (refund.Status == Failed) return refund;

        var charge = tx.Charge(refund.Charge)!;
        var failed = refund with { Status = Failed };
        tx.Save(
            failed,
            charge with { AmountRefunded = charge.AmountRefunded - refund.Amount },
            tx.Intent(refund.Intent),
            cause: null,
            "refund.failed", "refund.updated");
        return failed;
    }

    private static Answer Create(ApiCall call, Transaction tx)
    {
        call.Params.AllowOnly("payment_intent", "amount", "reason", "metadata");
        var reason = call.Params.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        var intent = tx.Intent(call.Params.RequiredText("payment_intent"), "payment_intent", inUrl: false);
        if (intent.Status != IntentStatus.Succeeded)
        {
            throw new StripeError(
                400, "invalid_request_error",
                $"This PaymentIntent ({intent.Id}) does not have a successful charge to refund.")
            { Param = "payment_intent", Executed = true };
        }

        var charge = tx.Charge(intent.LatestCharge)!;
        var refund = new Refund
        {
            Id = Ids.New("re"),
            Intent = intent.Id,
            Charge = charge.Id,
            Amount = RefundableAmount(charge, call.Params.Integer("amount")),
            Currency = charge.Currency,
            Created = tx.UnixNow,
            Status = Succeeded,
            Reason = reason,
            Metadata = call.Params.Map("metadata"),
        };
        var refunded = charge with { AmountRefunded = charge.AmountRefunded + refund.Amount };
        tx.Save(refund, refunded, intent, call, "refund.created", "charge.refunded");
        return Answer.Ok(StripeJson.Refund(refund));
    }

    private static long RefundableAmount(Charge charge, long? asked)
    {
        var left = charge.Amount - charge.AmountRefunded;
        return asked switch
        {
            _ when left == 0 => throw new StripeError(
                400, "invalid_request_error", $"Charge {charge.Id} has already been refunded.")
            { Code = "charge_already_refunded", Executed = true },
            not null when Amount.OfRefund(asked.Value, charge.Currency) > left => throw new StripeError(
                400, "invalid_request_error",
                $"Refund amount ({asked}) is greater than unrefunded amount on charge ({left})")
            { Param = "amount", Executed = true },
            _ => asked ?? left,
        };
    }

    private static Answer Retrieve(string id, ApiCall call, Transaction tx)
    {
        call.Params.AllowOnly();
        return Answer.Ok(StripeJson.Refund(tx.Refund(id)));
    }

    private static Answer List(ApiCall call, Transaction tx)
    {
        call.Params.AllowOnly("payment_intent", "limit", "starting_after", "created");
        var intent = call.Params.Text("payment_intent");
        var window = CreatedRange.Read(call.Params);
        var found = tx.RefundsNewestFirst
            .Where(refund => (intent is null || refund.Intent == intent) && window.Contains(refund.Created));
        var page = Page.Read(call.Params).Of(found, refund => refund.Id);
        return Answer.Ok(StripeJson.List(Root, page.Items.Select(StripeJson.Refund), page.HasMore));
    }
}
