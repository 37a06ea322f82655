using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Catalog.V1;
using CommerceKata.Gateway.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>What costs too much does not run, on no way and however often it ran with less.</summary>
internal sealed class CostLimitTests : DoorFixture
{
    private const string Document = "query($n: Int) { products(first: $n) { nodes { available } } }";

    protected override string[] Settings => ["GraphQL:MaxCost=100"];

    [SetUp]
    public void Sell() => Shop.On<ListProductsRequest>(_ => new ListProductsResponse());

    [Test]
    public async Task Document_that_is_known_still_meets_the_limit_on_every_way()
    {
        (await Door.AskAsync(Document, new { n = 1 })).Data();
        Door.Services.GetRequiredService<DocumentCache>().Find(Document).ShouldNotBeNull();

        var post = (await Door.AskAsync(Document, new { n = 900 })).Errors.Single();
        using var got = await Door.Http.GetAsync(new Uri($"/graphql?query={Uri.EscapeDataString(Document)}&variables={{\"n\":900}}", UriKind.Relative));
        using var events = await TestEvents.OpenAsync(Door, Document, new { n = 900 });
        using var socket = await TestSocket.OpenAsync(Door);

        post.Code.ShouldBe("COST_EXCEEDED");
        post.Message.ShouldBe("The operation costs 1805, and may cost 100. Ask for fewer items per list (first, last, ids), or in several operations.");
        post.Error.GetProperty("extensions").GetProperty("maximum").GetInt32().ShouldBe(100);
        post.Error.GetProperty("extensions").GetProperty("cost").GetInt32().ShouldBe(1805);
        (await got.Content.ReadAsStringAsync()).ShouldContain("COST_EXCEEDED");
        (await events.NextAsync()).ShouldContain("COST_EXCEEDED");
        var told = await socket.AskAsync(new { query = Document, variables = new { n = 900 } });
        told.GetProperty("type").GetString().ShouldBe("error");
        told.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("COST_EXCEEDED");
        Shop.Asked<ListProductsRequest>().Count.ShouldBe(1);
    }

    [TestCase("report", true)]
    [TestCase("validate", false)]
    public async Task Header_tells_the_cost_beside_the_answer_or_instead_of_it(string header, bool runs)
    {
        using var response = await SendAsync(header, 3);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        body.GetProperty("extensions").GetProperty("cost").ToString().ShouldBe("""{"requested":11,"maximum":100}""");
        body.TryGetProperty("data", out _).ShouldBe(runs);
        Shop.Calls.Count.ShouldBe(runs ? 1 : 0);
    }

    [TestCase("report")]
    [TestCase("validate")]
    public async Task Header_tells_the_cost_of_what_is_refused_too(string header)
    {
        using var response = await SendAsync(header, 50);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
        answer.Errors.Single().Code.ShouldBe("COST_EXCEEDED");
        answer.Body.GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetInt32().ShouldBe(105);
    }

    [Test]
    public async Task Header_that_asks_for_something_else_is_400()
    {
        using var response = await SendAsync("nonsense", 1);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Cost_is_not_told_unasked() => (await Door.AskAsync(Document)).Body.TryGetProperty("extensions", out _).ShouldBeFalse();

    private async Task<HttpResponseMessage> SendAsync(string header, int n)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Document, variables = new { n } }) };
        request.Headers.Add("GraphQL-Cost", header);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        return await Door.Http.SendAsync(request);
    }
}
