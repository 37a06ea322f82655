using GoogleMoney = Google.Type.Money;

namespace CommerceKata.ServiceDefaults;

/// <summary>
/// An exact amount of money: whole minor units (cents) of one ISO 4217 currency.
/// Two currencies never mix: arithmetic across them throws.
/// </summary>
/// <param name="MinorUnits">The amount in the currency's smallest unit, e.g. 1250 for 12.50 USD.</param>
/// <param name="Currency">ISO 4217 code in capitals.</param>
public readonly record struct Money(long MinorUnits, string Currency) : IComparable<Money>
{
    private const int NanosPerUnit = 1_000_000_000;

    /// <summary>Nothing, in a currency.</summary>
    /// <param name="currency">ISO 4217 code.</param>
    public static Money Zero(string currency) => new(0, currency);

    /// <summary>
    /// Digits after the decimal point. Amounts of long ago, in a currency that is charged no more, have the usual 2.
    /// </summary>
    /// <param name="currency">ISO 4217 code.</param>
    public static int Exponent(string currency) => Currencies.Find(currency)?.Decimals ?? 2;

    /// <summary>The amount as a decimal number of major units: 12.50.</summary>
    public decimal Amount => (decimal)MinorUnits / Scale(Currency);

    /// <summary>
    /// Whether it can be the price of something: not too much, and in a currency and in steps that can be charged.
    /// </summary>
    public bool IsPrice => Currencies.Find(Currency)?.IsPrice(MinorUnits) == true;

    /// <summary>Reads an amount of major units, e.g. 12.50.</summary>
    /// <param name="amount">Major units.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="money">The amount, when it has no more digits than the currency and fits.</param>
    public static bool TryFromAmount(decimal amount, string? currency, out Money money)
    {
        money = default;
        if (Currencies.Find(currency) is not { Scale: var scale }) return false;
        if (Math.Abs(amount) > long.MaxValue / scale) return false;
        // Exact: what a product has too many digits for are the zeros that the scale brought in.
        var minor = amount * scale;
        if (minor != decimal.Truncate(minor)) return false;
        money = new((long)minor, currency!);
        return true;
    }

    /// <summary>
    /// Reads the wire form; false when parts of a minor unit, mixed signs or a currency that is not charged are in it.
    /// </summary>
    /// <param name="wire">What came over the wire, or null.</param>
    /// <param name="money">The amount.</param>
    public static bool TryFromProto(GoogleMoney? wire, out Money money) =>
        TryRead(wire, out money) && Currencies.Find(money.Currency) is not null;

    /// <summary>Reads the wire form of an amount that another service of ours wrote, perhaps long ago.</summary>
    /// <param name="wire">What came over the wire.</param>
    /// <exception cref="FormatException">It is not an amount in whole minor units.</exception>
    public static Money FromProto(GoogleMoney wire) =>
        TryRead(wire, out var money) ? money : throw new FormatException("Not an amount in whole minor units.");

    private static bool TryRead(GoogleMoney? wire, out Money money)
    {
        money = default;
        if (wire is not { CurrencyCode: { Length: 3 } code } || !code.All(char.IsAsciiLetterUpper)) return false;
        if (Math.Abs((long)wire.Nanos) >= NanosPerUnit) return false;
        if ((wire.Units > 0 && wire.Nanos < 0) || (wire.Units < 0 && wire.Nanos > 0)) return false;
        var (minor, rest) = Math.DivRem(wire.Nanos, NanosPerUnit / Scale(code));
        var all = ((Int128)wire.Units * Scale(code)) + minor;
        if (rest != 0 || all > long.MaxValue || all < long.MinValue) return false;
        money = new((long)all, code);
        return true;
    }

    /// <summary>The wire form.</summary>
    public GoogleMoney ToProto()
    {
        var (units, rest) = Math.DivRem(MinorUnits, Scale(Currency));
        return new GoogleMoney { CurrencyCode = Currency, Units = units, Nanos = (int)(rest * (NanosPerUnit / Scale(Currency))) };
    }

    /// <summary>Adds an amount of the same currency.</summary>
    public static Money operator +(Money left, Money right) => left.With(checked(left.MinorUnits + right.In(left)));

    /// <summary>Takes an amount of the same currency away.</summary>
    public static Money operator -(Money left, Money right) => left.With(checked(left.MinorUnits - right.In(left)));

    /// <summary>So many of them.</summary>
    public static Money operator *(Money unit, int quantity) => unit.With(checked(unit.MinorUnits * quantity));

    /// <summary>Less than, within one currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>More than, within one currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>At most, within one currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>At least, within one currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.In(this));

    /// <summary>For people: "12.50 USD".</summary>
    public override string ToString() =>
        Amount.ToString("F" + Exponent(Currency), System.Globalization.CultureInfo.InvariantCulture) + " " + Currency;

    private static long Scale(string currency) => Currencies.PowerOfTen(Exponent(currency));

    private long In(Money other) => Currency == other.Currency
        ? MinorUnits
        : throw new InvalidOperationException($"{Currency} does not mix with {other.Currency}.");

    private Money With(long minorUnits) => this with { MinorUnits = minorUnits };
}
