using CsCheck;
using GoogleMoney = Google.Type.Money;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class MoneyTests
{
    private const long Largest = long.MaxValue / 100;

    private static readonly Gen<string> Codes = Gen.Int[0, Currencies.All.Count - 1].Select(i =>
        Currencies.All[i].Code);

    private static readonly Gen<Money> Amounts =
        Gen.Select(Gen.Long[-Largest, Largest], Codes, (minor, currency) => new Money(minor, currency));

    private static readonly Gen<(Money Left, Money Right)> Pairs = Gen.Select(
        Gen.Long[-Largest, Largest], Gen.Long[-Largest, Largest], Codes,
        (left, right, currency) => (new Money(left, currency), new Money(right, currency)));

    [Test]
    public void Money_survives_the_wire() => Amounts.Sample(money => Money.FromProto(money.ToProto()) == money);

    [Test]
    public void Money_survives_being_written_as_a_number_of_major_units() =>
        Amounts.Sample(money => Money.TryFromAmount(money.Amount, money.Currency, out var read) && read == money);

    [Test]
    public void Wire_form_never_mixes_signs() =>
        Amounts.Sample(money => Math.Sign(money.ToProto().Units) * Math.Sign(money.ToProto().Nanos) >= 0);

    [Test]
    public void Adding_and_taking_away_come_back_to_the_start_and_order_is_that_of_the_amounts() => Pairs.Sample(pair =>
        pair.Left + pair.Right - pair.Right == pair.Left
        && pair.Left + pair.Right == pair.Right + pair.Left
        && (pair.Left < pair.Right) == (pair.Left.MinorUnits < pair.Right.MinorUnits)
        && (pair.Left >= pair.Right) != (pair.Left < pair.Right));

    [Test]
    public void So_many_of_an_amount_is_adding_it_so_often() => Gen.Select(Amounts, Gen.Int[0, 20]).Sample((money, times) =>
        money * times == Enumerable.Repeat(money, times).Aggregate(Money.Zero(money.Currency), (sum, each) => sum + each));

    [TestCase(12, 500_000_000, "USD", 12_50)]
    [TestCase(-1, -10_000_000, "USD", -1_01)]
    [TestCase(1250, 0, "JPY", 1250)]
    [TestCase(1, 1_000_000, "KWD", 1_001)]
    public void Wire_form_is_read_in_the_currency_s_minor_units(long units, int nanos, string currency, long minor) =>
        Money.FromProto(new GoogleMoney { Units = units, Nanos = nanos, CurrencyCode = currency }).ShouldBe(new Money(minor, currency));

    [TestCase(0, 1, "USD")]
    [TestCase(0, 1_000_000, "USD")]
    [TestCase(0, 10_000_000, "JPY")]
    [TestCase(0, 100_000, "KWD")]
    [TestCase(1, -10_000_000, "USD")]
    [TestCase(-1, 10_000_000, "USD")]
    [TestCase(0, 1_000_000_000, "USD")]
    [TestCase(0, int.MinValue, "USD")]
    [TestCase(long.MaxValue, 0, "USD")]
    [TestCase(long.MinValue, -1_000_000, "JPY")]
    [TestCase(1, 0, "usd")]
    [TestCase(1, 0, "")]
    [TestCase(1, 0, "DOLLAR")]
    public void Wire_form_that_is_no_amount_in_whole_minor_units_is_refused(long units, int nanos, string currency)
    {
        var wire = new GoogleMoney { Units = units, Nanos = nanos, CurrencyCode = currency };
        Money.TryFromProto(wire, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Money.FromProto(wire));
    }

    [Test]
    public void Wire_form_in_a_currency_that_is_not_charged_is_no_input_but_an_old_order_is_read()
    {
        var wire = new GoogleMoney { Units = 12, Nanos = 500_000_000, CurrencyCode = "ABC" };
        Money.TryFromProto(wire, out _).ShouldBeFalse();
        Money.TryFromAmount(12.5m, "ABC", out _).ShouldBeFalse();
        Money.FromProto(wire).ToString().ShouldBe("12.50 ABC");
    }

    [Test]
    public void More_digits_than_the_currency_has_are_refused() =>
        Gen.Select(Amounts, Gen.Int[1, 5], Gen.Int[1, 9]).Sample((money, places, digit) =>
    {
        var more = digit * (decimal)Math.Pow(10, -places) / (decimal)Currencies.Of(money.Currency).Scale;
        var small = money with { MinorUnits = money.MinorUnits % 1_000_000_000 };
        return !Money.TryFromAmount(small.Amount + more, money.Currency, out _);
    });

    [Test]
    public void No_amount_at_all_is_refused() => Money.TryFromProto(null, out _).ShouldBeFalse();

    [Test]
    public void Two_currencies_never_mix()
    {
        var (dollar, euro) = (new Money(1, "USD"), new Money(1, "EUR"));
        Should.Throw<InvalidOperationException>(() => dollar + euro);
        Should.Throw<InvalidOperationException>(() => dollar - euro);
        Should.Throw<InvalidOperationException>(() => dollar < euro);
        (dollar == euro).ShouldBeFalse();
    }

    [Test]
    public void Arithmetic_that_does_not_fit_throws()
    {
        var most = new Money(long.MaxValue, "USD");
        Should.Throw<OverflowException>(() => most + new Money(1, "USD"));
        Should.Throw<OverflowException>(() => most * 2);
    }

    [TestCase(12_50, "USD", "12.50 USD")]
    [TestCase(-5, "USD", "-0.05 USD")]
    [TestCase(1250, "JPY", "1250 JPY")]
    [TestCase(1_001, "KWD", "1.001 KWD")]
    public void Text_for_people_has_the_currency_s_digits(long minor, string currency, string text) =>
        new Money(minor, currency).ToString().ShouldBe(text);
}
