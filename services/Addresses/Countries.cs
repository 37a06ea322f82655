using System.Collections.Frozen;
using System.Text.Json;

namespace CommerceKata.Addresses;

/// <summary>The countries that there are, by their codes: ISO 3166-1 alpha-2, and XK for Kosovo, which the post knows too.</summary>
public static class Countries
{
    /// <summary>What holds where a country says nothing.</summary>
    private const string Default = "ZZ";

    private static readonly FrozenDictionary<string, Country> ByCode = Read();

    /// <summary>All of them, by their codes.</summary>
    public static IEnumerable<Country> All => ByCode.Values.OrderBy(country => country.Code, StringComparer.Ordinal);

    /// <summary>Whether it is one of them, in capitals.</summary>
    /// <param name="code">What to look at.</param>
    public static bool Exists(string? code) => Find(code) is not null;

    /// <summary>The country; null for what is none.</summary>
    /// <param name="code">Two capital letters.</param>
    public static Country? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static FrozenDictionary<string, Country> Read()
    {
        using var file = typeof(Countries).Assembly.GetManifestResourceStream("countries.json")!;
        var data = JsonSerializer.Deserialize<Dictionary<string, CountryData>>(file, JsonSerializerOptions.Web)!;
        var otherwise = data[Default];
        return data.Where(pair => pair.Key != Default).ToFrozenDictionary(pair => pair.Key, pair => Country.From(pair.Key, pair.Value, otherwise));
    }
}
