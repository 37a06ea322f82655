using PhoneNumbers;

namespace CommerceKata.Addresses;

/// <summary>Phone numbers, by Google's rules for each country.</summary>
internal static class PhoneNumber
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Whether somebody could be called there, as far as its length and prefix tell.</summary>
    /// <param name="written">With or without the country's prefix.</param>
    /// <param name="country">Whose number it is where it does not say so.</param>
    public static bool IsPossible(string written, Country? country)
    {
        try
        {
            return Numbers.IsPossibleNumber(Numbers.Parse(written, country?.Code));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
