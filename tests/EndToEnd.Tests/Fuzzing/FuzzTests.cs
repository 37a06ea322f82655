using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CommerceKata.EndToEnd.Tests.Authorization;

namespace CommerceKata.EndToEnd.Tests.Fuzzing;

/// <summary>What nobody should send to the front door.</summary>
[NonParallelizable]
internal sealed class FuzzTests : FuzzFixture
{
    private static readonly string[] ContentTypes =
        ["application/json", "application/json", "application/json", "application/json; charset=utf-8", "application/graphql", "text/plain", "multipart/form-data", "application/json; charset=utf-7", "/", "application/x-www-form-urlencoded"];

    private static readonly string[] Accepts =
        ["*/*", "application/json", "application/graphql-response+json", "text/html", "text/event-stream", "application/json;q=x", ",,,", "text/*;q=0.1, */*;q=0", "application/json;charset=ascii"];

    private string[] _corpus = null!;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        var schema = await FrontDoorSchema.ReadAsync(Shop.Visitor());
        _corpus =
        [
            .. schema.Roots.Select(root => schema.Ask(root.Name, FieldRows.Roots[root.Name].Values?.Invoke(Things) ?? [])).Select(ask => JsonSerializer.Serialize(new { query = ask.Document, variables = ask.Variables })),
            """{"query":"query Q($n: Int = 2, $x: Boolean = true) { products(first: $n) { nodes { ...P @include(if: $x) } } } fragment P on Product { id name price { amount } category { slug } }","operationName":"Q","variables":{"n":1},"extensions":{}}""",
        ];
    }

    [Test]
    public async Task Front_door_takes_whatever_comes_over_HTTP()
    {
        var (random, wrong) = (new Random(Seed), new List<string>());
        var mutation = new Mutation(random);
        using var http = new HttpClient();
        await ShouldStaySmallAsync(async () =>
        {
            for (var i = 0; i < Iterations; i++)
            {
                var body = _corpus[random.Next(_corpus.Length)];
                if (random.Next(3) == 0)
                {
                    var query = JsonDocument.Parse(body).RootElement.GetProperty("query").GetString()!;
                    body = JsonSerializer.Serialize(new { query = mutation.Text(query), variables = new Dictionary<string, object?> { ["input"] = mutation.Text(body), ["id"] = random.Next() } });
                }
                else
                {
                    body = mutation.Text(body);
                }

                if (await PostAsync(http, random, body) is { } why) wrong.Add($"{why}\nfor {body[..Math.Min(body.Length, 2000)]}");
            }
        });
        wrong.ShouldBeEmpty(Again);
        await ShouldLiveAsync();
    }

    [Test]
    public async Task Front_door_takes_whatever_comes_over_a_socket()
    {
        var random = new Random(Seed);
        var mutation = new Mutation(random);
        for (var i = 0; i < Iterations / 10; i++)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            using var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol("graphql-transport-ws");
            await socket.ConnectAsync(new UriBuilder(Shop.Shop.GraphQL) { Scheme = "ws" }.Uri, patience.Token);
            string[] messages = ["""{"type":"connection_init","payload":{}}""", $$"""{"type":"subscribe","id":"1","payload":{{_corpus[random.Next(_corpus.Length)]}}}""", """{"type":"complete","id":"1"}""", """{"type":"ping"}"""];
            try
            {
                foreach (var message in messages)
                {
                    var sent = random.Next(10) == 0 ? mutation.Bytes(message) : Encoding.UTF8.GetBytes(random.Next(2) == 0 ? mutation.Text(message) : message);
                    await socket.SendAsync(sent, random.Next(20) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text, random.Next(20) != 0, patience.Token);
                }

                if (random.Next(2) == 0) await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            }
            catch (WebSocketException)
            {
                // It closed on us, as it may.
            }
        }

        await ShouldLiveAsync();
    }

    /// <summary>Why the answer is wrong; null when it is right.</summary>
    private async Task<string?> PostAsync(HttpClient http, Random random, string body)
    {
        using var content = new ByteArrayContent(random.Next(10) == 0 ? new Mutation(random).Bytes(body) : Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", ContentTypes[random.Next(ContentTypes.Length)]);
        using var request = new HttpRequestMessage(random.Next(20) == 0 ? HttpMethod.Put : HttpMethod.Post, Shop.Shop.GraphQL) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", Accepts[random.Next(Accepts.Length)]);
        var token = Things.Tokens[Enum.GetValues<As>()[random.Next(Enum.GetValues<As>().Length)]];
        if (random.Next(8) == 0) token = new Mutation(random).Text(token ?? "x").Replace('\n', ' ').Replace('\r', ' ');
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + string.Concat(token.Where(char.IsAscii)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if ((int)response.StatusCode >= 500) return $"{response.StatusCode}";
        // A subscription goes on: its first event is enough.
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream") return null;
        var answer = await response.Content.ReadAsStringAsync(patience.Token);
        return answer.Contains("\"INTERNAL", StringComparison.Ordinal) ? answer : null;
    }
}
