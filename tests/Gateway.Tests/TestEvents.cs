using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace CommerceKata.Gateway.Tests;

/// <summary>An operation's results as server-sent events.</summary>
internal sealed class TestEvents : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private TestEvents(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body));

    public HttpResponseMessage Response => _response;

    /// <summary>Asks, and waits for the beginning of the answer only.</summary>
    public static async Task<TestEvents> OpenAsync(TestDoor door, string query, object? variables = null, string? token = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (encoding is not null) request.Headers.AcceptEncoding.ParseAdd(encoding);
        var response = await door.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new TestEvents(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The data of the next event.</summary>
    public async Task<string> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line["data: ".Length..];
        }

        throw new EndOfStreamException();
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
