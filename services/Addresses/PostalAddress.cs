using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.ServiceDefaults.Addresses;

/// <summary>Where somebody can be reached by post: checked, and the same wherever an address is taken in.</summary>
/// <param name="Name">Who lives there.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">More of it; may be empty.</param>
/// <param name="City">Town.</param>
/// <param name="Region">State or province; may be empty.</param>
/// <param name="PostalCode">As the country writes it, in capitals; empty where the country has none.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Phone">May be empty.</param>
public sealed record PostalAddress(
    string Name, string Line1, string Line2, string City, string Region, string PostalCode, string CountryCode, string Phone)
{
    /// <summary>Checks each field, and trims it.</summary>
    /// <param name="check">Where violations go.</param>
    /// <param name="field">The path of the address in the input: "address".</param>
    public PostalAddress Checked(Violations check, string field)
    {
        check.Require(Countries.Exists(CountryCode), $"{field}.country_code", CountryCode.Length == 0 ? Problem.Required : Problem.NotACountry);
        return new(
            check.Line(Name, $"{field}.name", max: 100),
            check.Line(Line1, $"{field}.line1", max: 200),
            check.Line(Line2, $"{field}.line2", max: 200, min: 0),
            check.Line(City, $"{field}.city", max: 100),
            check.Line(Region, $"{field}.region", max: 100, min: 0),
            CheckedPostalCode(check, $"{field}.postal_code"),
            CountryCode,
            CheckedPhone(check, $"{field}.phone"));
    }

    private string CheckedPostalCode(Violations check, string field)
    {
        const int max = 20;
        var code = check.Line(PostalCode, field, max, min: 0).ToUpperInvariant();
        // One word on one field is enough: what is no line is not looked at further.
        if (!check.Names(field) && PostalCodes.Refuse(CountryCode, code) is { } wrong) check.Require(false, field, wrong);
        return code;
    }

    private string CheckedPhone(Violations check, string field)
    {
        const int max = 30;
        var phone = check.Line(Phone, field, max, min: 0);
        var formed = phone.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')' or '.' or '/' or 'x') && phone.Any(char.IsAsciiDigit);
        if (phone.Length > 0 && !check.Names(field)) check.Require(formed, field, new("NOT_A_PHONE_NUMBER", "must be a phone number"));
        return phone;
    }
}
