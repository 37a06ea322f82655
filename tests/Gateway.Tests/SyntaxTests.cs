using System.Text.Json;
using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Tests;

/// <summary>Documents and values, read as the GraphQL specification of September 2025 has them.</summary>
internal sealed class SyntaxTests : OneDoorFixture
{
    private const string Refusal = "search is required";

    // What the Catalog is asked to look for.
    private string? _search;
    private int _first;

    [OneTimeSetUp]
    public void Listen()
    {
        Shop.Otherwise = _ => throw Fault.Invalid("input", Problem.Required);
        Shop.On<ListProductsRequest>(request =>
        {
            (_search, _first) = (request.Search, request.Page.First);
            throw Fault.Invalid("search", Problem.Required);
        });
    }

    [TestCase("1", 1)]
    [TestCase("1.0", 1)]
    [TestCase("1e0", 1)]
    [TestCase("10e-1", 1)]
    [TestCase("-2.000", -2)]
    [TestCase("2147483647.0", 2147483647)]
    [TestCase("-2147483648e0", -2147483648)]
    [TestCase("1.5", null)]
    [TestCase("15e-1", null)]
    [TestCase("2147483648", null)]
    [TestCase("2147483648.0", null)]
    [TestCase("-2147483649e0", null)]
    [TestCase("1e300", null)]
    [TestCase("\"1\"", null)]
    [TestCase("true", null)]
    public async Task Int_variable_is_any_whole_number_of_32_bits(string json, int? read)
    {
        var answer = await Door.AskAsync("query($n: Int) { products(first: $n) { __typename } }", JsonDocument.Parse($"{{\"n\":{json}}}").RootElement);
        if (read is null) answer.Errors.Single().Code.ShouldBe("INVALID_VALUE");
        else (answer.Errors.Single().Message, _first).ShouldBe((Refusal, read.Value));
    }

    [TestCase("{ products(first:1order:NEWEST) { __typename } }", 19)]
    [TestCase("{ products(first: 1_) { __typename } }", 20)]
    [TestCase("{ products(first: 1.) { __typename } }", 21)]
    [TestCase("{ products(first: 1.5.5) { __typename } }", 22)]
    [TestCase("{ products(first: 1e5x) { __typename } }", 22)]
    [TestCase("{ products(first: 0xF1) { __typename } }", 20)]
    [TestCase("{ products(first: 01) { __typename } }", 20)]
    [TestCase("{ nodes(ids: [1\"\"]) { id } a(b: 1a) }", 34)]
    public async Task Number_ends_before_a_name_or_a_dot(string document, int column) => await ShouldBeAtAsync(document, 1, column);

    [TestCase("type X { a: Int } { __typename }")]
    [TestCase("{ __typename } type X { a: Int }")]
    [TestCase("{ __typename } \"described\" scalar X")]
    [TestCase("{ __typename } directive @x on FIELD")]
    [TestCase("{ __typename } extend type Query { a: Int }")]
    [TestCase("schema { query: Query }")]
    public async Task Types_are_not_declared_in_a_request(string document)
    {
        var error = (await Door.AskAsync(document)).Errors.Single();
        (error.Code, error.Message).ShouldBe(("EXECUTABLE_DEFINITIONS", "A request holds operations and fragments, and declares no types or directives."));
    }

    [TestCase("subscription { orderChanged(id: \"x\") @skip(if: false) { id } }", "SUBSCRIPTION_ROOT_DIRECTIVE")]
    [TestCase("subscription($b: Boolean!) { orderChanged(id: \"x\") @include(if: $b) { id } }", "SUBSCRIPTION_ROOT_DIRECTIVE")]
    [TestCase("subscription { ... @include(if: true) { orderChanged(id: \"x\") { id } } }", "SUBSCRIPTION_ROOT_DIRECTIVE")]
    [TestCase("subscription { ...F @skip(if: false) } fragment F on Subscription { orderChanged(id: \"x\") { id } }", "SUBSCRIPTION_ROOT_DIRECTIVE")]
    [TestCase("subscription { ...F } fragment F on Subscription { ...G } fragment G on Subscription { orderChanged(id: \"x\") @skip(if: false) { id } }", "SUBSCRIPTION_ROOT_DIRECTIVE")]
    [TestCase("subscription { ...F } fragment F on Subscription { ...G } fragment G on Subscription { a: orderChanged(id: \"x\") { id } b: orderChanged(id: \"x\") { id } }", "SINGLE_ROOT_FIELD_SUBSCRIPTIONS")]
    [TestCase("subscription { orderChanged(id: \"x\") { id } __typename }", "SINGLE_ROOT_FIELD_SUBSCRIPTIONS")]
    [TestCase("subscription { __typename }", "SINGLE_ROOT_FIELD_SUBSCRIPTIONS")]
    [TestCase("subscription { orderChanged(id: \"x\") { id @skip(if: true) number } }", "KIND_NOT_ALLOWED")]
    [TestCase("subscription { ...F } fragment F on Subscription { orderChanged(id: \"x\") { id } }", "KIND_NOT_ALLOWED")]
    public async Task Subscription_has_one_root_field_whatever_the_variables_are(string document, string code) =>
        (await Door.AskAsync(document, document.Contains('$') ? new { b = true } : null)).Errors.Single().Code.ShouldBe(code);

    [TestCase(@"\u{2d}", "-")]
    [TestCase(@"\u{2D}a", "-a")]
    [TestCase(@"a\u{1F600}b", "a😀b")]
    [TestCase(@"\u{10FFFF}", "\U0010FFFF")]
    [TestCase(@"\u{000000000041}", "A")]
    [TestCase(@"\u{22}\u{5c}\u{2f}", "\"\\/")]
    [TestCase(@"\u{41}\n\t\""\\\/\u0042", "A\n\t\"\\/B")]
    [TestCase(@"\u{41}\uD83D\uDE00", "A😀")]
    [TestCase(@"\\u{41}", @"\u{41}")]
    [TestCase(@"é\u{e9}", "éé")]
    public async Task Escape_of_any_length_is_read(string written, string read)
    {
        foreach (var document in (string[])[
            $"{{ products(search: \"{written}\") {{ __typename }} }}",
            $"query($s: String = \"{written}\") {{ products(search: $s) {{ __typename }} }}"])
        {
            (await Door.AskAsync(document)).Errors.Single().Message.ShouldBe(Refusal);
            _search.ShouldBe(read);
        }
    }

    [Test]
    public async Task Block_string_has_no_such_escapes()
    {
        (await Door.AskAsync("{ products(search: \"\"\"\\u{41} \\\"\"\" \\u{zz}\"\"\") { __typename } }")).Errors.Single().Message.ShouldBe(Refusal);
        _search.ShouldBe("\\u{41} \"\"\" \\u{zz}");
    }

    [Test]
    public async Task Comment_holds_anything()
    {
        (await Door.AskAsync("# C:\\data \\u{ \" \"\"\"\n{ products(search: \"a\") { __typename } } # \\")).Errors.Single().Message.ShouldBe(Refusal);
        _search.ShouldBe("a");
    }

    [TestCase(@"\u{}")]
    [TestCase(@"\u{41")]
    [TestCase(@"\u{4 1}")]
    [TestCase(@"\u{g}")]
    [TestCase(@"\u{D800}")]
    [TestCase(@"\u{DFFF}")]
    [TestCase(@"\u{D83D}\u{DE00}")]
    [TestCase(@"\u{110000}")]
    [TestCase(@"\u{FFFFFFFFFF}")]
    [TestCase(@"\u{FFFFFFFF}")]
    public async Task Escape_that_stands_for_no_character_is_refused_where_it_stands(string written)
    {
        await ShouldBeAtAsync($"{{\n  products(search: \"{written}\") {{ __typename }} }}", 2, 21);
    }

    [TestCase(@"\u{41}\uD800")]
    [TestCase(@"\uDE00\u{41}")]
    [TestCase(@"\uD83D\u0041")]
    public async Task Half_of_a_pair_is_refused_beside_other_escapes(string written) =>
        (await Door.AskAsync($"{{ products(search: \"{written}\") {{ __typename }} }}")).Errors.Single().Message.ShouldBe("A string holds half of a surrogate pair.");

    [TestCase("\"What it is for.\" query Q { products { __typename } }")]
    [TestCase("\"\"\"\nWhat\nit is for.\n\"\"\" query Q { products { ...F } } \"of it\" # and more\n fragment F on ProductConnection { __typename }")]
    [TestCase("query Q(\"how many\" $n: Int = 1, \"\"\"what\"\"\" $s: String = \"x\" \"which\" $o: ProductOrder) { products(first: $n, search: $s, order: $o) { __typename } }")]
    [TestCase("# first\n\"with \\u{41} and \\\" in it\"\nquery { products { __typename } }")]
    public async Task Descriptions_of_operations_fragments_and_variables_are_skipped(string document) =>
        (await Door.AskAsync(document)).Errors.Single().Message.ShouldBe(Refusal);

    [TestCase("\"a\" { __typename }", 1, 1)]
    [TestCase("\"a\" \"b\" query { __typename }", 1, 1)]
    [TestCase("\"a\"\nquery Q {\n  products(first: 1x) { __typename } }", 3, 20)]
    [TestCase("query($n: Int = 1 \"a\") { __typename }", 1, 19)]
    [TestCase("{ \"a\" __typename }", 1, 3)]
    [TestCase("{ products(\"a\" first: 1) { __typename } }", 1, 12)]
    public async Task Other_descriptions_are_errors_at_their_place(string document, int line, int column) => await ShouldBeAtAsync(document, line, column);

    [Test]
    public async Task Places_in_errors_are_those_of_the_text_that_came()
    {
        var answer = await Door.AskAsync("\"\"\"\nlong\n\"\"\"\nquery {\n  a: products(search: \"\\u{1F600}\") { __typename } nonsense }");
        Place(answer).ShouldBe((5, 51));
    }

    private async Task ShouldBeAtAsync(string document, int line, int column)
    {
        var answer = await Door.AskAsync(document);
        answer.Errors.Single().Code.ShouldBe("SYNTAX_ERROR", answer.Body.ToString());
        Place(answer).ShouldBe((line, column), answer.Body.ToString());
    }

    private static (int Line, int Column) Place(Answer answer)
    {
        var place = answer.Errors.Single().Error.GetProperty("locations")[0];
        return (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32());
    }
}
