using Microsoft.AspNetCore.Builder;
using Stripe;

namespace CommerceKata.StripeSandbox.Tests;

/// <summary>The sandbox on a free port, with the real Stripe.net client pointed at it.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    public const string Secret = "whsec_sandbox_tests";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private RunningSandbox(WebApplication app)
    {
        _app = app;
        Url = app.Urls.Single();
        _http = new() { BaseAddress = new(Url) };
        Control = new(_http);
        Stripe = Client("sk_test_sandbox");
    }

    public string Url { get; }

    public SandboxControl Control { get; }

    public StripeClient Stripe { get; }

    public static async Task<RunningSandbox> StartAsync(CancellationToken cancel, params string[] settings)
    {
        var app = StripeSandboxHost.Build(
            ["--environment=Development", "--Sandbox:Port=0", "--Log:Level=Warning", "--Telemetry:Enabled=false", .. settings]);
        await app.StartAsync(cancel);
        return new(app);
    }

    /// <summary>Without Stripe.net's own retries, which would hide what a test looks for.</summary>
    public StripeClient Client(string apiKey, TimeSpan? timeout = null) => new(
        apiKey,
        httpClient: new SystemNetHttpClient(
            new HttpClient { Timeout = timeout ?? TimeSpan.FromSeconds(15) }, maxNetworkRetries: 0),
        apiBase: Url);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
