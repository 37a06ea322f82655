using System.Globalization;
using System.Text;

namespace CommerceKata.ServiceDefaults;

/// <summary>
/// The one form of text. The same word can be written in several ways in Unicode: "é" as one character or as two, "Ａ" as
/// wide as a Japanese character. What is kept has one of them, and what is compared is compared in another.
/// </summary>
public static class TextForm
{
    /// <summary>The form in which a text is kept and shown: NFC. To the eye nothing changes.</summary>
    /// <param name="text">What was typed.</param>
    public static string Kept(string text) => text.Normalize(NormalizationForm.FormC);

    /// <summary>
    /// The form in which texts are compared: NFKC without case, so that "Ｃａｆé" is "café" and "STRASSE" is "straße".
    /// </summary>
    /// <param name="text">A text.</param>
    public static string Compared(string text) => WithoutCase(text.Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC);

    /// <summary>Unicode's case folding, which .NET lacks: by way of upper case, so that "ς" is "σ".</summary>
    private static string WithoutCase(string text) =>
        text.Replace("İ", "i\u0307", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("ẞ", "ss", StringComparison.Ordinal)
            .ToUpperInvariant().ToLowerInvariant();

    /// <summary>Whether this process has the tables for it: without ICU .NET leaves texts as they are, and says nothing.</summary>
    internal static bool IsAvailable() =>
        Kept("e\u0301") == "é" && Compared("５００ＭＬ") == "500ml" && new IdnMapping().GetAscii("bücher.example") == "xn--bcher-kva.example";
}
