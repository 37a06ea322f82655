using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceKata.Gateway.Engine;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Tests;

/// <summary>Values of every wrong kind, at every place: what is said of them names no type of the program.</summary>
internal sealed partial class PlainErrorTests : OneDoorFixture
{
    private static readonly string[] Literals =
        ["5", "-1", "5.5", "1e3", "99999999999999999999", "\"text\"", "\"\"", "true", "NOWHERE", "null", "[]", "[5]", "[null]", "[[\"x\"]]", "{}", "{a: 1}", "[{a: [1]}]"];

    private static readonly string[] Values =
        ["5", "-1", "5.5", "1e3", "1e300", "99999999999999999999", "\"text\"", "\"\"", "true", "null", "[]", "[5]", "[null]", "[[\"x\"]]", "{}", "{\"a\":1}", "[{\"a\":[1]}]"];

    [OneTimeSetUp]
    public void Refuse() => Shop.Otherwise = _ => throw Fault.Invalid("input", Problem.Required);

    [Test]
    public async Task Literal_of_every_kind_at_every_place_is_answered_in_plain_words()
    {
        foreach (var place in InputPlaces.All)
        {
            foreach (var literal in Literals) Check(await Door.AskAsync(place.Write("", literal)), $"{place.Name}: {literal}");
        }
    }

    [Test]
    public async Task Variable_of_every_kind_at_every_place_is_answered_in_plain_words()
    {
        foreach (var place in InputPlaces.All)
        {
            var document = place.Write($"($v: {place.Type})", "$v");
            foreach (var value in Values) Check(await Door.AskAsync(document, JsonDocument.Parse($"{{\"v\":{value}}}").RootElement), $"{place.Name}: {value}");
        }
    }

    [TestCase("{ node(id: 99999999999999999999999) { id } }", "INVALID_INPUT")]
    [TestCase("{ nodes(ids: [1, 2.5]) { id } }", "ARGUMENTS_OF_CORRECT_TYPE")]
    [TestCase("mutation { addToCart(input: { productId: 5, quantity: 1 }) { errors { __typename } } }", null)]
    public async Task Id_that_is_a_number_is_an_id_of_nothing(string document, string? code) =>
        (await Door.AskAsync(document)).Errors.Select(error => error.Code).ShouldBe(code is null ? [] : [code]);

    [TestCase("Could not find conversion from 'CommerceKata.Gateway.Engine.X' to 'System.String'", "A value does not have the type that is expected there.")]
    [TestCase("Argument 'a' has an invalid value. Could not find conversion from 'System.Int32'", "Argument 'a' has an invalid value.")]
    [TestCase("Cannot query field 'a' on type 'System'.", "Cannot query field 'a' on type 'System'.")]
    public void Words_of_the_engine_that_name_a_type_of_the_program_are_left_out(string said, string told) =>
        PlainError.Of(new GraphQL.Validation.ValidationError(said)).Message.ShouldBe(told);

    [Test]
    public void Words_of_an_exception_are_left_out() =>
        PlainError.Of(new GraphQL.Validation.ValidationError("Invalid literal for argument 'a' of field 'b'. Boom.", new InvalidOperationException("Boom.")))
            .Message.ShouldBe("Invalid literal for argument 'a' of field 'b'.");

    private static void Check(Answer answer, string about)
    {
        foreach (var error in answer.Errors)
        {
            TypeName().IsMatch(error.Message).ShouldBeFalse($"{about}: {error.Message}");
            error.Code.ShouldNotBe("INTERNAL", about);
        }
    }

    [GeneratedRegex(@"\b(System|CommerceKata|Commerce|GraphQL|Google|Grpc|Microsoft)\.\w|\b(Int32|Int64|BigInteger|DateTimeOffset|Guid|Object|Dictionary|IList|IEnumerable|IReadOnlyList)\b|`\d")]
    private static partial Regex TypeName();
}
