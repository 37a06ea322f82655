using System.Net.Http.Headers;
using System.Text.Json;
using CommerceKata.Standalone;

namespace CommerceKata.Load;

/// <summary>A client of the front door: connections are kept, and every answer is read.</summary>
/// <param name="doors">Where it answers; of several, each takes its turn.</param>
internal sealed class Door(IReadOnlyList<Uri> doors) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan, ActivityHeadersPropagator = null });

    private uint _turn;

    /// <summary>A request's body: the bytes that are sent.</summary>
    public static byte[] Body(string query, object? variables = null) => JsonSerializer.SerializeToUtf8Bytes(new { query, variables });

    /// <summary>Asks, and answers <c>data</c>.</summary>
    /// <param name="body">From <see cref="Body"/>.</param>
    /// <param name="token">Who asks; null for nobody.</param>
    /// <exception cref="LoadException">The answer is not 200, or has errors.</exception>
    public async Task<Answer> AskAsync(byte[] body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, doors[(int)(Interlocked.Increment(ref _turn) % (uint)doors.Count)]) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var response = await _http.SendAsync(request, CancellationToken.None);
        var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        if (response.StatusCode == System.Net.HttpStatusCode.OK && !document.RootElement.TryGetProperty("errors", out _)) return new(document);
        throw new LoadException($"{(int)response.StatusCode}: {document.RootElement}") { Code = CodeOf(document.RootElement) };
    }

    private static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) && errors[0].TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code)
            ? code.GetString()
            : null;

    /// <summary>A new guest's token.</summary>
    public async Task<string> GuestAsync()
    {
        using var answer = await AskAsync(GuestBody);
        return answer.Data.At("startGuestSession.session.accessToken").GetString()!;
    }

    public void Dispose() => _http.Dispose();

    private static readonly byte[] GuestBody = Body("mutation { startGuestSession { session { accessToken } } }");
}

/// <summary>An answer; its memory goes back to the pool.</summary>
internal sealed class Answer(JsonDocument document) : IDisposable
{
    /// <summary>The answer's <c>data</c>.</summary>
    public JsonElement Data => document.RootElement.GetProperty("data");

    /// <exception cref="LoadException">It is not so.</exception>
    public void Check(bool right, string what)
    {
        if (!right) throw new LoadException($"{what}: {document.RootElement}");
    }

    public void Dispose() => document.Dispose();
}
