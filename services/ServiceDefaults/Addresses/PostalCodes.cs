using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.ServiceDefaults.Addresses;

/// <summary>How countries write their postal codes. Those not listed may write anything; some have none.</summary>
public static class PostalCodes
{
    private static readonly FrozenSet<string> Without =
        "AE AG AO AW BF BI BJ BO BS BW BZ CF CG CM DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KP LY ML MO MR MW NR QA RW SB SC SL SR ST SY TD TF TG TK TL TO TV UG VU YE ZW"
            .Split(' ').ToFrozenSet();

    /// <summary>The form for people, and the same as an expression. 9 stands for a digit, A for a letter.</summary>
    private static readonly FrozenDictionary<string, (string Form, Regex Written)> Forms = new (string Countries, string Form, string Pattern)[]
    {
        ("US PR GU VI AS MP", "99999 or 99999-9999", "[0-9]{5}(-[0-9]{4})?"),
        ("CA", "A9A 9A9", "[ABCEGHJ-NPRSTVXY][0-9][A-Z] ?[0-9][A-Z][0-9]"),
        ("GB", "as in SW1A 1AA", "(GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2})"),
        ("IE", "as in D02 AF30", "[A-Z][0-9][0-9W] ?[0-9A-Z]{4}"),
        ("NL", "9999 AA", "[1-9][0-9]{3} ?[A-Z]{2}"),
        ("DE FR ES IT FI EE HR MC SM VA MY TH TR MX UA KR ID", "99999", "[0-9]{5}"),
        ("AT BE BG CH CY DK HU LI LU NO SI AU NZ ZA", "9999", "[0-9]{4}"),
        ("SE CZ SK GR", "999 99", "[0-9]{3} ?[0-9]{2}"),
        ("PL", "99-999", "[0-9]{2}-[0-9]{3}"),
        ("PT", "9999-999", "[0-9]{4}-[0-9]{3}"),
        ("BR", "99999-999", "[0-9]{5}-?[0-9]{3}"),
        ("JP", "999-9999", "[0-9]{3}-?[0-9]{4}"),
        ("IN", "999999", "[1-9][0-9]{2} ?[0-9]{3}"),
        ("CN SG RO", "999999", "[0-9]{6}"),
        ("IL", "9999999", "[0-9]{5}([0-9]{2})?"),
        ("LT", "LT-99999", "(LT-)?[0-9]{5}"),
        ("LV", "LV-9999", "(LV-)?[0-9]{4}"),
    }.SelectMany(row => row.Countries.Split(' ').Select(country => KeyValuePair.Create(
        country, (row.Form, new Regex($"^{row.Pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))))))
        .ToFrozenDictionary();

    /// <summary>What is wrong with a code; null when nothing is.</summary>
    /// <param name="countryCode">ISO 3166-1 alpha-2.</param>
    /// <param name="code">The code, trimmed.</param>
    public static Problem? Refuse(string countryCode, string code)
    {
        if (code.Length == 0) return Without.Contains(countryCode) ? null : Problem.Required;
        return Forms.TryGetValue(countryCode, out var form) && !form.Written.IsMatch(code)
            ? new("NOT_A_POSTAL_CODE", $"must be {form.Form}", ("form", form.Form), ("country", countryCode))
            : null;
    }
}
