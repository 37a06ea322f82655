using System.Globalization;
using System.Text;

namespace CommerceKata.ServiceDefaults.Errors;

/// <summary>Collects what is wrong with an input, so that the caller hears of all of it at once.</summary>
public sealed class Violations
{
    /// <summary>Ids that a request may name at once, unless it says otherwise.</summary>
    public const int MaxIds = 500;

    private readonly List<Violation> _found = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Violation> Found => _found;

    /// <summary>Notes a violation unless the rule holds.</summary>
    /// <param name="holds">Whether the rule holds.</param>
    /// <param name="field">The input's path, as the contract writes it.</param>
    /// <param name="problem">What is wrong.</param>
    public bool Require(bool holds, string field, Problem problem)
    {
        if (!holds) _found.Add(new(field, problem));
        return holds;
    }

    /// <summary>Whether something was found wrong with this field, or with a part of it.</summary>
    /// <param name="field">Its path, as the contract writes it.</param>
    public bool Names(string field) => _found.Any(one => one.Field.StartsWith(field, StringComparison.Ordinal)
        && (one.Field.Length == field.Length || one.Field[field.Length] is '.' or '['));

    /// <summary>A text of bounded length, trimmed and in the form in which texts are kept. Control characters, which PostgreSQL or people cannot read, are refused.</summary>
    /// <param name="value">What came.</param>
    /// <param name="field">Its path.</param>
    /// <param name="max">Characters at most.</param>
    /// <param name="min">Characters at least.</param>
    public string Text(string? value, string field, int max, int min = 1)
    {
        var text = TextForm.Kept(value ?? "").Trim();
        if (text.Length < min) Require(false, field, text.Length == 0 ? Problem.Required : Problem.TooShort(min));
        else if (text.Length > max) Require(false, field, Problem.TooLong(max));
        else Require(!text.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t'), field, Problem.ControlCharacters);
        return text;
    }

    /// <summary>
    /// A text of one line, such as a name: whoever reads it in a mail or a list sees nothing that is not there. Joiners that some scripts
    /// need inside a word may stand there.
    /// </summary>
    /// <param name="value">What came.</param>
    /// <param name="field">Its path.</param>
    /// <param name="max">Characters at most.</param>
    /// <param name="min">Characters at least.</param>
    public string Line(string? value, string field, int max, int min = 1)
    {
        var line = Text(value, field, max, min);
        if (!Names(field)) Require(!HoldsInvisible(line), field, Problem.NotOneLine);
        return line;
    }

    private static bool HoldsInvisible(string line)
    {
        var before = default(Rune);
        foreach (var (at, rune) in line.EnumerateRunes().Index())
        {
            var isJoiner = rune.Value is 0x200C or 0x200D;
            var isInvisible = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
                UnicodeCategory.Format => !isJoiner || at == 0 || !IsVisible(before),
                // Letters and a symbol that look like nothing: the fillers of Korean, and the empty pattern of Braille.
                _ => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800,
            };
            if (isInvisible) return true;
            before = rune;
        }

        return before.Value is 0x200C or 0x200D;
    }

    private static bool IsVisible(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    /// <summary>A UUID in its canonical form.</summary>
    /// <param name="value">What came.</param>
    /// <param name="field">Its path.</param>
    public Guid Id(string? value, string field)
    {
        var ok = Guid.TryParseExact(value, "D", out var id);
        Require(ok, field, string.IsNullOrEmpty(value) ? Problem.Required : Problem.NotAnId);
        return id;
    }

    /// <summary>A UUID that is all there is to check in a request.</summary>
    /// <param name="value">What came.</param>
    /// <param name="field">Its path.</param>
    /// <exception cref="Fault">It is none.</exception>
    public static Guid OnlyId(string? value, string field)
    {
        var check = new Violations();
        var id = check.Id(value, field);
        check.ThrowIfAny();
        return id;
    }

    /// <summary>Many UUIDs in their canonical form, without repetition.</summary>
    /// <param name="values">What came.</param>
    /// <param name="field">Their path.</param>
    /// <param name="max">How many at most.</param>
    public Guid[] Ids(IReadOnlyCollection<string> values, string field, int max = MaxIds)
    {
        if (!Require(values.Count <= max, field, Problem.TooMany(max))) return [];
        return [.. values.Select(value => Id(value, field)).Distinct()];
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="value">What came.</param>
    /// <param name="field">Its path.</param>
    /// <param name="min">The least.</param>
    /// <param name="max">The most.</param>
    public int Range(int value, string field, int min, int max)
    {
        Require(value >= min && value <= max, field, Problem.OutOfRange(min, max));
        return value;
    }

    /// <summary>An amount of money in the shop's form.</summary>
    /// <param name="wire">What came.</param>
    /// <param name="field">Its path.</param>
    /// <param name="min">The least, in minor units.</param>
    public Money Amount(Google.Type.Money? wire, string field, long min = 0)
    {
        if (!Require(Money.TryFromProto(wire, out var money), field, WhyNoAmount(wire))) return default;
        var least = new Money(min, money.Currency);
        Require(money >= least, field, new("TOO_SMALL", $"must be at least {least}", ("min", least.ToString())));
        return money;
    }

    /// <summary>An amount that can be the price of something, in the shop's currency.</summary>
    /// <param name="wire">What came.</param>
    /// <param name="field">Its path.</param>
    /// <param name="currency">The shop's.</param>
    public Money Price(Google.Type.Money? wire, string field, Currency currency)
    {
        var price = Amount(wire, field);
        if (price.Currency is null) return price;
        if (!Require(price.Currency == currency.Code, field, Problem.WrongCurrency(currency.Code))) return price;
        var (most, step) = (price with { MinorUnits = currency.MaxPrice }, price with { MinorUnits = currency.Step });
        Require(price <= most, field, Problem.TooLarge(most));
        Require(price.MinorUnits % currency.Step == 0, field, Problem.NotAMultiple(step));
        return price;
    }

    private static Problem WhyNoAmount(Google.Type.Money? wire) => wire switch
    {
        null => Problem.Required,
        { CurrencyCode.Length: 3 } when IsUnknown(wire.CurrencyCode) => Problem.UnknownCurrency,
        _ => Problem.NotAnAmount,
    };

    private static bool IsUnknown(string code) => code.All(char.IsAsciiLetterUpper) && Currencies.Find(code) is null;

    /// <summary>Ends the RPC with INVALID_ARGUMENT if anything was found.</summary>
    /// <exception cref="Fault">Something was.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0) throw Fault.Invalid(_found);
    }
}
