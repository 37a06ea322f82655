using System.Net.Http.Json;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Gateway.Tests;

/// <summary>From where a client calls is said to Identity, and to nobody else.</summary>
internal sealed class ClientAddressTests
{
    private const string Login = "mutation { login(input: { email: \"a@b.example\", password: \"p\" }) { errors { __typename } } }";

    [TestCase("", "203.0.113.7", "127.0.0.1")]
    [TestCase("10.0.0.0/8", "203.0.113.7", "127.0.0.1")]
    [TestCase("127.0.0.0/8", "203.0.113.7", "203.0.113.7")]
    // What the client itself wrote stands before what the balancer saw.
    [TestCase("127.0.0.0/8", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [TestCase("127.0.0.0/8,10.0.0.0/8", "198.51.100.1, 203.0.113.7, 10.1.2.3", "203.0.113.7")]
    [TestCase("127.0.0.0/8", "2001:db8::7", "2001:db8::7")]
    public async Task Address_is_the_connections_or_what_a_trusted_proxy_says(string trusted, string forwarded, string expected)
    {
        await using var door = await TestDoor.StartAsync($"Listen:TrustedProxies={trusted}");
        door.Shop.On<LoginRequest>(_ => new LoginResponse { InvalidCredentials = new() });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Login }) };
        request.Headers.Add("X-Forwarded-For", forwarded);
        // Only the front door says it: not whoever asks.
        request.Headers.Add("x-client-address", "192.0.2.1");
        using var response = await door.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        door.Shop.Calls.Single().ClientAddress.ShouldBe(expected);
    }

    [Test]
    public async Task Address_is_told_also_of_who_comes_over_a_socket()
    {
        await using var door = await TestDoor.StartAsync();
        door.Shop.On<LoginRequest>(_ => new LoginResponse { InvalidCredentials = new() });
        using var socket = await TestSocket.OpenAsync(door);
        (await socket.AskAsync(new { query = Login })).GetProperty("type").GetString().ShouldBe("next");
        door.Shop.Calls.Single().ClientAddress.ShouldBe("127.0.0.1");
    }

    [Test]
    public async Task Other_services_are_not_told()
    {
        await using var door = await TestDoor.StartAsync();
        door.Shop.On<ListCategoriesRequest>(_ => new ListCategoriesResponse());
        (await door.AskAsync("{ categories { name } }")).Data();
        door.Shop.Calls.Single().ClientAddress.ShouldBeNull();
    }

    [Test]
    public void Networks_that_are_none_stop_the_start() =>
        Should.Throw<SettingException>(() => GatewayHost.Build(["--environment=Development", "--Listen:TrustedProxies=10.0.0.0/8,everybody"]))
            .Message.ShouldContain("\"everybody\"");
}
