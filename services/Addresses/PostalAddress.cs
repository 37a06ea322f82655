using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Addresses;

/// <summary>Where somebody can be reached by post: checked, and the same wherever an address is taken in.</summary>
/// <param name="Name">Who lives there.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">More of it; may be empty.</param>
/// <param name="City">Town; empty where the country needs none.</param>
/// <param name="Region">State or province; empty where the country needs none.</param>
/// <param name="PostalCode">As the country writes it, in capitals; may be empty where the country requires none.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Phone">May be empty.</param>
public sealed record PostalAddress(
    string Name, string Line1, string Line2, string City, string Region, string PostalCode, string CountryCode, string Phone)
{
    /// <summary>What most countries want: named where the country is not known, so that all that is missing is named at once.</summary>
    private const AddressParts Unknown = AddressParts.Line1 | AddressParts.City | AddressParts.PostalCode;

    private static readonly Problem NotAPhoneNumber = new("NOT_A_PHONE_NUMBER", "must be a phone number");

    /// <summary>Checks each field by the rules of its country, and brings it into the form in which it is kept.</summary>
    /// <param name="check">Where violations go.</param>
    /// <param name="field">The path of the address in the input: "address".</param>
    public PostalAddress Checked(Violations check, string field)
    {
        var country = check.Country(CountryCode, $"{field}.country_code");
        var required = country?.Required ?? Unknown;
        return new(
            check.Line(Name, $"{field}.name", max: 100),
            check.Line(Line1, $"{field}.line1", max: 200),
            check.Line(Line2, $"{field}.line2", max: 200, min: 0),
            check.Line(City, $"{field}.city", max: 100, min: required.HasFlag(AddressParts.City) ? 1 : 0),
            Read(check, Region, $"{field}.region", max: 100, country is null ? null : country.ReadRegion),
            Read(check, PostalCode, $"{field}.postal_code", max: 20, country is null ? NotEmpty : country.ReadPostalCode),
            CountryCode,
            CheckedPhone(check, $"{field}.phone", country));
    }

    /// <summary>One problem of a field is enough: what is no line is not looked at further.</summary>
    private static string Read(Violations check, string value, string field, int max, Func<string, (string Text, Problem? Wrong)>? read)
    {
        var line = check.Line(value, field, max, min: 0);
        if (check.Names(field) || read is null) return line;
        var (text, wrong) = read(line);
        if (wrong is not null) check.Require(false, field, wrong);
        return text;
    }

    private static (string Text, Problem? Wrong) NotEmpty(string text) => (text, text.Length == 0 ? Problem.Required : null);

    private string CheckedPhone(Violations check, string field, Country? country)
    {
        var phone = check.Line(Phone, field, max: 30, min: 0);
        if (phone.Length > 0 && !check.Names(field)) check.Require(PhoneNumber.IsPossible(phone, country), field, NotAPhoneNumber);
        return phone;
    }
}
