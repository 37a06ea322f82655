namespace CommerceKata.EndToEnd.Tests.Validation;

/// <summary>Values that no input may take, by scalar, each with its name for the failure.</summary>
internal static class Nasty
{
    /// <summary>Half a surrogate pair, which is no text; written into the body as it is.</summary>
    public const string HalfPair = "@half-pair@";

    public static IEnumerable<(string Name, object? Value)> Of(string scalar) => scalar switch
    {
        "String" => [("too long", new string('x', 50_000)), ("a NUL", "a\0b"), ("a control character", "a\u0007b"), ("half a pair", HalfPair), ("a number", 7)],
        "ID" =>
        [
            ("empty", ""), ("too long", new string('A', 50_000)), ("a NUL", "a\0b"), ("no id", "%%%"), ("half a pair", HalfPair),
            ("of another type", "Q2F0ZWdvcnk6MDE5N2EwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw"), ("a huge number", 1e300),
        ],
        "Int" => [("the least", int.MinValue), ("the most", int.MaxValue), ("beyond the most", 1L << 31), ("huge", 1e300), ("a fraction", 1.5), ("a text", "1")],
        "Decimal" =>
        [
            ("negative", "-1"), ("huge", "9999999999999999999999"), ("beyond any", 1e300),
            ("a fraction of a cent", "0.001"),
            ("more digits than any number has", "12.4999999999999999999999999999999"),
            ("no number", "NaN"), ("a text", "one"),
        ],
        "CurrencyCode" =>
            [("small", "usd"), ("of four", "USDX"), ("empty", ""), ("a NUL", "US\0"), ("not charged", "ABC")],
        "UUID" => [("empty", ""), ("no UUID", "x"), ("in braces", "{0197a000-0000-7000-8000-000000000000}"), ("too long", new string('0', 50_000))],
        "Boolean" => [("a text", "true"), ("a number", 1)],
        _ => [("no member", "NONE_OF_THEM"), ("a number", 1)],
    };
}
