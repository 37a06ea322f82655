using CommerceKata.ServiceDefaults;
using Zxcvbn.Matcher;

namespace CommerceKata.Identity;

/// <summary>The 30,000 passwords that are used most, of zxcvbn: whoever tries to get in tries these first.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<DictionaryMatcher> Known = new(() => new("passwords", "passwords.lst"));

    private static readonly Lazy<L33tMatcher> Disguised = new(() => new(Known.Value));

    /// <summary>Whether a password is one of them, also in capitals, or with the usual digits and signs for letters: "P@ssw0rd".</summary>
    public static bool Contain(string password)
    {
        var compared = TextForm.Compared(password);
        return Known.Value.MatchPassword(compared).Concat(Disguised.Value.MatchPassword(compared))
            .Any(match => match.i == 0 && match.j == compared.Length - 1);
    }
}
