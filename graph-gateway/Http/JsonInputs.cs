using System.Globalization;
using System.Numerics;
using System.Text.Json;
using CommerceKata.ServiceDefaults;
using GraphQL;

namespace CommerceKata.Gateway.Http;

/// <summary>
/// Reads a JSON object as variables. The GraphQL library's own reader takes 12.4999999999999999999999999999999 for
/// 12.5; here a number with
/// a fraction is a decimal where one holds it exactly, and else a double, which no scalar of money takes.
/// </summary>
internal static class JsonInputs
{
    /// <summary>The values of the object.</summary>
    /// <param name="map">A JSON object.</param>
    public static Inputs Read(JsonElement map) => new(Map(map));

    private static Dictionary<string, object?> Map(JsonElement map) =>
        map.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value));

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Map(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Number(JsonElement number)
    {
        if (number.TryGetInt32(out var small)) return small;
        if (number.TryGetInt64(out var medium)) return medium;
        var text = number.GetRawText();
        const NumberStyles whole = NumberStyles.AllowLeadingSign;
        if (BigInteger.TryParse(text, whole, CultureInfo.InvariantCulture, out var large)) return large;
        return ExactDecimal.TryRead(text, out var exact) ? exact : number.GetDouble();
    }
}
