using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CommerceKata.Standalone;

/// <summary>A step of the demo went wrong.</summary>
internal sealed class DemoException(string message) : Exception(message);

/// <summary>A GraphQL client of a few lines, such as any front end has.</summary>
internal sealed class FrontDoor(string address)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Who is asking; null for nobody.</summary>
    public string? Token { get; set; }

    /// <summary>Asks, and answers the data; errors of the request end the demo.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables, CancellationToken cancel)
    {
        var body = await PostAsync(query, variables, cancel);
        if (body.TryGetProperty("errors", out var errors)) throw new DemoException(errors.ToString());
        var data = body.GetProperty("data");
        foreach (var payload in data.EnumerateObject())
        {
            if (payload.Value.ValueKind == JsonValueKind.Object && payload.Value.TryGetProperty("errors", out var refused) && refused.ValueKind == JsonValueKind.Array)
                throw new DemoException($"{payload.Name}: {refused}");
        }

        return data;
    }

    /// <summary>Asks, and answers all that came back.</summary>
    public async Task<JsonElement> PostAsync(string query, object? variables, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { query, variables }) };
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await Http.SendAsync(request, cancel);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
    }
}

/// <summary>Reading JSON by path.</summary>
internal static class Json
{
    /// <summary>What is at "a.b.c".</summary>
    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (at, name) => at.ValueKind == JsonValueKind.Object ? at.GetProperty(name) : throw new DemoException($"no {path} in {element}"));
}
