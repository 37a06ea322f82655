using CommerceKata.Gateway.Engine.Rules;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Tests;

/// <summary>The rule with what our schema does not have: lists in lists, and inputs of which one field is given.</summary>
internal sealed class VariableUsageRuleTests
{
    private static readonly ISchema Small = Build();

    // The variable's type and default, where it stands, and whether it may.
    [TestCase("[[Int!]!]", "f(grid: $v)", true)]
    [TestCase("[[Int!]!]!", "f(grid: $v)", true)]
    [TestCase("[[Int]!]", "f(grid: $v)", false)]
    [TestCase("[[Int!]]", "f(grid: $v)", false)]
    [TestCase("[Int!]", "f(grid: $v)", false)]
    [TestCase("Int", "f(grid: $v)", false)]
    [TestCase("[[[Int!]!]!]", "f(grid: $v)", false)]
    [TestCase("[Int!]!", "f(grid: [$v])", true)]
    [TestCase("[Int!]", "f(grid: [$v])", false)]
    [TestCase("[Int!] = [1]", "f(grid: [$v])", true)]
    [TestCase("[Int!] = null", "f(grid: [$v])", false)]
    [TestCase("[Int]!", "f(grid: [[1], $v])", false)]
    [TestCase("Int!", "f(grid: [$v])", false)]
    [TestCase("Int!", "f(grid: [[1, $v]])", true)]
    [TestCase("Int", "f(grid: [[1, $v]])", false)]
    [TestCase("Int = 1", "f(grid: [[1, $v]])", true)]
    [TestCase("Int", "f(rows: [[1, $v]])", true)]
    [TestCase("[Int]", "f(rows: [[1], $v])", true)]
    [TestCase("[String]", "f(rows: [[1], $v])", false)]
    [TestCase("[String!]", "f(tags: $v)", true)]
    [TestCase("[String]", "f(tags: $v)", false)]
    [TestCase("String", "f(tags: [$v])", false)]
    [TestCase("Int", "f(one: {a: $v})", false)]
    [TestCase("Int!", "f(one: {a: $v})", true)]
    [TestCase("Int = 1", "f(one: {a: $v})", true)]
    [TestCase("Int = null", "f(one: {a: $v})", false)]
    [TestCase("[Int]", "f(one: {b: $v})", false)]
    [TestCase("[Int]!", "f(one: {b: $v})", true)]
    [TestCase("Int", "f(one: {b: [$v]})", true)]
    [TestCase("Int", "f(deep: {cells: [], one: {a: $v}})", false)]
    [TestCase("Int", "f(deep: [{cells: [[$v]]}])", false)]
    [TestCase("Int!", "f(deep: [{cells: [[$v]]}])", true)]
    [TestCase("Int", "f(deep: {cells: [], n: $v})", true)]
    [TestCase("String", "f(deep: {cells: [], n: $v})", false)]
    [TestCase("One", "f(deep: {cells: [], one: $v})", true)]
    [TestCase("[Deep!]", "f(deep: $v)", true)]
    [TestCase("Deep!", "f(deep: $v)", false)]
    [TestCase("Deep!", "f(deep: [$v])", true)]
    [TestCase("Deep", "f(deep: [$v])", false)]
    public async Task Variable_stands_where_its_type_fits_at_any_depth(string declared, string used, bool fits)
    {
        foreach (var document in (string[])[
            $"query($v: {declared}) {{ {used} }}",
            $"query($v: {declared}) {{ ...F }} fragment F on Query {{ ... {{ x: {used} }} }}",
            $"query Other {{ f }} query($v: {declared}) {{ ...F }} fragment F on Query {{ ...G }} fragment G on Query {{ {used} }}"])
        {
            var errors = await ErrorsAsync(document);
            errors.Count.ShouldBe(fits ? 0 : 1, document);
        }
    }

    [Test]
    public async Task Every_usage_is_looked_at() =>
        (await ErrorsAsync("query($v: Int) { f(rows: [[$v]]) a: f(grid: [[$v, $v]]) b: f(one: {a: $v}) @skip(if: $v) }")).Count.ShouldBe(4);

    private static async Task<IReadOnlyList<VariablesInAllowedPositionError>> ErrorsAsync(string text)
    {
        var document = Parser.Parse(text);
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = Small,
            Document = document,
            Operation = document.Definitions.OfType<GraphQLOperationDefinition>().Last(),
            Rules = [VariableUsageRule.Instance],
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            UserContext = new Dictionary<string, object?>(),
        });
        return [.. result.Errors.OfType<VariablesInAllowedPositionError>()];
    }

    private static ISchema Build()
    {
        var schema = Schema.For(
            """
            type Query { f(grid: [[Int!]!], rows: [[Int]], tags: [String!]! = ["a"], one: One, deep: [Deep!]): Int }
            input One { a: Int b: [Int] }
            input Deep { one: One cells: [[Int!]!]! n: Int! = 1 }
            """);
        schema.Initialize();
        ((IInputObjectGraphType)schema.AllTypes["One"]!).IsOneOf = true;
        return schema;
    }
}
