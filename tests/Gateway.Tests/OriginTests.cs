using System.Net;

namespace CommerceKata.Gateway.Tests;

/// <summary>Pages of other origins.</summary>
internal sealed class OriginTests
{
    private const string Shop = "https://shop.example";
    private const string Evil = "https://evil.example";

    [TestCase("", Shop, false)]
    [TestCase(Shop, Shop, true)]
    [TestCase(Shop, Evil, false)]
    [TestCase("https://admin.example," + Shop, Shop, true)]
    [TestCase(Shop, "https://shop.example.evil.example", false)]
    [TestCase(Shop, "http://shop.example", false)]
    [TestCase(Shop, "null", false)]
    [TestCase("*", Evil, true)]
    public async Task Origin_may_read_answers_and_open_sockets_only_when_it_is_allowed(string allowed, string origin, bool may)
    {
        await using var door = await TestDoor.StartAsync($"GraphQL:AllowedOrigins={allowed}");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,graphql-cost");
        using var permitted = await door.Http.SendAsync(preflight);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.Add("Origin", origin);
        using var answered = await door.Http.SendAsync(request);
        var (socket, status) = await TestSocket.TryOpenAsync(door, origin);
        socket?.Dispose();

        One(permitted, "Access-Control-Allow-Origin").ShouldBe(may ? allowed is "*" ? "*" : origin : null);
        One(permitted, "Access-Control-Allow-Headers").ShouldBe(may ? "authorization,content-type,graphql-cost" : null);
        One(permitted, "Access-Control-Max-Age").ShouldBe(may ? "3600" : null);
        One(answered, "Access-Control-Allow-Origin").ShouldBe(may ? allowed is "*" ? "*" : origin : null);
        One(answered, "Access-Control-Expose-Headers").ShouldBe(may ? "GraphQL-Cost,Retry-After" : null);
        One(answered, "Access-Control-Allow-Credentials").ShouldBeNull();
        status.ShouldBe(may ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden);
    }

    [TestCase("http://localhost:5173", "Development", true)]
    [TestCase("http://127.0.0.1:3000", "Development", true)]
    [TestCase("http://localhost.evil.example", "Development", false)]
    [TestCase("http://localhost:5173", "Staging", false)]
    public async Task Pages_of_this_machine_may_ask_while_developing(string origin, string environment, bool may)
    {
        await using var door = await TestDoor.StartAsync($"environment={environment}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.Add("Origin", origin);
        using var answered = await door.Http.SendAsync(request);
        var (socket, status) = await TestSocket.TryOpenAsync(door, origin);
        socket?.Dispose();
        One(answered, "Access-Control-Allow-Origin").ShouldBe(may ? origin : null);
        status.ShouldBe(may ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Socket_of_our_own_page_or_of_no_browser_is_accepted()
    {
        await using var door = await TestDoor.StartAsync();
        foreach (var origin in new[] { null, $"http://{door.Http.BaseAddress!.Authority}", $"https://{door.Http.BaseAddress.Authority}" })
        {
            var (socket, status) = await TestSocket.TryOpenAsync(door, origin);
            socket?.Dispose();
            status.ShouldBe(HttpStatusCode.SwitchingProtocols, origin);
        }
    }

    private static string? One(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? string.Join(',', values) : null;
}
