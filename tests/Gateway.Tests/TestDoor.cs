using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Builder;

namespace CommerceKata.Gateway.Tests;

/// <summary>The front door as it is in production, on free ports, before a shop of its own.</summary>
internal sealed class TestDoor : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestDoor(WebApplication app, FakeShop shop)
    {
        (_app, Shop) = (app, shop);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Management = new HttpClient { BaseAddress = new Uri(app.Urls.Last()) };
    }

    public FakeShop Shop { get; }

    public HttpClient Http { get; }

    public HttpClient Management { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts one.</summary>
    /// <param name="settings">Settings beside the usual ones: "GraphQL:MaxBodyBytes=100".</param>
    public static async Task<TestDoor> StartAsync(params string[] settings)
    {
        var shop = await FakeShop.StartAsync();
        string[] services = ["Catalog", "Identity", "Inventory", "Cart", "Orders", "Shipping", "Notifications"];
        var app = GatewayHost.Build(
        [
            "--environment=Development", "--Listen:Port=0", "--Listen:ManagementPort=0", "--Telemetry:Enabled=false", "--Log:Level=Fatal",
            .. services.Select(service => $"--Services:{service}={shop.Address}"),
            .. settings.Select(setting => "--" + setting),
        ]);
        await app.StartAsync();
        return new TestDoor(app, shop);
    }

    /// <summary>The address of a service that is away.</summary>
    public static string Nowhere => $"http://127.0.0.1:{FreePort.Take()}";

    /// <summary>Asks as a client would.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">Values of its variables.</param>
    /// <param name="token">Whose session; null for nobody's.</param>
    /// <param name="path">Which endpoint.</param>
    public async Task<Answer> AskAsync(string query, object? variables = null, string? token = null, string path = "/graphql")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { query, variables }) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        return new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Management.Dispose();
        await _app.DisposeAsync();
        await Shop.DisposeAsync();
    }
}
