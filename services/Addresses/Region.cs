using System.Globalization;
using System.Text;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Addresses;

/// <summary>A state or a province.</summary>
/// <param name="Code">As addresses have it: "OR", "東京都".</param>
/// <param name="Name">In full: "Oregon", "東京都".</param>
/// <param name="LatinName">In Latin letters: "Tokyo"; empty where the name is.</param>
/// <param name="IsoCode">The part of ISO 3166-2 after the country; may be empty.</param>
public sealed record Region(string Code, string Name, string LatinName, string IsoCode)
{
    /// <summary>The regions of a country in the file.</summary>
    internal static IReadOnlyList<Region> Read(CountryData country)
    {
        var codes = Split(country.RegionKeys);
        var (names, latin, iso) = (Split(country.RegionNames), Split(country.RegionLatinNames), Split(country.RegionIsoCodes));
        return [.. codes.Select((code, at) => new Region(code, names.ElementAtOrDefault(at) ?? code, latin.ElementAtOrDefault(at) ?? "", iso.ElementAtOrDefault(at) ?? ""))];
    }

    /// <summary>
    /// The region that somebody wrote, as it is kept: by its code where that is a short one, by the name that was written otherwise. Accents
    /// and case do not count. Null for none.
    /// </summary>
    internal static string? Find(IReadOnlyList<Region> regions, string written)
    {
        var wanted = Plain(written);
        foreach (var region in regions)
        {
            var match = region.Names.FirstOrDefault(name => Plain(name) == wanted);
            if (match is null) continue;
            return region.Code.All(char.IsAscii) || match == region.IsoCode ? region.Code : match;
        }

        // "Guangdong" of "Guangdong Sheng".
        return regions.Where(region => Plain(region.LatinName).StartsWith(wanted + ' ', StringComparison.Ordinal)).ToList() is [var only] ? only.LatinName : null;
    }

    private IEnumerable<string> Names => new[] { Code, Name, LatinName, IsoCode }.Where(name => name.Length > 0);

    private static string[] Split(string? list) => list?.Split('~') ?? [];

    private static string Plain(string name) => string.Concat(TextForm.Compared(name)
        .Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)).Replace('-', ' ');
}
