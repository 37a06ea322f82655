using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Addresses;

/// <summary>Checks of addresses, for inputs.</summary>
public static class AddressViolations
{
    private static readonly EmailAddress None = new("", "");

    /// <summary>An email address that mail reaches, trimmed.</summary>
    /// <param name="check">Where violations go.</param>
    /// <param name="value">What came.</param>
    /// <param name="field">Its path.</param>
    public static EmailAddress Email(this Violations check, string? value, string field)
    {
        var text = check.Line(value, field, EmailAddress.MaxLength);
        if (check.Names(field)) return None;
        if (EmailAddress.TryParse(text, out var address)) return address;
        check.Require(false, field, Problem.NotAnEmail);
        return None;
    }

    /// <summary>The code of a country.</summary>
    /// <param name="check">Where violations go.</param>
    /// <param name="code">What came.</param>
    /// <param name="field">Its path.</param>
    public static Country? Country(this Violations check, string? code, string field)
    {
        var country = Countries.Find(code);
        check.Require(country is not null, field, string.IsNullOrEmpty(code) ? Problem.Required : Problem.NotACountry);
        return country;
    }
}
