using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Orders that customers follow while they change, with the clients that front ends use.</summary>
internal sealed class LiveTests : ShopFixture
{
    private static readonly NodeScript Clients = new("live");

    [OneTimeSetUp]
    public Task InstallAsync() => Clients.InstallAsync();

    [TestCase("sse")]
    [TestCase("ws")]
    public async Task Order_is_followed_from_its_present_state_to_its_end(string kind)
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("STA-TPE-WSH")).Id, 1, ThreeDSecure)).At("order");
        using var client = Follow(kind, guest.Token!, order, "CANCELLED");
        (await NextAsync(client)).At("data.orderChanged.status").GetString().ShouldBe("AWAITING_PAYMENT");
        await Back.Gateway.ApproveAsync((await Back.IntentAsync(order)).Id, default);
        var confirmed = (await NextAsync(client)).At("data.orderChanged");
        confirmed.At("status").GetString().ShouldBe("CONFIRMED");
        confirmed.At("lines")[0].At("product.name").GetString().ShouldNotBeNullOrEmpty();
        await guest.CancelAsync(order);
        (await NextAsync(client)).At("data.orderChanged.status").GetString().ShouldBe("CANCELLED");
        (await NextAsync(client)).At("complete").GetBoolean().ShouldBeTrue();
        await client.WaitForExitAsync();
        client.ExitCode.ShouldBe(0);
    }

    [TestCase("sse")]
    [TestCase("ws")]
    public async Task Following_ends_with_the_session(string kind)
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("STA-TPE-WSH")).Id, 1, ThreeDSecure)).At("order");
        using var client = Follow(kind, guest.Token!, order, "CANCELLED");
        (await NextAsync(client)).At("data.orderChanged.status").GetString().ShouldBe("AWAITING_PAYMENT");
        await guest.AskAsync("mutation { logout { ok } }");
        (await NextAsync(client)).ToString().ShouldContain("UNAUTHENTICATED");
    }

    [TestCase("sse")]
    [TestCase("ws")]
    public async Task Order_of_somebody_else_cannot_be_followed(string kind)
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("STA-TPE-WSH")).Id)).At("order");
        using var client = Follow(kind, (await Shop.GuestAsync()).Token!, order, "CANCELLED");
        var answer = await NextAsync(client);
        answer.At(kind == "sse" ? "errors" : "failed")[0].At("extensions.code").GetString().ShouldBe("NOT_FOUND");
        answer.ToString().ShouldNotContain(order.At("number").GetString()!);
        await client.WaitForExitAsync();
    }

    [Test]
    public async Task Request_that_cannot_have_many_answers_is_told_how_to_subscribe()
    {
        var answer = await (await Shop.GuestAsync()).PostAsync("subscription { orderChanged(id: \"x\") { status } }");
        answer.At("errors")[0].At("message").GetString()!.ShouldContain("text/event-stream");
    }

    [Test]
    public async Task Event_stream_also_answers_a_query_and_refuses_a_mutation_with_GET()
    {
        (await StreamAsync("query={__typename}")).ShouldBe("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata: \n\n");
        (await StreamAsync("query=mutation{startGuestSession{session{accessToken}}}")).ShouldContain("Only queries can be sent with GET");
    }

    [Test]
    public async Task Socket_that_breaks_the_rules_is_closed_with_the_code_of_the_protocol()
    {
        (await ClosedAsync("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{__typename}\"}}")).ShouldBe(4401);
        (await ClosedAsync("nonsense")).ShouldBe(4400);
        (await ClosedAsync("{\"type\":\"\\uD800\"}")).ShouldBe(4400);
        (await ClosedAsync("{\"type\":\"connection_init\"}", "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"\\uD800\"}}")).ShouldBe(4400);
        (await ClosedAsync("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"\\uD800\"}}")).ShouldBe(4400);
        (await ClosedAsync("{\"\\uD800\":1,\"\\uD800\":2}")).ShouldBe(4400);
        (await ClosedAsync("{\"type\":\"connection_init\"}", "{\"type\":\"connection_init\"}")).ShouldBe(4429);
        (await ClosedAsync("{\"type\":\"connection_init\"}", "{\"type\":\"subscribe\",\"id\":\"1\"}")).ShouldBe(4400);
        (await ClosedAsync("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + TestTokens.User(ServiceDefaults.Auth.Who.Guest, lifetime: TimeSpan.FromSeconds(-100)) + "\"}}")).ShouldBe(4403);
        (await ClosedAsync(new string('x', 300_000))).ShouldBe((int)WebSocketCloseStatus.MessageTooBig);
    }

    private Process Follow(string kind, string token, JsonElement order, string until) =>
        Clients.Start("node", "follow.mjs", kind, Shop.Shop.GraphQL.ToString(), token, order.At("id").GetString()!, until);

    private static async Task<JsonElement> NextAsync(Process client)
    {
        var line = await client.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return JsonDocument.Parse(line ?? await client.StandardError.ReadToEndAsync()).RootElement;
    }

    private async Task<string> StreamAsync(string query)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(Shop.Shop.GraphQL) { Query = query }.Uri);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await http.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Says these things, and tells how the server closes.</summary>
    private async Task<int> ClosedAsync(params string[] messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(Shop.Shop.GraphQL) { Scheme = "ws" }.Uri, patience.Token);
        foreach (var message in messages) await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, patience.Token);
        var buffer = new byte[4096];
        while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
        {
            // What it says before it closes is not looked at here.
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        return (int)socket.CloseStatus!;
    }
}
