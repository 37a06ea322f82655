using System.Text.Json;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>What joins log lines to each other where no spans are kept: nothing here sends any anywhere.</summary>
internal sealed class LogTests : ShopFixture
{
    [Test]
    public async Task Lines_of_one_request_have_its_trace_and_its_session_in_whichever_service_they_are()
    {
        var (one, other) = (await Shop.GuestAsync(), await Shop.GuestAsync());
        var product = await one.ProductAsync("KIT-MIL-PEP");
        await one.AddToCartAsync(product.Id, 1);
        await other.AddToCartAsync(product.Id, 2);

        var asked = await LinesAsync("gateway", "Field", "addToCart");
        var answered = await LinesAsync("cart", "Method", "commerce.cart.v1.CartService/AddLine");
        asked.Count.ShouldBe(2);
        asked.Distinct().Count().ShouldBe(2);
        asked.ShouldNotContain(line => line.Session == null);
        answered.ShouldBe(asked, ignoreOrder: true);
    }

    private Task<List<(string? Trace, string? Session)>> LinesAsync(string service, string property, string value) => Eventually.GetAsync(async () =>
    {
        using var reader = new StreamReader(new FileStream(Path.Combine(Shop.Logs, service + ".jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = await reader.ReadToEndAsync();
        // The last line may still be on its way.
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty(property, out var found) && found.ValueEquals(value))
            .Select(line => (line.GetProperty("@tr").GetString(), line.TryGetProperty("session", out var session) ? session.GetString() : null)).ToList();
        return lines.Count == 2 ? lines : null;
    }, $"both lines of {service}");
}
