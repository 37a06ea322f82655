using System.Collections.Concurrent;
using System.Net.Http.Headers;
using CommerceKata.Standalone;
using Microsoft.Playwright;

namespace CommerceKata.EndToEnd.Tests.Explorer;

/// <summary>The schema explorer in a real browser, before a real shop.</summary>
internal sealed class ExplorerTests : ShopFixture
{
    [Test]
    public async Task Browser_sees_the_schema_and_runs_a_query_and_asks_nobody_else()
    {
        await using var browser = await Browser.StartAsync();
        var newest = (await Shop.Visitor().AskAsync("{ products(first: 1) { nodes { name } } }")).At("products.nodes")[0].At("name").GetString();
        var page = await browser.OpenAsync();
        var asked = new ConcurrentBag<string>();
        var complaints = new ConcurrentBag<string>();
        page.Context.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => Note(message, complaints);
        page.PageError += (_, error) => complaints.Add(error);

        await page.Clock.InstallAsync();
        await page.GotoAsync(Shop.Shop.GraphQL);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Document" }).ClickAsync();
        await page.GetByText("Schema available").WaitForAsync();
        await page.Locator("button[aria-label^='Run Operation']").ClickAsync();
        await page.GetByText($"\"{newest}\"").WaitForAsync();
        await PictureAsync(page);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Schema Reference" }).ClickAsync();
        await page.GetByText("The caller's cart (guest); null before the first item.").WaitForAsync();

        // What it means to do later, it does now: telemetry waits a while.
        await page.Clock.FastForwardAsync("24:00:00");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // The page's policy keeps it from asking elsewhere: that it meant to is a complaint.
        complaints.ShouldBeEmpty();
        var origin = new Uri(Shop.Shop.GraphQL).GetLeftPart(UriPartial.Authority);
        asked.ShouldContain(url => url.EndsWith("/graphql/bcp-config.json", StringComparison.Ordinal));
        asked.Where(url => !url.StartsWith(origin + "/", StringComparison.Ordinal) && !url.StartsWith($"blob:{origin}/", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Test]
    public async Task Page_and_its_files_are_guarded_and_hashed_files_are_kept()
    {
        using var http = new HttpClient();
        using var page = await GetAsync(http, "/graphql");
        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/graphql/");
        page.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var script = (await page.Content.ReadAsStringAsync()).Split("src=\"")[1].Split('"')[0];
        using var file = await GetAsync(http, $"/graphql/{script}");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        file.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        foreach (var response in new[] { page, file })
        {
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("connect-src 'self';");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    /// <summary><c>REWRITE_DOCS=1</c> takes the picture of docs/graphql.md anew.</summary>
    private static async Task PictureAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable("REWRITE_DOCS") != "1") return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory.Split("/tests/")[0], "docs", "pictures", "explorer.png") });
    }

    /// <summary>There is no service worker, and the page looks for one; whatever else fails to load is a fault.</summary>
    private static void Note(IConsoleMessage message, ConcurrentBag<string> complaints)
    {
        var known = message.Location.StartsWith("http", StringComparison.Ordinal) && message.Location.Contains("/graphql/service-worker.js", StringComparison.Ordinal);
        if (message.Type is "error" && !known) complaints.Add($"{message.Location}: {message.Text}");
    }

    private async Task<HttpResponseMessage> GetAsync(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Shop.Shop.GraphQL), path));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
