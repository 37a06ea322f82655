using System.Text.RegularExpressions;

namespace CommerceKata.Catalog;

/// <summary>What somebody typed to search for, and how it is looked for.</summary>
/// <param name="Text">The words: websearch_to_tsquery reads quotes, "or" and leading dashes in them.</param>
/// <param name="Head">Without the last word, where that may be half typed.</param>
/// <param name="Prefix">The last word as a lexeme to begin with: 'grin':*. Empty where it must stand as it is.</param>
/// <param name="Either">Whether an "or" stands before the last word.</param>
/// <param name="Sku">What the SKU begins with: then nothing else is looked at. Empty for words.</param>
internal sealed partial record SearchText(string Text, string Head, string Prefix, bool Either, string Sku)
{
    /// <summary>Whether SKUs are searched rather than words.</summary>
    public bool IsSku => Sku.Length > 0;

    /// <summary>Whether it is one word, and nothing is said of it.</summary>
    public bool IsOneWord => !IsSku && Text.All(char.IsLetterOrDigit);

    /// <summary>The words as typed, the last one perhaps half.</summary>
    public static SearchText Of(string typed)
    {
        var cut = typed.LastIndexOfAny([' ', '\t', '\n', '\r']) + 1;
        var (head, last) = (typed[..cut].TrimEnd(), typed[cut..]);
        // A phrase is meant word by word, and so is one whose end is not yet typed.
        var quoted = typed.Count(c => c == '"') % 2 == 1;
        return quoted || !HalfTyped().IsMatch(last)
            ? Exactly(typed)
            : new(typed, head, Lexeme(last), head.EndsWith(" or", StringComparison.OrdinalIgnoreCase), "");
    }

    /// <summary>These words, none of them half typed.</summary>
    public static SearchText Exactly(string words) => new(words, "", "", false, "");

    /// <summary>The SKU that it may be the beginning of; null when it does not look like one.</summary>
    public static SearchText? AsSku(string typed) => BeginningOfSku().IsMatch(typed)
        ? new(typed, "", "", false, typed.ToUpperInvariant())
        : null;

    /// <summary>The words that may be mistyped: long enough to tell, and not after a dash, which leaves a word out.</summary>
    public IEnumerable<Match> Words() => Word().Matches(Text);

    /// <summary>The prefix, if it is this word's; empty otherwise.</summary>
    /// <param name="word">In lower case.</param>
    public string PrefixOf(string word) => Prefix == Lexeme(word) ? Prefix : "";

    private static string Lexeme(string word) => $"'{word.ToLowerInvariant()}':*";

    // No quote and no backslash: the lexeme is written between quotes.
    [GeneratedRegex(@"\A\p{L}[\p{L}\p{Nd}-]+\z")]
    private static partial Regex HalfTyped();

    [GeneratedRegex(@"\A(?=.*[0-9-])[A-Za-z0-9][A-Za-z0-9-]{2,39}\z")]
    private static partial Regex BeginningOfSku();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}-])\p{L}{4,30}(?![\p{L}\p{Nd}])")]
    private static partial Regex Word();
}
