using System.Net;
using System.Net.Http.Headers;

namespace CommerceKata.Gateway.Tests;

/// <summary>What a browser gets where there is no schema explorer, or where it may not be shown.</summary>
[TestFixture("GraphQL:ExplorerFolder=nowhere", "20 or later, build again")]
[TestFixture("GraphQL:Introspection=false", "The schema is not published here.")]
internal sealed class LandingPageTests(string setting, string told) : DoorFixture
{
    protected override string[] Settings => [setting];

    [TestCase("/graphql")]
    [TestCase("/graphql/")]
    public async Task Browser_gets_a_page_that_shows_how_to_ask_and_why_there_is_no_explorer(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await Door.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType.ShouldBe(MediaTypeHeaderValue.Parse("text/html; charset=utf-8"));
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain($"curl -s {Door.Http.BaseAddress}graphql");
        page.ShouldContain(told);
    }

    [Test]
    public async Task Files_of_the_explorer_are_not_there()
    {
        using var response = await Door.Http.GetAsync(new Uri("/graphql/bcp-config.json", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
