using System.Text.Json;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Http;
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

    [TestCase("12.4999999999999999999999999999999")]
    [TestCase("\"12.4999999999999999999999999999999\"")]
    [TestCase("79228162514264337593543950336")]
    [TestCase("1.25e1")]
    public void Decimal_from_a_literal_is_never_rounded(string literal) =>
        Decimals.CanParseLiteral(Literal(literal)).ShouldBeFalse();

    [TestCase("12.50", "12.50")]
    [TestCase("0.1", "0.1")]
    [TestCase("12", "12")]
    [TestCase("9223372036854775808", "9223372036854775808")]
    public void Decimal_from_a_number_among_the_variables_keeps_every_digit(string number, string written) =>
        Decimals.Serialize(Decimals.ParseValue(Variable(number))).ShouldBe(written);

    [TestCase("12.4999999999999999999999999999999")]
    [TestCase("12.5000000000000000000000000000001")]
    [TestCase("1e300")]
    [TestCase("1.25e1")]
    public void Decimal_from_a_number_among_the_variables_is_never_rounded(string number) =>
        Decimals.CanParseValue(Variable(number)).ShouldBeFalse();

    [TestCase("1,000")]
    [TestCase("1e3")]
    [TestCase(" 1")]
    [TestCase("")]
    [TestCase(true)]
    [TestCase(double.MaxValue)]
    [TestCase(12.5)]
    [TestCase("12.4999999999999999999999999999999")]
    [TestCase("0.00000000000000000000000000001")]
    [TestCase("79228162514264337593543950336")]
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

    private static object? Variable(string number)
    {
        using var map = JsonDocument.Parse($$"""{ "number": {{number}} }""");
        return JsonInputs.Read(map.RootElement)["number"];
    }

    private static GraphQLValue Literal(string text) =>
        Parser.Parse<GraphQLValue>(text);
}
