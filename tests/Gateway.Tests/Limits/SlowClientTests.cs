using System.Net.Sockets;
using System.Text;
using CommerceKata.Gateway.Limits;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>Clients that send a part and wait: they hold little, and not for long.</summary>
internal sealed class SlowClientTests : DoorFixture
{
    private const int Budget = 64 * 1024;

    protected override string[] Settings => ["GraphQL:BodySeconds=1", $"GraphQL:MaxBytesInFlight={Budget}", "GraphQL:MaxSocketsPerAddress=20"];

    private BytesInFlight Bytes => Door.Services.GetRequiredService<BytesInFlight>();

    [Test]
    public async Task Body_that_does_not_end_is_408_with_a_GraphQL_error()
    {
        using var client = await HalfAsync("{\"query\":\"{__type", length: 100);
        var answer = await new StreamReader(client.GetStream()).ReadToEndAsync();
        answer.ShouldStartWith("HTTP/1.1 408");
        answer.ShouldContain("\"code\":\"BODY_TOO_SLOW\"");
        await Eventually.HoldsAsync(() => Task.FromResult(Bytes.Taken == 0), "what was taken to be given back");
    }

    [Test]
    public async Task Client_that_leaves_in_the_middle_of_a_body_leaves_nothing()
    {
        using (await HalfAsync("{\"query\":\"{__type", length: 100))
        {
            await Eventually.HoldsAsync(() => Task.FromResult(Bytes.Taken > 0), "its bytes to come");
        }

        await Eventually.HoldsAsync(() => Task.FromResult(Bytes.Taken == 0), "what was taken to be given back");
        (await Door.AskAsync("{ __typename }")).Data();
    }

    [Test]
    public async Task Message_that_does_not_end_closes_the_socket()
    {
        using var socket = await TestSocket.OpenAsync(Door, TestTokens.User(Who.Guest));
        await socket.BeginAsync("{\"type\":\"sub");
        (await socket.ClosedAsync()).ShouldBe(4408);
    }

    [Test]
    public async Task First_message_is_small()
    {
        using var socket = (await TestSocket.TryOpenAsync(Door)).Socket.ShouldNotBeNull();
        await socket.BeginAsync($"{{\"type\":\"connection_init\",\"payload\":\"{new string('x', 20_000)}\"");
        (await socket.ClosedAsync()).ShouldBe(1009);
    }

    [Test]
    public async Task Bytes_of_all_together_are_bounded_and_others_are_told_to_come_again()
    {
        await using var patient = await TestDoor.StartAsync("GraphQL:BodySeconds=60", $"GraphQL:MaxBytesInFlight={Budget}");
        var bytes = patient.Services.GetRequiredService<BytesInFlight>();
        List<TestSocket> sockets = [];
        for (var i = 0; i < 2; i++)
        {
            sockets.Add(await TestSocket.OpenAsync(patient, TestTokens.User(Who.Guest)));
            await sockets[i].BeginAsync($"{{\"type\":\"subscribe\",\"padding\":\"{new string('x', 17_000)}");
        }

        // 32 kB each: there is nothing left.
        await Eventually.HoldsAsync(() => Task.FromResult(bytes.Taken == Budget), "the messages to come");
        using (var third = (await TestSocket.TryOpenAsync(patient)).Socket.ShouldNotBeNull()) (await third.ClosedAsync()).ShouldBe(1013);
        bytes.Taken.ShouldBeLessThanOrEqualTo(Budget);
        (await patient.Http.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent("{\"query\":\"{__typename}\"}", null, "application/json")))
            .Headers.RetryAfter.ShouldNotBeNull();
        foreach (var socket in sockets) socket.Dispose();
        await Eventually.HoldsAsync(() => Task.FromResult(bytes.Taken == 0), "what was taken to be given back");
        (await patient.AskAsync("{ __typename }")).Data();
    }

    [Test]
    public async Task Sockets_of_one_address_are_bounded()
    {
        List<TestSocket> sockets = [];
        for (var i = 0; i < 20; i++) sockets.Add(await TestSocket.OpenAsync(Door));
        (await TestSocket.TryOpenAsync(Door)).Status.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        foreach (var socket in sockets) socket.Dispose();
        await Eventually.HoldsAsync(() => Task.FromResult(Door.Services.GetRequiredService<LiveBounds>().Sockets == 0), "the sockets to be forgotten");
        using var again = await TestSocket.OpenAsync(Door);
    }

    /// <summary>Sends the head of a request and a part of its body.</summary>
    private async Task<TcpClient> HalfAsync(string part, int length)
    {
        var address = Door.Http.BaseAddress!;
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{part}"));
        return client;
    }
}
