using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommerceKata.TestKit;

/// <summary>A fenced block of a document that can be run.</summary>
/// <param name="Language"><c>sh</c>, <c>graphql</c> or <c>js</c>.</param>
/// <param name="Text">What to run.</param>
/// <param name="Answer">What the fenced block right below it says will be answered; null for none.</param>
public sealed record Example(string Language, string Text, string? Answer);

/// <summary>The examples of documents, and whether what came is what a document says. <c>…</c> there stands for anything.</summary>
public static partial class Examples
{
    private const string Anything = "…";

    /// <summary>The examples of a document, from top to bottom.</summary>
    /// <param name="file">"docs/graphql.md".</param>
    public static IReadOnlyList<Example> In(string file) =>
    [
        .. from Match found in Block().Matches(File.ReadAllText(Path.Combine(Docs.Root, file)))
           select new Example(found.Groups["language"].Value, found.Groups["text"].Value, found.Groups["answer"] is { Success: true } answer ? answer.Value : null),
    ];

    /// <summary>Where what came differs from what a document says, line by line, JSON by its members; null when it does not.</summary>
    public static string? Difference(string said, string came)
    {
        if (Parse(said) is { } expected && Parse(came) is { } actual) return Difference(expected, actual, "$");
        var (lines, printed) = (Lines(said), Lines(came));
        for (var i = 0; i < Math.Max(lines.Length, printed.Length); i++)
        {
            if (i >= printed.Length) return $"nothing came for {lines[i]}";
            if (i >= lines.Length) return $"{printed[i]} came too";
            if (LineDifference(lines[i], printed[i]) is { } why) return $"line {i + 1}: {why}";
        }

        return null;
    }

    /// <summary>The lines of an output. Answers of the front door have no line end of their own.</summary>
    public static string[] Lines(string printed) => printed.Replace("}{", "}\n{", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? LineDifference(string said, string came)
    {
        if (Parse(said) is { } expected && Parse(came) is { } actual) return Difference(expected, actual, "$");
        return Matches(said, came) ? null : $"{came} is not {said}";
    }

    private static string? Difference(JsonElement said, JsonElement came, string path)
    {
        if (said.ValueKind is JsonValueKind.String && said.GetString() is { } text && text.Contains(Anything, StringComparison.Ordinal))
        {
            var fits = text == Anything ? came.ValueKind is not JsonValueKind.Null : came.ValueKind is JsonValueKind.String && Matches(text, came.GetString()!);
            return fits ? null : $"{path} is {came}";
        }

        switch (said.ValueKind, came.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                var (names, others) = (said.EnumerateObject().Select(one => one.Name).ToList(), came.EnumerateObject().Select(one => one.Name).ToList());
                return names.Order().SequenceEqual(others.Order())
                    ? names.Select(name => Difference(said.GetProperty(name), came.GetProperty(name), $"{path}.{name}")).FirstOrDefault(each => each is not null)
                    : $"{path} has {string.Join(", ", others)}";
            case (JsonValueKind.Array, JsonValueKind.Array) when said.GetArrayLength() == came.GetArrayLength():
                return said.EnumerateArray().Zip(came.EnumerateArray()).Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]")).FirstOrDefault(each => each is not null);
            default:
                return JsonElement.DeepEquals(said, came) ? null : $"{path} is {came}";
        }
    }

    private static bool Matches(string said, string came) =>
        Regex.IsMatch(came, "^" + string.Join(".*", said.Split(Anything).Select(Regex.Escape)) + "$", RegexOptions.Singleline);

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^```(?<language>sh|graphql|js)\n(?<text>.*?)^```\n(\n```(json|text)\n(?<answer>.*?)^```\n)?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
