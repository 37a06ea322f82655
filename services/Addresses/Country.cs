using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Addresses;

/// <summary>Parts of an address that a country may require.</summary>
[Flags]
public enum AddressParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Street and number.</summary>
    Line1 = 1,

    /// <summary>City or town.</summary>
    City = 2,

    /// <summary>State, province or region.</summary>
    Region = 4,

    /// <summary>Postal code.</summary>
    PostalCode = 8,
}

/// <summary>How a country writes its addresses.</summary>
public sealed class Country
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Regex? _postalCode;
    private readonly Lazy<RegionNames> _regionNames;

    private Country(string code, AddressParts required, Regex? postalCode, string? example, IReadOnlyList<Region> regions) =>
        (Code, Required, _postalCode, PostalCodeExample, Regions, _regionNames) =
            (code, required, postalCode, example, regions, new(() => new RegionNames(regions)));

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Code { get; }

    /// <summary>What no address there can do without.</summary>
    public AddressParts Required { get; }

    /// <summary>A postal code as they are written there; null where nothing is known of them.</summary>
    public string? PostalCodeExample { get; }

    /// <summary>States or provinces, where all are known.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>
    /// A postal code, in the way in which the country writes it; what is wrong with it otherwise. People write it with other dashes and
    /// spaces, in wide digits, or with the post's sign before it.
    /// </summary>
    /// <param name="written">One line.</param>
    internal (string Code, Problem? Wrong) ReadPostalCode(string written)
    {
        var code = PostalCodeText.Clean(written);
        if (code.Length == 0) return (code, Required.HasFlag(AddressParts.PostalCode) ? Problem.Required : null);
        if (_postalCode is null) return (code, null);
        return PostalCodeText.Variants(code).FirstOrDefault(_postalCode.IsMatch) is { } matching ? (matching, null) : (code, NotAPostalCode());
    }

    /// <summary>
    /// A region by its code or name, as the country's list has it; what is wrong with it otherwise. Where addresses do without a region,
    /// anything may be one.
    /// </summary>
    /// <param name="written">One line.</param>
    internal (string Region, Problem? Wrong) ReadRegion(string written)
    {
        var isRequired = Required.HasFlag(AddressParts.Region);
        if (written.Length == 0) return (written, isRequired ? Problem.Required : null);
        if (Regions.Count == 0) return (written, null);
        if (_regionNames.Value.Find(written) is { } known) return (known, null);
        return (written, isRequired ? new("NOT_A_REGION", $"must be a region of {Code}, such as {Regions[0].Name}", ("country", Code), ("example", Regions[0].Name)) : null);
    }

    internal static Country From(string code, CountryData data, CountryData otherwise)
    {
        var required = data.Required ?? otherwise.Required!;
        return new(
            code,
            AddressParts.Line1
                | (required.Contains('C') ? AddressParts.City : 0)
                | (required.Contains('S') ? AddressParts.Region : 0)
                | (required.Contains('Z') ? AddressParts.PostalCode : 0),
            data.PostalCodes is { } form ? new Regex($"^(?:{form})$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, Patience) : null,
            data.PostalCodeExamples?.Split(',')[0],
            Region.Read(data));
    }

    private Problem NotAPostalCode() =>
        new("NOT_A_POSTAL_CODE", $"must be written as in {PostalCodeExample}", ("form", PostalCodeExample!), ("country", Code));
}

/// <summary>A country as the file of addresses has it; lists are one text with ~ between.</summary>
/// <param name="Required">A letter for each part: ACSZ.</param>
/// <param name="PostalCodes">A regular expression.</param>
/// <param name="PostalCodeExamples">Several, with commas between.</param>
/// <param name="RegionKeys">As they are written in an address.</param>
/// <param name="RegionNames">In full.</param>
/// <param name="RegionLatinNames">In Latin letters.</param>
/// <param name="RegionIsoCodes">The part of ISO 3166-2 after the country.</param>
internal sealed record CountryData(
    [property: JsonPropertyName("require")] string? Required,
    [property: JsonPropertyName("zip")] string? PostalCodes,
    [property: JsonPropertyName("zipex")] string? PostalCodeExamples,
    [property: JsonPropertyName("sub_keys")] string? RegionKeys,
    [property: JsonPropertyName("sub_names")] string? RegionNames,
    [property: JsonPropertyName("sub_lnames")] string? RegionLatinNames,
    [property: JsonPropertyName("sub_isoids")] string? RegionIsoCodes);
