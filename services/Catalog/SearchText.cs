using System.Text;
using System.Text.RegularExpressions;
using CommerceKata.Catalog.Words;

namespace CommerceKata.Catalog;

/// <summary>A word of a search that may be mistyped.</summary>
/// <param name="Word">The word, and where it stands in the text.</param>
/// <param name="Query">How it alone is looked for.</param>
internal sealed record TypedWord(Word Word, string Query);

/// <summary>What somebody typed to search for, and how it is looked for.</summary>
/// <param name="Text">The words as typed, in NFKC.</param>
/// <param name="Query">What is looked for among the words of products (tsquery); empty when there is no word to look for.</param>
/// <param name="Sku">What the SKU begins with, in capitals: then nothing else is looked at. Empty for words.</param>
/// <param name="IsOneWord">Whether it is one word, and nothing is said of it.</param>
/// <param name="InNames">Whether only names are looked at: a single letter begins too many words.</param>
/// <param name="Words">Those that may be mistyped.</param>
internal sealed partial record SearchText(
    string Text, string Query, string Sku, bool IsOneWord, bool InNames, IReadOnlyList<TypedWord> Words)
{
    /// <summary>Whether SKUs are searched rather than words.</summary>
    public bool IsSku => Sku.Length > 0;

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsEmpty => Query.Length == 0 && !IsSku;

    /// <summary>The words as typed, the last one perhaps half.</summary>
    public static SearchText Of(string typed) => SearchParser.Read(typed, halfTyped: true);

    /// <summary>These words, none of them half typed.</summary>
    public static SearchText Exactly(string words) => SearchParser.Read(words, halfTyped: false);

    /// <summary>The SKU that it may be the beginning of; null when it does not look like one.</summary>
    public static SearchText? AsSku(string typed)
    {
        var text = typed.Normalize(NormalizationForm.FormKC);
        return BeginningOfSku().IsMatch(text) ? new(text, "", text.ToUpperInvariant(), false, false, []) : null;
    }

    [GeneratedRegex(@"\A(?=.*[0-9._/-])[A-Za-z0-9][A-Za-z0-9._/-]{2,39}\z")]
    private static partial Regex BeginningOfSku();
}
