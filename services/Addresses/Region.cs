using System.Collections.Frozen;
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

    private static string[] Split(string? list) => list?.Split('~') ?? [];
}

/// <summary>The regions of a country by all their names. Accents and case do not count.</summary>
internal sealed class RegionNames
{
    private readonly FrozenDictionary<string, string> _kept;
    private readonly IReadOnlyList<(string Plain, string LatinName)> _latin;

    public RegionNames(IReadOnlyList<Region> regions)
    {
        var kept = new Dictionary<string, string>();
        foreach (var region in regions)
        {
            foreach (var name in new[] { region.Code, region.Name, region.LatinName, region.IsoCode }.Where(name => name.Length > 0))
                kept.TryAdd(Plain(name), region.Code.All(char.IsAscii) || name == region.IsoCode ? region.Code : name);
        }

        _kept = kept.ToFrozenDictionary();
        _latin = [.. regions.Select(region => (Plain(region.LatinName), region.LatinName))];
    }

    /// <summary>
    /// The region that somebody wrote, as it is kept: by its code where that is in Latin letters, by the name that was written otherwise.
    /// Null for none.
    /// </summary>
    public string? Find(string written)
    {
        var wanted = Plain(written);
        if (_kept.TryGetValue(wanted, out var kept)) return kept;
        // "Guangdong" of "Guangdong Sheng".
        return _latin.Where(name => name.Plain.StartsWith(wanted + ' ', StringComparison.Ordinal)).ToList() is [var only] ? only.LatinName : null;
    }

    private static string Plain(string name) => string.Concat(TextForm.Compared(name)
        .Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)).Replace('-', ' ');
}
