using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Catalog.Words;

/// <summary>The forms of a word that search compares.</summary>
internal static class WordForms
{
    /// <summary>Letters whose stroke, ligature or dot Unicode does not take apart.</summary>
    private static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['ł'] = "l", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['æ'] = "ae", ['œ'] = "oe", ['ı'] = "i", ['ħ'] = "h",
        ['ŋ'] = "n", ['ŧ'] = "t", ['ƶ'] = "z", ['ɨ'] = "i", ['ʉ'] = "u", ['ɓ'] = "b", ['ɗ'] = "d", ['ɔ'] = "o", ['ɛ'] = "e",
        ['ى'] = "ي", ['ة'] = "ه", ['ک'] = "ك", ['ی'] = "ي",
    }.ToFrozenDictionary();

    /// <summary>Without case and with its accents: "crème".</summary>
    public static string Exact(string word) => TextForm.Compared(word);

    /// <summary>
    /// Also without accents and vowel points, which people leave out as they type: "creme". Marks that are letters of their
    /// script stay, as the vowels of Hindi and Thai and the voice marks of Japanese. Digits are those of ASCII.
    /// </summary>
    /// <param name="exact">The word as <see cref="Exact"/> gives it.</param>
    public static string Plain(string exact)
    {
        if (Ascii.IsValid(exact)) return exact;
        var plain = new StringBuilder(exact.Length);
        foreach (var character in exact.Normalize(NormalizationForm.FormD))
        {
            if (IsAccent(character)) continue;
            if (Letters.TryGetValue(character, out var letters)) plain.Append(letters);
            else if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit) plain.Append(digit);
            else plain.Append(character);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The accents of Latin, Greek and Cyrillic, the points of Hebrew, the vowel signs and the stretching line of Arabic.</summary>
    private static bool IsAccent(char character) => character switch
    {
        >= '\u0300' and <= '\u036f' => true,
        >= '\u0591' and <= '\u06ed' => character == '\u0640' || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark,
        _ => false,
    };
}
