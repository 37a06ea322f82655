using System.Text.RegularExpressions;

namespace CommerceKata.Catalog;

/// <summary>Stock keeping units, as merchants write them. They are kept as written, and compared without case.</summary>
internal static partial class Sku
{
    private const int MaxLength = 40;

    /// <summary>ASCII letters and digits, with dashes, dots, slashes, underscores and single spaces between them.</summary>
    public static bool IsValid(string sku) => sku.Length <= MaxLength && Form().IsMatch(sku);

    /// <summary>What two SKUs of one product have in common: <c>upper(sku COLLATE "C")</c> in SQL, which has a unique index.</summary>
    public static string Key(string sku) => sku.ToUpperInvariant();

    [GeneratedRegex(@"\A[A-Za-z0-9]((?!  )[A-Za-z0-9._/ -])*(?<=[A-Za-z0-9])\z")]
    private static partial Regex Form();
}
