using System.Globalization;
using System.Text.Json;

namespace CommerceKata.Gateway.Tests;

/// <summary>What the front door answered.</summary>
internal sealed record Answer(JsonElement Body)
{
    /// <summary>The errors at the top level.</summary>
    public IReadOnlyList<Failure> Errors => Body.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => new Failure(error))]
        : [];

    /// <summary>A part of the data, as JSON without spaces: "cart.lines.0.quantity".</summary>
    public string? this[string path] => At(path) is { ValueKind: not JsonValueKind.Null } found ? Text(found) : null;

    /// <summary>The data as JSON, having found no error.</summary>
    public JsonElement Data()
    {
        Errors.ShouldBeEmpty(Body.ToString());
        return Body.GetProperty("data");
    }

    private JsonElement At(string path)
    {
        Body.TryGetProperty("data", out var place).ShouldBeTrue(Body.ToString());
        foreach (var step in path.Split('.'))
        {
            place = place.ValueKind == JsonValueKind.Array ? place[int.Parse(step, CultureInfo.InvariantCulture)] : place.GetProperty(step);
        }

        return place;
    }

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : JsonSerializer.Serialize(element).Replace('"', '\'');

    /// <summary>One error.</summary>
    internal sealed record Failure(JsonElement Error)
    {
        public string Message => Error.GetProperty("message").GetString()!;

        public string Code => Error.GetProperty("extensions").GetProperty("code").GetString()!;

        public string TraceId => Error.GetProperty("extensions").GetProperty("traceId").GetString()!;

        public string Path => string.Join('.', Error.GetProperty("path").EnumerateArray());
    }
}
