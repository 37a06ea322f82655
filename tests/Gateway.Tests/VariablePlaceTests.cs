using System.Text.Json;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;
using GraphQL.Types;

namespace CommerceKata.Gateway.Tests;

/// <summary>Variables stand only where their types fit; and what is no fit is said before anything runs.</summary>
internal sealed class VariablePlaceTests : OneDoorFixture
{
    private const string Misplaced = "VARIABLES_IN_ALLOWED_POSITION";
    private static readonly string[] Codes = [Misplaced, "INVALID_VALUE", "INVALID_LITERAL", "ARGUMENTS_OF_CORRECT_TYPE", "SYNTAX_ERROR", "INTERNAL"];
    private static readonly string[] Wrappings = ["{0}", "{0}!", "[{0}]", "[{0}]!", "[{0}!]", "[{0}!]!", "[[{0}]]", "[[{0}!]!]!"];

    [OneTimeSetUp]
    public void Refuse() => Shop.Otherwise = _ => throw Fault.Invalid("input", Problem.Required);

    [Test]
    public async Task Variable_of_every_shape_is_taken_at_every_place_where_it_fits_and_nowhere_else()
    {
        var (fits, misfits) = (0, 0);
        foreach (var place in InputPlaces.All)
        {
            var named = place.Type.GetNamedType();
            var other = named.Name is "Int" ? "String" : "Int";
            foreach (var declared in Wrappings.SelectMany(wrapping => (string[])[string.Format(null, wrapping, named.Name), string.Format(null, wrapping, other)]))
            {
                if (await CheckAsync(place, declared, "$v", $"{place.Type}", place.HasDefault)) fits++;
                else misfits++;
                if (Nullable(place.Type) is not ListGraphType list) continue;
                if (await CheckAsync(place, declared, "[$v]", $"{list.ResolvedType}", hasDefault: false)) fits++;
                else misfits++;
            }
        }

        fits.ShouldBeGreaterThan(200);
        misfits.ShouldBeGreaterThan(2_000);
    }

    // Types of the variable, of the list that it stands in and of its default; and what becomes of it.
    [TestCase("query($s: String) { products(where: { categorySlugs: [$s] }) { totalCount } }", "{}", Misplaced)]
    [TestCase("query($s: String = null) { products(where: { categorySlugs: [$s] }) { totalCount } }", "{}", Misplaced)]
    [TestCase("query($s: String = \"tea\") { products(where: { categorySlugs: [$s] }) { totalCount } }", "{}", null)]
    [TestCase("query($s: String = \"tea\") { products(where: { categorySlugs: [$s] }) { totalCount } }", "{'s':null}", "INVALID_VALUE")]
    [TestCase("query($s: String = \"tea\") { ...F } fragment F on Query { products(where: { categorySlugs: [\"a\", $s] }) { totalCount } }", "{'s':null}", "INVALID_VALUE")]
    [TestCase("query($s: String!) { products(where: { categorySlugs: [$s, \"b\"] }) { totalCount } }", "{'s':null}", "INVALID_VALUE")]
    [TestCase("query($s: [String] = [\"a\"]) { products(where: { categorySlugs: $s }) { totalCount } }", "{}", Misplaced)]
    [TestCase("query($s: [String!]) { products(where: { categorySlugs: $s }) { totalCount } }", "{'s':['a',null]}", "INVALID_VALUE")]
    [TestCase("query($s: [String!]) { products(where: { categorySlugs: $s }) { totalCount } }", "{'s':'a'}", null)]
    [TestCase("query($s: [String!]) { products(where: { categorySlugs: $s }) { totalCount } }", "{'s':null}", null)]
    [TestCase("query($s: [Int]) { products(where: { categorySlugs: $s }) { totalCount } }", "{'s':[1]}", Misplaced)]
    [TestCase("query($s: [Int]) { ...F } fragment F on Query { products(where: { categorySlugs: $s }) { totalCount } }", "{}", Misplaced)]
    [TestCase("query($w: ProductFilter = {categorySlugs: [null]}) { products(where: $w) { totalCount } }", "{}", "DEFAULT_VALUES_OF_CORRECT_TYPE")]
    [TestCase("{ products(where: { categorySlugs: [\"a\", null] }) { totalCount } }", "{}", "ARGUMENTS_OF_CORRECT_TYPE")]
    [TestCase("query($q: Int = 2) { shippingOptions(address: {name: \"x\", line1: \"x\", city: \"x\", postalCode: \"x\", countryCode: \"GB\"}, lines: { productId: \"x\", quantity: $q }) { id } }", "{'q':null}", "INVALID_VALUE")]
    [TestCase("query($b: Boolean) { __typename @skip(if: $b) }", "{}", Misplaced)]
    [TestCase("query($b: Boolean = true) { __typename @skip(if: $b) }", "{}", null)]
    [TestCase("query($b: Boolean = true) { __typename @skip(if: $b) }", "{'b':null}", "INVALID_VALUE")]
    [TestCase("query($n: Int) { __type(name: $n) { name } }", "{}", Misplaced)]
    [TestCase("mutation($n: Int) { addToCart(input: { productId: \"x\", quantity: $n }) { __typename } }", "{}", null)]
    [TestCase("mutation($n: Int) { addToCart(input: { productId: \"x\", quantity: $n }) { __typename } }", "{'n':null}", "INVALID_VALUE")]
    public async Task Default_stands_in_for_what_is_left_out_and_not_for_null(string document, string variables, string? code)
    {
        // The second time the document is known.
        for (var time = 0; time < 2; time++)
        {
            var answer = await Door.AskAsync(document, JsonDocument.Parse(variables.Replace('\'', '"')).RootElement);
            answer.Errors.Select(error => error.Code).Where(Codes.Append("DEFAULT_VALUES_OF_CORRECT_TYPE").Contains)
                .ShouldBe(code is null ? [] : [code], $"{document} {answer.Body}");
            if (code is Misplaced) answer.Errors.Single().Message.ShouldContain($"'${document[(document.IndexOf('$') + 1)..document.IndexOf(':')]}'");
        }
    }

    /// <summary>Asks, and says whether the variable should fit.</summary>
    private async Task<bool> CheckAsync(InputPlace place, string declared, string value, string expected, bool hasDefault)
    {
        var document = place.Write($"($v: {declared})", value);
        var type = Shaped(place.Type.GetNamedType(), declared);
        var fits = type is not null && Fits(declared, expected, hasDefault);
        var answer = await Door.AskAsync(document, type is null ? null : new { v = InputPlaces.Value(type) });
        var found = answer.Errors.Select(error => error.Code).Where(Codes.Contains);
        if (fits) found.ShouldBeEmpty($"{place.Name} {document} {answer.Body}");
        else
        {
            found.ShouldBe([Misplaced], $"{place.Name} {document} {answer.Body}");
            answer.Errors[0].Message.ShouldBe($"Variable '$v' of type '{declared}' used in position expecting type '{expected}'.");
        }

        return fits;
    }

    /// <summary>Whether a type as written fits another, without a default of the variable.</summary>
    private static bool Fits(string variable, string place, bool hasDefault)
    {
        if (place.EndsWith('!') && !variable.EndsWith('!') && !hasDefault) return false;
        (variable, place) = (variable.TrimEnd('!'), place.TrimEnd('!'));
        return place.StartsWith('[') && variable.StartsWith('[') ? Fits(variable[1..^1], place[1..^1], hasDefault: false) : variable == place;
    }

    private static IGraphType? Shaped(IGraphType named, string declared) =>
        declared.EndsWith('!') ? Shaped(named, declared[..^1]) is { } required ? new NonNullGraphType(required) : null
        : declared.StartsWith('[') ? Shaped(named, declared[1..^1]) is { } item ? new ListGraphType(item) : null
        : declared == named.Name ? named : null;

    private static IGraphType Nullable(IGraphType type) => type is NonNullGraphType required ? required.ResolvedType! : type;
}
