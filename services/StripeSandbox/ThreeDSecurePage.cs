using System.Net;

namespace CommerceKata.StripeSandbox;

/// <summary>Where the "customer" authenticates a payment: a page for people, two POSTs for tests.</summary>
internal static class ThreeDSecurePage
{
    public static void MapThreeDSecure(this WebApplication app)
    {
        var page = app.MapGroup("/_sandbox/3ds/{id}");
        page.MapGet("/", (string id, SandboxState state) => ControlEndpoints.Found(
            () => state.Run(tx => tx.Intent(id)),
            intent => Results.Content(Html(intent), "text/html; charset=utf-8")));
        page.MapPost("/approve", (string id, bool? back, SandboxState state) =>
            Finish(id, approved: true, back, state));
        page.MapPost("/fail", (string id, bool? back, SandboxState state) =>
            Finish(id, approved: false, back, state));
    }

    /// <summary><paramref name="back"/> is set by the page: then the browser returns to the shop.</summary>
    private static IResult Finish(string id, bool approved, bool? back, SandboxState state) => ControlEndpoints.Found(
        () => state.Run(tx => Authenticate(tx.Intent(id), approved, tx)),
        intent => back == true && intent.ReturnUrl is { } url
            ? Results.Redirect(ReturnTo(url, intent))
            : Results.NoContent());

    private static Intent Authenticate(Intent intent, bool approved, Transaction tx)
    {
        var card = intent.PaymentMethod is { } method ? TestCards.Find(method) : null;
        var step = PaymentFlow.Authenticate(intent, approved, card!, Ids.New("ch"), tx.UnixNow)
            ?? throw StripeError.UnexpectedState(
                StripeJson.Intent(intent), $"There is nothing to confirm: the status is {intent.Status}.");
        tx.Save(step, cause: null);
        return step.Intent;
    }

    private static string ReturnTo(string url, Intent intent)
    {
        var status = intent.Status == IntentStatus.Succeeded ? "succeeded" : "failed";
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{url}{separator}payment_intent={intent.Id}&redirect_status={status}";
    }

    private static string Html(Intent intent) => $"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>3-D Secure sandbox</title>
        <body style="font-family: system-ui; max-width: 30rem; margin: 4rem auto; line-height: 1.6">
        <h1>Is it you?</h1>
        <p>{WebUtility.HtmlEncode(intent.Description ?? intent.Id)}:
          {intent.Amount} {WebUtility.HtmlEncode(intent.Currency)} in minor units. No real money moves here.</p>
        <form method="post">
          <button formaction="{intent.Id}/approve?back=true">Approve</button>
          <button formaction="{intent.Id}/fail?back=true">Fail</button>
        </form>
        </body>
        </html>
        """;
}
