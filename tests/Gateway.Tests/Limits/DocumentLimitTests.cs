namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>Documents that are larger or deeper than anybody needs.</summary>
internal sealed class DocumentLimitTests : OneDoorFixture
{
    private const string Introspection =
        "{ __schema { types { name fields { args { type { ...T } } type { ...T } } } } } fragment T on __Type { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { name } } } } } } } }";

    protected override string[] Settings =>
        ["GraphQL:MaxDepth=4", "GraphQL:MaxAliases=3", "GraphQL:MaxRootFields=4", "GraphQL:MaxDirectives=3", "GraphQL:MaxFragments=3", "GraphQL:MaxTokens=300"];

    [TestCase("{ me { orders { nodes { id } } } }", null)]
    [TestCase("{ me { orders { nodes { total { amount } } } } }", "DEPTH_EXCEEDED")]
    [TestCase("{ ...A } fragment A on Query { me { orders { ...B } } } fragment B on OrderConnection { nodes { ... on Order { total { amount } } } }", "DEPTH_EXCEEDED")]
    [TestCase("query Fine { __typename } query Deep { me { orders { nodes { total { amount } } } } }", "DEPTH_EXCEEDED")]
    [TestCase(Introspection, null)]
    [TestCase("{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "DEPTH_EXCEEDED")]
    [TestCase("{ a: __typename b: __typename c: __typename }", null)]
    [TestCase("{ a: __typename b: __typename c: __typename d: __typename }", "TOO_MANY_ALIASES")]
    [TestCase("{ a: __typename b: __typename ...F } fragment F on Query { c: __typename d: __typename }", "TOO_MANY_ALIASES")]
    [TestCase("{ __typename __typename __typename __typename }", null)]
    [TestCase("{ __typename __typename __typename ...F } fragment F on Query { __typename __typename }", "TOO_MANY_ROOT_FIELDS")]
    [TestCase("{ __typename @skip(if: true) @include(if: false) ... @include(if: true) { __typename } }", null)]
    [TestCase("{ __typename @skip(if: true) @include(if: false) ... @include(if: true) { __typename @skip(if: true) } }", "TOO_MANY_DIRECTIVES")]
    [TestCase("{ ...F ...F ...F } fragment F on Query { __typename }", null)]
    [TestCase("{ ...F ...F } fragment F on Query { ...G ...G } fragment G on Query { __typename }", "TOO_MANY_FRAGMENTS")]
    public async Task Document_past_a_limit_is_refused_with_the_limit(string document, string? code)
    {
        var answer = await Door.AskAsync(document);
        // Nobody has logged in: that is no matter of the document.
        answer.Errors.Select(error => error.Code).Where(found => found != "UNAUTHENTICATED").ShouldBe(code is null ? [] : [code]);
        if (code is not null) answer.Errors.Single().Error.GetProperty("extensions").GetProperty("maximum").GetInt32().ShouldBeInRange(3, 4);
    }

    [TestCase(100, null)]
    [TestCase(300, "TOO_MANY_TOKENS")]
    public async Task Document_with_many_tokens_is_refused_before_it_is_parsed(int names, string? code)
    {
        var answer = await Door.AskAsync("{ nodes(ids: [" + string.Concat(Enumerable.Repeat("\"x\" ", names)) + "]) { id } }");
        // Each of them is the id of nothing.
        answer.Errors.Select(error => error.Code).Distinct().ShouldBe([code ?? "INVALID_INPUT"]);
    }

    [TestCase(20, null)]
    [TestCase(21, "TOO_MANY_REPEATS")]
    public async Task Field_that_is_asked_for_again_and_again_is_refused_before_each_is_compared_with_each(int times, string? code)
    {
        var answer = await Door.AskAsync("{ nodes(ids: []) { " + string.Concat(Enumerable.Repeat("id ", times)) + "} }");
        answer.Errors.Select(error => error.Code).ShouldBe(code is null ? [] : [code]);
    }

    [TestCase(40)]
    [TestCase(149)]
    public async Task Braces_in_one_another_are_a_depth_and_no_crash(int levels)
    {
        var document = string.Concat(Enumerable.Repeat("{a", levels)) + new string('}', levels);
        (await Door.AskAsync(document)).Errors.Single().Code.ShouldBeOneOf("DEPTH_EXCEEDED", "TOO_MANY_TOKENS");
    }

    [TestCase("{ ...A } fragment A on Query { ...A }")]
    [TestCase("{ ...A } fragment A on Query { me { ...B } } fragment B on User { ...A }")]
    [TestCase("{ ...Nowhere }")]
    [TestCase("{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }")]
    public async Task Fragments_that_lead_nowhere_are_told_by_validation(string document) =>
        (await Door.AskAsync(document)).Errors.ShouldAllBe(error => !error.Code.Contains("EXCEEDED") && error.Code != "INTERNAL");
}
