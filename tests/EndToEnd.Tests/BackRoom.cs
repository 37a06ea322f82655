using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CommerceKata.Billing;
using CommerceKata.Standalone;
using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Dapper;
using Npgsql;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>What no visitor sees: the money at the gateway, the rows in the databases. Invariants are checked here.</summary>
internal sealed class BackRoom(Shop shop) : IDisposable
{
    private const string AnyCancel = "/v1/payment_intents/*/cancel";
    private const string AnyConfirm = "/v1/payment_intents/*/confirm";

    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{shop.Ports.Sandbox}") };

    /// <summary>The payment gateway, driven behind its back.</summary>
    public SandboxControl Gateway => new(_http);

    /// <summary>The UUID in a global id.</summary>
    public static Guid Id(JsonElement node) =>
        Guid.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(node.At("id").GetString())).Split(':')[1]);

    /// <summary>Every intent that the gateway has for an order; one is right.</summary>
    public async Task<IntentView[]> IntentsAsync(JsonElement order) =>
        [.. (await Gateway.StateAsync(default)).Intents.Where(intent => intent.Metadata["order_id"] == Id(order).ToString())];

    /// <summary>The one intent of an order.</summary>
    public async Task<IntentView> IntentAsync(JsonElement order) => (await IntentsAsync(order)).ShouldHaveSingleItem();

    /// <summary>Every refund of an order.</summary>
    public async Task<RefundView[]> RefundsAsync(JsonElement order)
    {
        var intent = await IntentAsync(order);
        return [.. (await Gateway.StateAsync(default)).Refunds.Where(refund => refund.Intent == intent.Id)];
    }

    /// <summary>The gateway's event of this type about an order.</summary>
    public async Task<DeliveryView> EventAsync(JsonElement order, string type)
    {
        var intent = await IntentAsync(order);
        return (await Gateway.StateAsync(default)).Deliveries.Single(raised => raised.Intent == intent.Id && raised.Type == type);
    }

    /// <summary>The customer's browser pays past us, as it can with the client secret of an intent that is still open.</summary>
    public async Task PayAsync(JsonElement order, string paymentMethod)
    {
        var intent = await IntentAsync(order);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/payment_intents/{intent.Id}/confirm")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["payment_method"] = paymentMethod }),
            Headers = { Authorization = new("Bearer", "sk_test_standalone") },
        };
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The gateway keeps its answers to confirmations back, after it has taken the money.</summary>
    public Task HoldAnswersAsync() => Gateway.InjectAsync(new(FaultKind.HoldAnswer, "POST", AnyConfirm), default);

    /// <summary>Payments can be given up only once the fault is removed.</summary>
    public Task HoldCancelsAsync() => Gateway.InjectAsync(new(FaultKind.Hold, "POST", AnyCancel), default);

    /// <summary>The gateway is itself again.</summary>
    public async Task CalmAsync()
    {
        await Gateway.ClearFaultsAsync(default);
        await Gateway.SetWebhooksAsync(new(Paused: false, Shuffle: false, Copies: 1), default);
    }

    /// <summary>Waits until nobody has anything left to do or to tell: only then does "once" mean something.</summary>
    public async Task SettledAsync(JsonElement order)
    {
        var intents = (await IntentsAsync(order)).Select(intent => intent.Id).ToHashSet();
        await Eventually.HoldsAsync(
            async () => (await Gateway.StateAsync(default)).Deliveries
                .Where(raised => intents.Contains(raised.Intent) && BillingHost.WebhookEvents.Contains(raised.Type)).All(raised => raised.Delivered),
            "the webhooks to be delivered");
        await EmptyAsync("billing", "outbox WHERE aggregateid = @id::text", order);
        await EmptyAsync("orders", "orders WHERE id = @id AND due_at < 'infinity'", order);
        await EmptyAsync("orders", "order_return WHERE order_id = @id AND due_at < 'infinity'", order);
        await EmptyAsync("orders", "outbox WHERE aggregateid = @id::text", order);
        await EmptyAsync("notifications", "email WHERE subject LIKE '%' || @number || '%' AND status = 'QUEUED'", order);
    }

    /// <summary>Which emails were sent about an order, and each at the first attempt.</summary>
    public Task<string[]> EmailsAsync(JsonElement order) => QueryAsync<string>(
        "notifications", "SELECT template FROM email WHERE message_key LIKE '%' || @id AND status = 'SENT' AND attempts = 1 ORDER BY seq", order);

    /// <summary>Every email that was sent about an order and its returns, by template.</summary>
    public Task<string[]> AllEmailsAsync(JsonElement order) => QueryAsync<string>(
        "notifications", "SELECT template FROM email WHERE subject LIKE '%' || @number || '%' AND status = 'SENT' ORDER BY seq", order);

    /// <summary>Units of an order's only product that came back and cannot be sold.</summary>
    public async Task<int> DamagedAsync(JsonElement product) =>
        (await QueryAsync<int>("inventory", "SELECT damaged FROM stock WHERE product_id = @id", product)).ShouldHaveSingleItem();

    /// <summary>Somebody refunds all of an order at the gateway, past us.</summary>
    /// <returns>The gateway's name for it.</returns>
    public async Task<string> RefundByHandAsync(JsonElement order)
    {
        var intent = await IntentAsync(order);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/refunds")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["payment_intent"] = intent.Id }),
            Headers = { Authorization = new("Bearer", "sk_test_standalone") },
        };
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.At("id").GetString()!;
    }

    /// <summary>Where an order's reservation stands.</summary>
    public async Task<string> ReservationAsync(JsonElement order) =>
        (await QueryAsync<string>("inventory", "SELECT status FROM reservation WHERE order_id = @id", order)).ShouldHaveSingleItem();

    /// <summary>As if the longest time that stock is held for an order had passed.</summary>
    public async Task EndHoldAsync(JsonElement order)
    {
        await QueryAsync<string>("inventory", "UPDATE reservation SET expires_at = now() WHERE order_id = @id", order);
        await Eventually.HoldsAsync(async () => await ReservationAsync(order) == "EXPIRED", "the hold to expire");
    }

    /// <summary>
    /// A price that is in the catalog since before there were bounds. The catalog hears of it as of any change.
    /// </summary>
    /// <param name="productId">Its global id.</param>
    /// <param name="minorUnits">The price.</param>
    public Task SetPriceAsync(string productId, long minorUnits) => QueryAsync<string>(
        "catalog", $"UPDATE product SET price_minor = {minorUnits} WHERE id = @id",
        JsonSerializer.SerializeToElement(new { id = productId }));

    public void Dispose() => _http.Dispose();

    private Task EmptyAsync(string service, string rows, JsonElement order) => Eventually.HoldsAsync(
        async () => (await QueryAsync<int>(service, $"SELECT 1 FROM {rows} LIMIT 1", order)).Length == 0, $"no {rows} in {service}");

    private async Task<T[]> QueryAsync<T>(string service, string sql, JsonElement order)
    {
        var connection = new NpgsqlConnectionStringBuilder(shop.Postgres) { Pooling = false };
        connection.Database += "_" + service;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var open = await source.OpenConnectionAsync();
        return [.. await open.QueryAsync<T>(sql, new { id = Id(order), number = order.TryGetProperty("number", out var number) ? number.GetString() : null })];
    }
}
