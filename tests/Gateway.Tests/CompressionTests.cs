using System.IO.Compression;
using System.Runtime.CompilerServices;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

/// <summary>Answers for those who take them compressed.</summary>
internal sealed class CompressionTests : OneDoorFixture
{
    [TestCase("br", "application/json", "br")]
    [TestCase("gzip", "application/json", "gzip")]
    [TestCase("gzip, deflate, br, zstd", "application/graphql-response+json", "br")]
    [TestCase("gzip;q=1, br;q=0.5", "application/graphql-response+json", "gzip")]
    [TestCase("deflate", "application/json", null)]
    [TestCase("", "application/json", null)]
    public async Task Answer_is_compressed_as_the_client_likes_it(string accepted, string type, string? expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__schema{types{name description}}}");
        request.Headers.Add("Accept", type);
        if (accepted.Length > 0) request.Headers.Add("Accept-Encoding", accepted);
        using var response = await Door.Http.SendAsync(request);
        response.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(expected);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        // Whoever keeps answers must keep them apart.
        if (expected is not null) response.Headers.Vary.ShouldBe(["Accept", "Accept-Encoding"], ignoreOrder: true);
        var sent = await response.Content.ReadAsByteArrayAsync();
        var text = await new StreamReader(Opened(new MemoryStream(sent), expected)).ReadToEndAsync();
        text.ShouldStartWith("{\"data\":{\"__schema\":");
        (sent.Length < text.Length / 2).ShouldBe(expected is not null);
    }

    [Test]
    public async Task Events_are_not_held_back_to_be_compressed()
    {
        Shop.OnStream<WatchOrderRequest>((_, left) => Follow(left));
        using var events = await TestEvents.OpenAsync(
            Door, $"subscription {{ orderChanged(id: \"{Some.Global("Order", Some.Id())}\") {{ number }} }}", token: TestTokens.User(Who.Guest), encoding: "gzip, br");
        (await events.NextAsync()).ShouldContain("CK-");
        events.Response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private static Stream Opened(Stream body, string? encoding) => encoding switch
    {
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "gzip" => new GZipStream(body, CompressionMode.Decompress),
        _ => body,
    };

    private static async IAsyncEnumerable<object> Follow([EnumeratorCancellation] CancellationToken left)
    {
        yield return new WatchOrderResponse { Order = Some.Order() };
        var ends = new TaskCompletionSource();
        await using var leaving = left.Register(ends.SetResult);
        await ends.Task;
    }
}
