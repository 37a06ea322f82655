using CommerceKata.StripeSandbox;
using Microsoft.AspNetCore.Builder;
using Stripe;

namespace CommerceKata.Billing.Tests;

/// <summary>The payment gateway: the sandbox on a free port, and its control.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    public const string ApiKey = "sk_test_billing";
    public const string WebhookSecret = "whsec_billing";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private Sandbox(WebApplication app)
    {
        _app = app;
        _http = new() { BaseAddress = new(app.Urls.Single()) };
        Control = new(_http);
        Stripe = new(ApiKey, httpClient: new SystemNetHttpClient(maxNetworkRetries: 0), apiBase: Url);
    }

    public string Url => _app.Urls.Single();

    public SandboxControl Control { get; }

    /// <summary>For what somebody does at the gateway without Billing.</summary>
    public StripeClient Stripe { get; }

    public static async Task<Sandbox> StartAsync()
    {
        var app = StripeSandboxHost.Build(
            ["--environment=Development", "--Sandbox:Port=0", $"--Sandbox:ApiKey={ApiKey}", "--Log:Level=Warning", "--Telemetry:Enabled=false"]);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>The intent of an order, and no other one.</summary>
    public async Task<IntentView> IntentAsync(string orderId) => (await IntentsAsync(orderId)).ShouldHaveSingleItem();

    public async Task<IReadOnlyList<IntentView>> IntentsAsync(string orderId) =>
        [.. (await StateAsync()).Intents.Where(intent => intent.Metadata["order_id"] == orderId)];

    public Task<SandboxView> StateAsync() => Control.StateAsync(CancellationToken.None);

    /// <summary>Forgets everything, and keeps webhooks back as before.</summary>
    public async Task ResetAsync()
    {
        await Control.ResetAsync(CancellationToken.None);
        await Control.SetWebhooksAsync(new(Paused: true), CancellationToken.None);
    }

    /// <summary>What was given back of an order at the gateway.</summary>
    public async Task<long> RefundedAsync(string orderId) => (await IntentAsync(orderId)).AmountRefunded;

    /// <summary>The next call of this kind goes wrong, or the next few.</summary>
    public Task InjectAsync(FaultKind kind, string path = "/v1/payment_intents/*/confirm", int times = 1, int status = 500) =>
        Control.InjectAsync(new(kind, "POST", path, times, Status: status), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
