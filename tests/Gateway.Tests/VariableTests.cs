using System.Text.Json;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs;
using GraphQL.Types;

namespace CommerceKata.Gateway.Tests;

/// <summary>All that is wrong with the variables of an operation is said in one answer, and nothing is asked of a service.</summary>
internal sealed class VariableTests : OneDoorFixture
{
    private static readonly string[] Beginnings =
        ["No value", "Received a null", "Unable to parse", "Unable to convert", "Unrecognized"];

    private const string Missing = "No value provided for a non-null variable.";

    // Each line: the variables as JSON, and what is said of them.
    [TestCase("{}", "$input No value")]
    [TestCase("{'input':null}", "$input Received a null")]
    [TestCase("{'input':3}", "$input Unable to parse")]
    [TestCase("{'input':[]}", "$input Unable to parse")]
    [TestCase("{'input':{}}", "$input.idempotencyKey No value", "$input.shippingOptionId No value")]
    [TestCase("{'input':{'idempotencyKey':null,'lines':[{},{'quantity':'x'}]}}",
        "$input.idempotencyKey Received a null", "$input.lines[0].productId No value", "$input.lines[0].quantity No value",
        "$input.lines[1].productId No value", "$input.lines[1].quantity Unable to convert", "$input.shippingOptionId No value")]
    [TestCase("{'input':{'idempotencyKey':'6f1f1c1e-3d6e-4d3a-9f0e-0d9a5d6f3c11','shippingOptionId':'s','paymentMethod':'p','coupon':'x','address':{'line1':7,'planet':'Mars'}}}",
        "$input.address.city No value", "$input.address.countryCode No value", "$input.address.line1 Unable to convert",
        "$input.address.name No value", "$input.address.planet Unrecognized", "$input.address.postalCode No value", "$input.coupon Unrecognized")]
    public async Task Everything_wrong_with_a_variable_is_named(string variables, params string[] expected)
    {
        var answer = await AskAsync("mutation($input: CheckoutInput!) { checkout(input: $input) { order { id } } }", variables);
        Said(answer).ShouldBe(expected, ignoreOrder: true);
        answer.Errors.ShouldAllBe(error => error.Code == "INVALID_VALUE");
        Shop.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Every_variable_is_looked_at()
    {
        var answer = await AskAsync(
            "query($id: ID!, $ids: [ID!]!, $first: Int, $sort: ProductOrder!) { node(id: $id) { id } nodes(ids: $ids) { id } products(first: $first, order: $sort) { totalCount } }",
            "{'ids':['a',null,{}],'first':1.5,'sort':'UPSIDE_DOWN'}");
        Said(answer).ShouldBe(
            ["$id No value", "$ids[1] Received a null", "$ids[2] Unable to convert", "$first Unable to convert", "$sort Unable to convert"], ignoreOrder: true);
    }

    [Test]
    public async Task Very_many_wrong_values_are_one_mistake()
    {
        var answer = await Door.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat((string?)null, 5_000) });
        answer.Errors.Count.ShouldBe(50);
    }

    [Test]
    public async Task Required_fields_of_every_input_are_named_together()
    {
        var schema = ComposedSchema.Of(FrontDoor.Subgraphs);
        foreach (var field in schema.Mutation!.Fields)
        {
            if (field.Arguments?.Find("input")?.ResolvedType is not NonNullGraphType { ResolvedType: IInputObjectGraphType input }) continue;
            string[] required = [.. input.Fields.Where(one => one is { ResolvedType: NonNullGraphType, DefaultValue: null }).Select(one => one.Name)];
            if (required.Length == 0) continue;
            var answer = await Door.AskAsync($"mutation($input: {input.Name}!) {{ {field.Name}(input: $input) {{ __typename }} }}", new { input = new { } });
            answer.Errors.Select(error => error.Message)
                .ShouldBe(required.Select(name => $"Variable '$input.{name}' is invalid. {Missing}"), ignoreOrder: true);
        }
    }

    private Task<Answer> AskAsync(string document, string variables) =>
        Door.AskAsync(document, JsonDocument.Parse(variables.Replace('\'', '"')).RootElement);

    /// <summary>Which variable, and how the sentence about it begins.</summary>
    private static IEnumerable<string> Said(Answer answer) => answer.Errors.Select(error =>
    {
        var parts = error.Message.Split('\'', 3);
        var said = parts[2][" is invalid. ".Length..];
        return $"{parts[1]} {Beginnings.Single(said.StartsWith)}";
    });
}
