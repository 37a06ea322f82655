using System.Collections.Frozen;
using System.Globalization;

namespace CommerceKata.ServiceDefaults;

/// <summary>
/// A currency that Stripe charges, and its rules. Amounts are in our minor units: the decimal places that people write,
/// by ISO 4217.
/// </summary>
/// <param name="Code">ISO 4217, in capitals.</param>
/// <param name="Decimals">Decimal places for people.</param>
/// <param name="StripeDecimals">Decimal places of Stripe's form of an amount, which only <c>StripeGateway</c> writes
/// and reads.</param>
/// <param name="Step">Every charge and refund is a multiple of it, and so is every price.</param>
/// <param name="MinCharge">The least that can be charged, beside nothing at all.</param>
/// <param name="MaxCharge">The most that can be charged at once.</param>
/// <param name="MaxPrice">The highest price: no order of such prices is too large to be counted.</param>
/// <param name="PerDollar">Roughly what a dollar costs: for prices of the demo shop.</param>
public sealed record Currency(
    string Code, int Decimals, int StripeDecimals, long Step, long MinCharge, long MaxCharge, long MaxPrice,
    decimal PerDollar)
{
    /// <summary>
    /// A shop's dearest goods by default, and their delivery, in dollars: they can be bought in every currency.
    /// </summary>
    private const int DearestDollars = 500;

    /// <summary>Minor units of one major unit.</summary>
    public long Scale => Currencies.PowerOfTen(Decimals);

    /// <summary>What an amount looks like, in digits: 12.50.</summary>
    public string Example => Rough(12.50m).Amount.ToString("F" + Decimals, CultureInfo.InvariantCulture);

    private long StripeScale => Currencies.PowerOfTen(StripeDecimals);

    /// <summary>Whether it can be the price of a product or of a delivery.</summary>
    /// <param name="minorUnits">The amount.</param>
    public bool IsPrice(long minorUnits) => minorUnits >= 0 && minorUnits <= MaxPrice && minorUnits % Step == 0;

    /// <summary>Whether it can be charged. Nothing at all needs no charge.</summary>
    /// <param name="minorUnits">The amount.</param>
    public bool IsCharge(long minorUnits) =>
        minorUnits >= MinCharge && minorUnits <= MaxCharge && minorUnits % Step == 0;

    /// <summary>An amount in Stripe's form.</summary>
    /// <param name="minorUnits">In ours: a multiple of <see cref="Step"/>.</param>
    public long ToStripe(long minorUnits) => checked(minorUnits * StripeScale) / Scale;

    /// <summary>An amount in our form.</summary>
    /// <param name="amount">In Stripe's.</param>
    public long FromStripe(long amount) => checked(amount * Scale) / StripeScale;

    /// <summary>
    /// Roughly so many dollars, as a price looks in this currency: 34.50 USD are 5,200 JPY. Where such prices would
    /// come to more than can
    /// be charged, they are lower.
    /// </summary>
    /// <param name="dollars">More than 0, or nothing.</param>
    public Money Rough(decimal dollars)
    {
        if (Code == "USD") return new((long)(dollars * Scale), Code);
        var exact = dollars * Math.Min(PerDollar, (decimal)MaxCharge / Scale / DearestDollars) * Scale;
        long grain = Step;
        while (grain * 10 <= exact / 30) grain *= 10;
        return new((long)Math.Round(exact / grain, MidpointRounding.AwayFromZero) * grain, Code);
    }
}

/// <summary>
/// All currencies that Stripe charges, in one place. Source: docs.stripe.com/currencies, of which each list here is
/// one; the decimal
/// places for people are ISO 4217's.
/// </summary>
public static class Currencies
{
    /// <summary>An amount of Stripe's has at most so many digits, unless <see cref="Digits"/> says otherwise.</summary>
    private const int UsualDigits = 8;

    /// <summary>No card is charged an amount with more digits, whatever the currency.</summary>
    private const int MostDigits = 12;

    /// <summary>Each currency, and roughly what a dollar costs in it.</summary>
    private const string Charged = """
        AED=3.67 AFN=70 ALL=90 AMD=390 ANG=1.8 AOA=910 ARS=1400 AUD=1.5 AWG=1.8 AZN=1.7 BAM=1.7 BBD=2 BDT=120 BHD=0.38
        BIF=2900 BMD=1 BND=1.3 BOB=6.9 BRL=5.5 BSD=1 BWP=13.5 BYN=3.2 BZD=2 CAD=1.4 CDF=2800 CHF=0.85 CLP=950 CNY=7.2
        COP=4000 CRC=510 CVE=95 CZK=21 DJF=178 DKK=6.5 DOP=62 DZD=130 EGP=48 ETB=150 EUR=0.9 FJD=2.3 FKP=0.75 GBP=0.75
        GEL=2.7 GIP=0.75 GMD=72 GNF=8700 GTQ=7.7 GYD=209 HKD=7.8 HNL=26 HTG=130 HUF=340 IDR=16500 ILS=3.4 INR=88 ISK=130
        JMD=160 JOD=0.71 JPY=150 KES=129 KGS=87 KHR=4000 KMF=425 KRW=1400 KWD=0.31 KYD=0.83 KZT=530 LAK=21600 LBP=89500
        LKR=300 LRD=182 LSL=17.5 MAD=9.1 MDL=17 MGA=4450 MKD=53 MMK=2100 MNT=3590 MOP=8 MUR=45.5 MVR=15.4 MWK=1734
        MXN=18.5 MYR=4.2 MZN=64 NAD=17.5 NGN=1480 NIO=36.8 NOK=10 NPR=141 NZD=1.7 OMR=0.38 PAB=1 PEN=3.5 PGK=4.2 PHP=58
        PKR=281 PLN=3.7 PYG=7100 QAR=3.64 RON=4.4 RSD=101 RUB=80 RWF=1450 SAR=3.75 SBD=8.2 SCR=14 SEK=9.5 SGD=1.3
        SHP=0.75 SLE=23 SOS=571 SRD=38 STD=21000 SZL=17.5 THB=32.5 TJS=9.3 TND=2.9 TOP=2.4 TRY=42 TTD=6.8 TWD=31
        TZS=2450 UAH=42 UGX=3500 USD=1 UYU=40 UZS=12100 VND=26300 VUV=120 WST=2.7 XAF=560 XCD=2.7 XOF=560 XPF=102
        YER=239 ZAR=17.3 ZMW=22
        """;

    /// <summary>Decimal places for people that are not two.</summary>
    private const string PeoplesDecimals = """
        BIF=0 CLP=0 DJF=0 GNF=0 ISK=0 JPY=0 KMF=0 KRW=0 PYG=0 RWF=0 UGX=0 VND=0 VUV=0 XAF=0 XOF=0 XPF=0 BHD=3 JOD=3
        KWD=3 OMR=3 TND=3
        """;

    /// <summary>
    /// Decimal places of Stripe's form that are others than people's: hundredths of a króna and a shilling, whole
    /// ariary.
    /// </summary>
    private const string StripesDecimals = "ISK=2 UGX=2 MGA=0";

    /// <summary>
    /// Steps that are not one minor unit. Of three decimal places the last is 0; an ariary is not divided. (That Stripe
    /// pays HUF and TWD out
    /// in whole units does not concern charges.)
    /// </summary>
    private const string Steps = "BHD=10 JOD=10 KWD=10 OMR=10 TND=10 MGA=100";

    /// <summary>
    /// The least charge in major units, for an account that settles in the same currency. For a currency without one
    /// Stripe asks for as much
    /// as the account's own currency wants: half a dollar, roughly.
    /// </summary>
    private const string Least = """
        USD=0.50 AED=2.00 ARS=0.50 AUD=0.50 BRL=0.50 CAD=0.50 CHF=0.50 COP=0.50 CZK=15.00 DKK=2.50 EUR=0.50 GBP=0.30
        HKD=4.00 HUF=175.00 IDR=0.50 ILS=0.50 INR=0.50 JPY=50 KRW=50 MXN=10 MYR=2.00 NOK=3.00 NZD=0.50 PHP=0.50 PLN=2.00
        RON=2.00 RUB=0.50 SEK=3.00 SGD=0.50 THB=10 ZAR=0.50
        """;

    /// <summary>
    /// Digits of the largest charge in Stripe's form. JPY has ten too, but with JCB, Diners Club and Discover eight.
    /// </summary>
    private const string Digits = "IDR=12 LBP=11 COP=10 HUF=10 INR=9";

    private static readonly FrozenDictionary<string, Currency> ByCode = Make();

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. ByCode.Values.OrderBy(currency =>
        currency.Code, StringComparer.Ordinal)];

    /// <summary>The currency of a code; null for one that Stripe does not charge.</summary>
    /// <param name="code">ISO 4217, in capitals.</param>
    public static Currency? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The currency of a code that was checked before.</summary>
    /// <param name="code">ISO 4217, in capitals.</param>
    /// <exception cref="ArgumentException">Stripe does not charge it.</exception>
    public static Currency Of(string code) =>
        Find(code) ?? throw new ArgumentException($"\"{code}\" is no currency that can be charged.");

    internal static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--) power *= 10;
        return power;
    }

    private static FrozenDictionary<string, Currency> Make()
    {
        var (people, stripe, steps, least, digits) = (
            Read(PeoplesDecimals), Read(StripesDecimals), Read(Steps), Read(Least), Read(Digits));
        return Read(Charged).Select(pair => Make(pair.Key, pair.Value)).ToFrozenDictionary(currency => currency.Code);

        Currency Make(string code, decimal perDollar)
        {
            var decimals = (int)people.GetValueOrDefault(code, 2);
            var stripes = (int)stripe.GetValueOrDefault(code, decimals);
            var step = (long)steps.GetValueOrDefault(code, 1);
            var bare = new Currency(code, decimals, stripes, step, 0, long.MaxValue, long.MaxValue, perDollar);
            var half = Math.Max(bare.Rough(0.5m).MinorUnits, step);
            return bare with
            {
                MinCharge = least.TryGetValue(code, out var min) ? (long)(min * bare.Scale) : half,
                MaxCharge = Most(bare, (int)digits.GetValueOrDefault(code, UsualDigits)),
                MaxPrice = Most(bare, MostDigits),
            };
        }
    }

    private static long Most(Currency currency, int digits)
    {
        var most = currency.FromStripe(PowerOfTen(digits) - 1);
        return most - (most % currency.Step);
    }

    private static Dictionary<string, decimal> Read(string list) => list
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => decimal.Parse(pair[1], CultureInfo.InvariantCulture));
}
