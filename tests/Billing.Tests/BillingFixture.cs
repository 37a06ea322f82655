using Commerce.Billing.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Client = Commerce.Billing.V1.BillingService.BillingServiceClient;

namespace CommerceKata.Billing.Tests;

/// <summary>
/// A running Billing with the sandbox as its gateway. Webhooks are kept back unless a test sends them, so that each
/// test knows which came when.
/// </summary>
internal abstract class BillingFixture
{
    protected const string Visa = "pm_card_visa";
    protected const string ThreeDSecure = "pm_card_authenticationRequired";

    private NpgsqlDataSource _source = null!;

    protected TestService Service { get; private set; } = null!;

    protected Client Billing { get; private set; } = null!;

    protected Sandbox Gateway { get; private set; } = null!;

    protected string WebhookUrl => Service.HttpAddress + "/webhooks/stripe";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Gateway = await Sandbox.StartAsync();
        Service = await StartBillingAsync(null);
        Billing = Service.Client<Client>(Who.Service);
        _source = NpgsqlDataSource.Create(Service.ConnectionString);
        await Gateway.Control.SetWebhooksAsync(
            new(Url: WebhookUrl, Secret: Sandbox.WebhookSecret, Paused: true), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _source.DisposeAsync();
        await Service.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    [TearDown]
    public Task ClearFaultsAsync() => Gateway.Control.ClearFaultsAsync(CancellationToken.None);

    protected Task<TestService> StartBillingAsync(string? database, params (string Key, string Value)[] settings) => TestService.StartOnAsync(
        BillingHost.Build, database,
        [
            ("Stripe:ApiBase", Gateway.Url), ("Stripe:ApiKey", Sandbox.ApiKey),
            ("Stripe:WebhookSecrets:0", "whsec_the_next_one"), ("Stripe:WebhookSecrets:1", Sandbox.WebhookSecret),
            // No round comes by itself after the one at start.
            ("Stripe:ReconcileEvery", "1.00:00:00"),
            .. settings,
        ]);

    protected static string NewId() => Guid.CreateVersion7().ToString();

    protected static Google.Type.Money Usd(long minorUnits) => new Money(minorUnits, "USD").ToProto();

    protected static ChargeRequest ChargeOf(string orderId, string method = Visa, long amount = 4_200) =>
        new() { OrderId = orderId, Amount = Usd(amount), PaymentMethod = method, Description = "Order CK-7F3K-2M9Q" };

    protected async Task<ChargeResponse> ChargeAsync(string orderId, string method = Visa, long amount = 4_200) =>
        await Billing.ChargeAsync(ChargeOf(orderId, method, amount));

    protected async Task<Commerce.Billing.V1.Payment> PaymentAsync(string orderId) =>
        (await Billing.GetPaymentAsync(new() { OrderId = orderId })).Payment;

    protected async Task<RefundResponse> RefundAsync(string refundId, string orderId, long amount) =>
        await Billing.RefundAsync(new() { RefundId = refundId, OrderId = orderId, Amount = Usd(amount) });

    /// <summary>The gateway's events about an order's payment, oldest first.</summary>
    protected async Task<IReadOnlyList<DeliveryView>> EventsAsync(string orderId, params string[] types)
    {
        var intents = (await Gateway.IntentsAsync(orderId)).Select(intent => intent.Id).ToHashSet();
        return [.. (await Gateway.StateAsync()).Deliveries.Where(raised =>
            intents.Contains(raised.Intent) && (types.Length == 0 || types.Contains(raised.Type)))];
    }

    /// <summary>Has the gateway send one event now; the status that Billing answered.</summary>
    protected Task<int?> SendAsync(DeliveryView raised) => Gateway.Control.SendWebhookAsync(raised.Id, CancellationToken.None);

    /// <summary>Has the gateway send the events of these types.</summary>
    protected async Task SendAsync(string orderId, params string[] types)
    {
        foreach (var raised in await EventsAsync(orderId, types)) (await SendAsync(raised)).ShouldBe(200);
    }

    /// <summary>What Billing has told Orders of an order's payment. Nobody answers as Orders here: it waits in the outbox.</summary>
    protected async Task<IReadOnlyList<PaymentChanged>> AnnouncedAsync(string orderId)
    {
        await using var query = _source.CreateCommand(
            "SELECT payload FROM outbox WHERE aggregateid = $1 AND destination = 'Orders' ORDER BY seq");
        query.Parameters.Add(new() { Value = orderId });
        await using var rows = await query.ExecuteReaderAsync();
        var announced = new List<PaymentChanged>();
        while (await rows.ReadAsync()) announced.Add(PaymentChanged.Parser.ParseFrom((byte[])rows[0]));
        return announced;
    }

    protected Reconciliation Reconciliation => Of(Service);

    protected static Reconciliation Of(TestService service) => service.Services.GetRequiredService<Reconciliation>();

    /// <summary>A round of reconciliation at a time when the order's payment and refunds are due.</summary>
    protected async Task RoundAsync(string orderId)
    {
        await AgeAsync(orderId);
        await Reconciliation.RoundAsync(CancellationToken.None);
    }

    protected async Task AgeAsync(string orderId)
    {
        foreach (var table in (string[])["payment", "refund"])
        {
            await ExecuteAsync(
                $"UPDATE {table} SET updated_at = updated_at - interval '2 minutes', checked_at = checked_at - interval '2 minutes' WHERE order_id = $1",
                Guid.Parse(orderId));
        }
    }

    protected async Task ExecuteAsync(string sql, params object[] parameters)
    {
        await using var statement = _source.CreateCommand(sql);
        foreach (var parameter in parameters) statement.Parameters.Add(new() { Value = parameter });
        await statement.ExecuteNonQueryAsync();
    }

    protected async Task<T> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var query = _source.CreateCommand(sql);
        foreach (var parameter in parameters) query.Parameters.Add(new() { Value = parameter });
        return (T)(await query.ExecuteScalarAsync())!;
    }
}
