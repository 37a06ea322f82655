using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AnyAscii;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Catalog;

/// <summary>Names for URLs: lower case letters, digits and dashes.</summary>
internal static partial class Slug
{
    public const int MaxLength = 100;

    /// <summary>What a product is called of whose name nothing can stand in a slug.</summary>
    private const string OfNoName = "product";

    /// <summary>Makes one from a name, in any alphabet; "product" when the name has no letter and no digit.</summary>
    public static string From(string name) => TryFrom(name, out var slug) ? slug : OfNoName;

    /// <summary>As above; false when the name has no letter and no digit.</summary>
    public static bool TryFrom(string name, out string slug)
    {
        var text = new StringBuilder();
        foreach (var rune in TextForm.Kept(name).EnumerateRunes()) text.Append(InLatin(rune));
        slug = Cut(Other().Replace(text.ToString().ToLowerInvariant(), "-").Trim('-'), MaxLength);
        return slug.Length > 0;
    }

    /// <summary>The same slug with something after it, where that one is taken; cut so that it is no longer than a slug may be.</summary>
    public static string With(string slug, string ending) => $"{Cut(slug, MaxLength - ending.Length - 1)}-{ending}";

    public static bool IsValid(string slug) => slug.Length <= MaxLength && Form().IsMatch(slug);

    private static string Cut(string slug, int length) => slug.Length <= length ? slug : slug[..length].TrimEnd('-');

    /// <summary>Of letters only letters and digits: a soft sign or an ayin ends no word. Symbols and emoji separate words.</summary>
    private static string InLatin(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Number(Ascii(rune)),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Plain(Ascii(rune)),
        // Invisible: a soft hyphen, a joiner.
        UnicodeCategory.Format => "",
        _ => Rune.IsLetter(rune) ? Plain(Ascii(rune)) : "-",
    };

    private static string Ascii(Rune rune) => rune.ToString().Transliterate();

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));

    /// <summary>A fraction is two numbers, and stands apart from one before it.</summary>
    private static string Number(string text) => text.All(char.IsAsciiLetterOrDigit) ? text : $"-{text}-";

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
