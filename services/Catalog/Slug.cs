using System.Text.RegularExpressions;

namespace CommerceKata.Catalog;

/// <summary>Names for URLs: lower case letters, digits and dashes.</summary>
internal static partial class Slug
{
    public const int MaxLength = 100;

    // The runtime folds accents only with ICU, which small container images leave out.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžß";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyszs";

    /// <summary>Makes one from a name; "product" when nothing of the name can stand in a URL.</summary>
    public static string From(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c));
        var slug = Other().Replace(plain, "-").Trim('-');
        if (slug.Length == 0) return "product";
        return slug.Length <= MaxLength ? slug : slug[..MaxLength].Trim('-');
    }

    public static bool IsValid(string slug) => slug.Length <= MaxLength && Form().IsMatch(slug);

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
