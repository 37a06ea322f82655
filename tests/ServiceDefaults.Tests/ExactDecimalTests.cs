using System.Globalization;
using CsCheck;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class ExactDecimalTests
{
    [TestCase("12.50", 12.50)]
    [TestCase("-0.01", -0.01)]
    [TestCase("+3", 3)]
    [TestCase("007", 7)]
    [TestCase(".5", 0.5)]
    [TestCase("12.5000000000000000000000000000000000000000000000", 12.5)]
    [TestCase("00000000000000000000000000000000000000000000012", 12)]
    [TestCase("-0.000", 0)]
    public void Number_is_read(string text, decimal number)
    {
        ExactDecimal.TryRead(text, out var read).ShouldBeTrue();
        read.ShouldBe(number);
    }

    [TestCase("12.4999999999999999999999999999999")]
    [TestCase("12.5000000000000000000000000000001")]
    [TestCase("0.00000000000000000000000000001")]
    [TestCase("79228162514264337593543950335.4")]
    [TestCase("79228162514264337593543950336")]
    [TestCase("1e3")]
    [TestCase("1,000")]
    [TestCase(" 1")]
    [TestCase("")]
    [TestCase(null)]
    public void Number_that_would_be_rounded_and_what_is_none_are_refused(string? text) =>
        ExactDecimal.TryRead(text, out _).ShouldBeFalse();

    [Test]
    public void Every_decimal_is_read_as_it_is_written() => Gen.Decimal.Sample(number =>
        ExactDecimal.TryRead(number.ToString(CultureInfo.InvariantCulture), out var read) && read == number);

    [Test]
    public void Digits_beyond_what_a_decimal_holds_are_refused_however_many() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Int[29, 200], Gen.Int[1, 9]).Sample((units, zeros, last) =>
            !ExactDecimal.TryRead($"{units}.{new string('0', zeros)}{last}", out _)
                && ExactDecimal.TryRead($"{units}.{new string('0', zeros)}", out _));
}
