using CommerceKata.Gateway.Engine;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Tests;

internal sealed class ScalarTests
{
    private static readonly DecimalScalar Decimals = new();
    private static readonly DateTimeScalar Instants = new();

    [TestCase("12.50", "12.50")]
    [TestCase("-0.01", "-0.01")]
    [TestCase("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Decimal_from_a_string_keeps_every_digit(string text, string written) =>
        Decimals.Serialize(Decimals.ParseValue(text)).ShouldBe(written);

    [TestCase("12.50", "12.50")]
    [TestCase("12", "12")]
    [TestCase("\"12.50\"", "12.50")]
    public void Decimal_from_a_literal_keeps_every_digit(string literal, string written) =>
        Decimals.Serialize(Decimals.ParseLiteral(Literal(literal))).ShouldBe(written);

    [TestCase("1,000")]
    [TestCase("1e3")]
    [TestCase(" 1")]
    [TestCase("")]
    [TestCase(true)]
    [TestCase(double.MaxValue)]
    public void Decimal_from_anything_else_is_refused(object value) => Decimals.CanParseValue(value).ShouldBeFalse();

    [TestCase("2026-01-02T12:00:00Z", "2026-01-02T12:00:00Z")]
    [TestCase("2026-01-02T13:00:00.125+01:00", "2026-01-02T12:00:00.125Z")]
    public void DateTime_is_written_in_utc(string text, string written) => Instants.Serialize(Instants.ParseValue(text)).ShouldBe(written);

    [TestCase("2026-01-02T12:00:00")]
    [TestCase("2026-01-02")]
    [TestCase("yesterday")]
    public void DateTime_without_offset_is_refused(string text) => Instants.CanParseValue(text).ShouldBeFalse();

    [TestCase("USD", true)]
    [TestCase("usd", false)]
    [TestCase("US", false)]
    public void CurrencyCode_has_three_capitals(string text, bool good) => new CurrencyCodeScalar().CanParseValue(text).ShouldBe(good);

    [TestCase("0192f0c1-7f00-7000-8000-000000000001", true)]
    [TestCase("{0192f0c1-7f00-7000-8000-000000000001}", false)]
    [TestCase("1", false)]
    public void UUID_has_the_canonical_form(string text, bool good) => new UuidScalar().CanParseValue(text).ShouldBe(good);

    [Test]
    public void Null_is_null() => ((ScalarGraphType[])[Decimals, Instants, new CurrencyCodeScalar(), new UuidScalar()])
        .ShouldAllBe(scalar => scalar.ParseValue(null) == null && scalar.Serialize(null) == null);

    private static GraphQLValue Literal(string text) =>
        Parser.Parse<GraphQLValue>(text);
}
