using CsCheck;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>The table of currencies, all of them.</summary>
internal sealed class CurrenciesTests
{
    /// <summary>Lines of an order, and units of a line.</summary>
    private const int MaxLines = 100;
    private const int MaxQuantity = 99;

    private static readonly Gen<Currency> Any = Gen.Int[0, Currencies.All.Count - 1].Select(i => Currencies.All[i]);

    private static IReadOnlyList<Currency> All => Currencies.All;

    [TestCase("USD", 12_50, 12_50)]
    [TestCase("JPY", 500, 500)]
    [TestCase("ISK", 5, 500)]
    [TestCase("UGX", 5, 500)]
    [TestCase("KWD", 5_120, 5_120)]
    [TestCase("MGA", 500_00, 500)]
    [TestCase("HUF", 10_45, 10_45)]
    [TestCase("TWD", 800_45, 800_45)]
    [TestCase("KRW", 1_000, 1_000)]
    public void Amount_has_the_form_that_Stripe_documents(string code, long ours, long stripes)
    {
        Currencies.Of(code).ToStripe(ours).ShouldBe(stripes);
        Currencies.Of(code).FromStripe(stripes).ShouldBe(ours);
    }

    [TestCase("USD", 50, 99_999_999)]
    [TestCase("GBP", 30, 99_999_999)]
    [TestCase("JPY", 50, 99_999_999)]
    [TestCase("HUF", 175_00, 9_999_999_999)]
    [TestCase("IDR", 50, 999_999_999_999)]
    [TestCase("ISK", 65, 999_999)]
    [TestCase("KWD", 160, 99_999_990)]
    [TestCase("MGA", 2_230_00, 99_999_999_00)]
    public void Charge_has_bounds(string code, long min, long max) =>
        (Currencies.Of(code).MinCharge, Currencies.Of(code).MaxCharge).ShouldBe((min, max));

    [TestCase("KWD", 10)]
    [TestCase("BHD", 10)]
    [TestCase("MGA", 100)]
    [TestCase("ISK", 1)]
    [TestCase("HUF", 1)]
    public void Charge_is_a_multiple_of_a_step(string code, long step) => Currencies.Of(code).Step.ShouldBe(step);

    [Test]
    public void Bounds_are_whole_steps_and_can_be_charged() => All.ShouldAllBe(currency => HasBounds(currency));

    [Test]
    public void Amount_in_steps_goes_to_Stripe_and_back_and_keeps_its_order() =>
        Gen.Select(Any, Gen.Long[0, 1_000_000_000], Gen.Long[0, 1_000_000_000]).Sample((currency, one, other) =>
        {
            var (a, b) = (one * currency.Step, other * currency.Step);
            return currency.FromStripe(currency.ToStripe(a)) == a
                && (a < b) == (currency.ToStripe(a) < currency.ToStripe(b));
        });

    [Test]
    public void Total_of_the_largest_order_fits_in_every_currency() => All.ShouldAllBe(currency => Fits(currency));

    [TestCase("JPY", 34.50, 5_200)]
    [TestCase("USD", 34.50, 34_50)]
    [TestCase("EUR", 34.50, 31_00)]
    [TestCase("ISK", 34.50, 4_500)]
    [TestCase("KWD", 34.50, 10_700)]
    public void Rough_price_is_rounded_as_prices_are_there(string code, decimal dollars, long minor) =>
        Currencies.Of(code).Rough(dollars).ShouldBe(new Money(minor, code));

    [Test]
    public void Rough_price_can_be_asked_and_charged_in_every_currency_and_dearer_is_not_cheaper() =>
        Gen.Select(Any, Gen.Int[100, 389_00], Gen.Int[100, 389_00]).Sample((currency, one, other) =>
        {
            var (a, b) = (currency.Rough(one / 100m), currency.Rough(other / 100m));
            var exact = one / 100m * currency.PerDollar;
            return a.IsPrice && currency.IsCharge(a.MinorUnits) && (one > other || a <= b)
                && (a.Amount <= exact * 1.1m) && (currency.PerDollar > 2_000 || a.Amount >= exact * 0.9m);
        });

    [TestCase("ABC")]
    [TestCase("usd")]
    [TestCase("XAU")]
    [TestCase("")]
    [TestCase(null)]
    public void Code_that_is_not_charged_is_none(string? code) => Currencies.Find(code).ShouldBeNull();

    private static bool HasBounds(Currency currency) =>
        currency.IsCharge(currency.MinCharge) && !currency.IsCharge(currency.MinCharge - currency.Step)
        && currency.IsCharge(currency.MaxCharge) && !currency.IsCharge(currency.MaxCharge + currency.Step)
        && currency.IsPrice(currency.MaxPrice) && !currency.IsPrice(currency.MaxPrice + currency.Step)
        && currency.IsPrice(0) && !currency.IsPrice(-currency.Step) && !currency.IsCharge(0);

    private static bool Fits(Currency currency)
    {
        var price = new Money(currency.MaxPrice, currency.Code);
        var line = price * MaxQuantity;
        var total = Enumerable.Repeat(line, MaxLines).Aggregate(price, (sum, one) => sum + one);
        return Money.TryFromProto(total.ToProto(), out var read) && read == total
            && Money.TryFromAmount(total.Amount, currency.Code, out read) && read == total;
    }
}
