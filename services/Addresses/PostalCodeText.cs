using System.Globalization;
using System.Text;

namespace CommerceKata.Addresses;

/// <summary>Postal codes as people write them.</summary>
internal static class PostalCodeText
{
    private const char PostalMark = '〒';

    /// <summary>In capitals, with plain digits, hyphens and spaces, and without the post's sign.</summary>
    public static string Clean(string written)
    {
        var code = new StringBuilder(written.Length);
        foreach (var character in written.Normalize(NormalizationForm.FormKC))
        {
            if (character is PostalMark or '\u3020' or '\u3036') continue;
            code.Append(char.GetUnicodeCategory(character) switch
            {
                UnicodeCategory.DashPunctuation => '-',
                UnicodeCategory.SpaceSeparator => ' ',
                // The minus sign, and the long vowel of Japanese, which stands beside the digits on its keyboards.
                _ => character is '−' or 'ー' ? '-' : char.ToUpperInvariant(character),
            });
        }

        return string.Join(' ', code.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>As it is, with a hyphen for the space or a space for the hyphen, and without.</summary>
    public static IEnumerable<string> Variants(string code) =>
        [code, code.Replace(' ', '-'), code.Replace('-', ' '), code.Replace(" ", "", StringComparison.Ordinal), code.Replace("-", "", StringComparison.Ordinal),
            code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)];
}
