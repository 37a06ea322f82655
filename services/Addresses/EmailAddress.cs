using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CommerceKata.ServiceDefaults;
using MimeKit;

namespace CommerceKata.Addresses;

/// <summary>
/// An email address that the shop can write to: the mailer's own parser reads it, so that nobody registers or buys with one that no mail
/// reaches. As text it is masked, so that it cannot slip into a log.
/// </summary>
/// <param name="Text">As it was written, in the form in which texts are kept.</param>
/// <param name="Key">
/// The same for all ways to write it: the part before the @ without case, the domain as DNS has it. Letters that only look alike have two keys:
/// mail goes to two mailboxes.
/// </param>
public sealed record EmailAddress(string Text, string Key)
{
    /// <summary>Characters at most (RFC 5321).</summary>
    public const int MaxLength = 254;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>Labels of letters, digits and hyphens, which do not begin or end with one.</summary>
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>Reads one bare address: no name before it, no second one, no comment.</summary>
    /// <param name="text">What came.</param>
    /// <param name="address">The address.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var kept = TextForm.Kept(text);
        var at = kept.LastIndexOf('@');
        if (at < 1 || kept.Length > MaxLength) return false;
        // A quoted part before the @ can be written in many ways, and hardly anybody has one.
        if (kept.Any(char.IsWhiteSpace) || kept.Contains('"') || AsciiDomain(kept[(at + 1)..]) is not { } domain) return false;
        if (!MailboxAddress.TryParse(Strict, kept, out var mailbox) || mailbox.LocalPart != kept[..at] || mailbox.Route.Count > 0) return false;
        address = new(kept, WithoutCase(kept[..at]) + '@' + domain);
        return true;
    }

    /// <summary>The key of an address as an account may still have it from before this rule; as good as any where the rule is broken.</summary>
    /// <param name="text">What came.</param>
    public static string KeyOf(string text) => TryParse(text, out var address) ? address.Key : WithoutCase(text);

    /// <summary>
    /// What a mail is sent to; null where the mailer finds no address. Accounts and orders of before may have one that is not taken in any more,
    /// and that mail reaches all the same.
    /// </summary>
    /// <param name="text">As it is kept.</param>
    public static MailboxAddress? MailboxOf(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Domain.Length > 0 && (mailbox.Address == text || TryParse(text, out _)) ? mailbox : null;

    /// <summary>"d***@example.com".</summary>
    public override string ToString() => Mask(Text);

    /// <summary>Hides who it is, of an address or of what should have been one.</summary>
    /// <param name="text">What came.</param>
    public static string Mask(string text)
    {
        var at = text.LastIndexOf('@');
        return at < 1 ? "***" : $"{text[0]}***{text[at..]}";
    }

    /// <summary>"É" is "é", composed or not, in every alphabet; "ｅ" is not "e".</summary>
    private static string WithoutCase(string text) => TextForm.Kept(text).ToUpperInvariant().ToLowerInvariant();

    /// <summary>The domain as DNS has it: "xn--mnchen-3ya.example"; null for what can be none.</summary>
    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = Domains.GetAscii(domain).ToLowerInvariant();
            var last = ascii[(ascii.LastIndexOf('.') + 1)..];
            var isName = ascii.Contains('.') && last.Length > 0 && !last.All(char.IsAsciiDigit);
            // "xn--" with something behind it that stands for no name is none.
            return isName && Domains.GetAscii(Domains.GetUnicode(ascii)) == ascii ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
