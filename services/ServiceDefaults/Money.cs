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

    /// <summary>Digits after the decimal point, from ISO 4217's list: 2 unless it says otherwise.</summary>
    /// <param name="currency">ISO 4217 code.</param>
    public static int Exponent(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI"
            or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>Whether the text has the form of an ISO 4217 code.</summary>
    /// <param name="currency">What to look at.</param>
    public static bool IsCurrency(string? currency) => currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper);

    /// <summary>The amount as a decimal number of major units: 12.50.</summary>
    public decimal Amount => (decimal)MinorUnits / Scale(Currency);

    /// <summary>Reads an amount of major units, e.g. 12.50.</summary>
    /// <param name="amount">Major units.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="money">The amount, when it has no more digits than the currency and fits.</param>
    public static bool TryFromAmount(decimal amount, string? currency, out Money money)
    {
        money = default;
        if (!IsCurrency(currency) || Math.Abs(amount) > 1_000_000_000_000m) return false;
        var minor = amount * Scale(currency!);
        if (minor != decimal.Truncate(minor)) return false;
        money = new((long)minor, currency!);
        return true;
    }

    /// <summary>Reads the wire form; false when parts of a minor unit, mixed signs or a bad currency are in it.</summary>
    /// <param name="wire">What came over the wire, or null.</param>
    /// <param name="money">The amount.</param>
    public static bool TryFromProto(GoogleMoney? wire, out Money money)
    {
        money = default;
        if (wire is null || Math.Abs((decimal)wire.Nanos) >= NanosPerUnit) return false;
        if ((wire.Units > 0 && wire.Nanos < 0) || (wire.Units < 0 && wire.Nanos > 0)) return false;
        return TryFromAmount(wire.Units + ((decimal)wire.Nanos / NanosPerUnit), wire.CurrencyCode, out money);
    }

    /// <summary>Reads the wire form of an amount that another service of ours wrote.</summary>
    /// <param name="wire">What came over the wire.</param>
    /// <exception cref="FormatException">It is not an amount in whole minor units.</exception>
    public static Money FromProto(GoogleMoney wire) =>
        TryFromProto(wire, out var money) ? money : throw new FormatException("Not an amount in whole minor units.");

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

    private static long Scale(string currency) => Exponent(currency) switch { 0 => 1, 3 => 1000, _ => 100 };

    private long In(Money other) => Currency == other.Currency
        ? MinorUnits
        : throw new InvalidOperationException($"{Currency} does not mix with {other.Currency}.");

    private Money With(long minorUnits) => this with { MinorUnits = minorUnits };
}
