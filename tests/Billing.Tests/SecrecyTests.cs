using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Npgsql;
using Stripe;
using Client = Commerce.Billing.V1.BillingService.BillingServiceClient;

namespace CommerceKata.Billing.Tests;

/// <summary>What must not be kept is in no log line and in no row.</summary>
internal sealed class SecrecyTests : BillingFixture
{
    private readonly string _log = Path.Combine(Path.GetTempPath(), $"billing-{Guid.CreateVersion7():N}.log");

    [TearDown]
    public void DeleteLog() => System.IO.File.Delete(_log);

    [Test]
    public async Task Logs_and_rows_hold_no_secret_and_nothing_of_a_card_but_its_brand_and_last_digits()
    {
        var service = await StartBillingAsync(null, ("Log:File", _log), ("Log:Level", "Verbose"));
        var billing = service.Client<Client>(Who.Service);
        var order = NewId();
        var action = (await billing.ChargeAsync(ChargeOf(order, ThreeDSecure))).RequiresAction;
        await billing.ChargeAsync(ChargeOf(NewId(), "pm_card_chargeDeclined"));
        var intent = (await Gateway.IntentAsync(order)).Id;
        await Gateway.Control.ApproveAsync(intent, CancellationToken.None);
        await PostAsync(service, Succeeded(intent));
        await billing.RefundAsync(new() { RefundId = NewId(), OrderId = order, Amount = Usd(100) });
        var rows = await RowsAsync(service);
        await service.StopAsync();
        await TestCluster.DropAsync(service.ConnectionString);

        var log = await System.IO.File.ReadAllTextAsync(_log);
        log.ShouldContain("evt_secret");
        rows.ShouldContain(intent);
        foreach (var secret in (string[])[action.ClientSecret, Sandbox.ApiKey, Sandbox.WebhookSecret, "fp_of_the_card", "exp_year"])
        {
            log.ShouldNotContain(secret);
            rows.ShouldNotContain(secret);
        }
    }

    private static async Task<string> RowsAsync(TestService service)
    {
        await using var source = NpgsqlDataSource.Create(service.ConnectionString);
        await using var query = source.CreateCommand("""
            SELECT string_agg(line, E'\n') FROM (
                SELECT p::text AS line FROM payment p UNION ALL SELECT r::text FROM refund r UNION ALL SELECT e::text FROM gateway_event e
                UNION ALL SELECT encode(o.payload, 'escape') FROM outbox o) all_rows
            """);
        return (string)(await query.ExecuteScalarAsync())!;
    }

    private static async Task PostAsync(TestService service, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body);
        content.Headers.Add("Stripe-Signature", EventUtility.GenerateSignatureHeader(body, Sandbox.WebhookSecret));
        using var response = await http.PostAsync(service.HttpAddress + "/webhooks/stripe", content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>With more of the card in it than Stripe would expand by itself.</summary>
    private static string Succeeded(string intent) => $$"""
        {
          "id": "evt_secret", "object": "event", "type": "payment_intent.succeeded", "data": { "object": {
            "id": "{{intent}}", "object": "payment_intent", "amount": 4200, "amount_received": 4200, "currency": "usd", "status": "succeeded",
            "client_secret": "{{intent}}_secret_x",
            "payment_method": { "id": "pm_1", "object": "payment_method", "type": "card", "card": {
              "brand": "visa", "last4": "3184", "exp_month": 12, "exp_year": 2031, "fingerprint": "fp_of_the_card" } } } }
        }
        """;
}
