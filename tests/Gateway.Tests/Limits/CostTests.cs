using System.Net.Http.Json;
using System.Text.Json;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Limits;
using CommerceKata.Gateway.Subgraphs;
using GraphQL.Types;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>What operations cost, before anybody is asked anything.</summary>
internal sealed class CostTests : OneDoorFixture
{
    [TestCase("{ __typename }", 0)]
    [TestCase("{ __schema { types { name fields { name } } } }", 0)]
    [TestCase("{ me { id email } }", 1)]
    // The call, then 10 products with what Inventory says of each; money costs nothing beside its product.
    [TestCase("{ products { nodes { name price { amount } available } } }", 5 + (10 * (1 + 1)))]
    [TestCase("{ products(first: 3) { nodes { category { name } } } }", 5 + (3 * (1 + 1)))]
    [TestCase("{ products(first: null) { nodes { id } } }", 5 + 10)]
    [TestCase("{ products(first: 2, last: 4) { nodes { id } } }", 5 + 4)]
    [TestCase("{ products(first: 0) { nodes { id } } }", 5)]
    [TestCase("{ products(first: -5) { nodes { id } } }", 5)]
    [TestCase("{ products(first: 3) { edges { cursor node { available } } pageInfo { endCursor } totalCount } }", 5 + (3 * (1 + 1 + 1)) + 5)]
    [TestCase("{ products { facets { count category { name } } } }", 5 + (10 * (1 + 1)))]
    [TestCase("{ a: products(first: 3) { nodes { id } } b: products(first: 4) { nodes { id } } }", 5 + 3 + 5 + 4)]
    [TestCase("{ products(first: 3) { ...P } } fragment P on ProductConnection { nodes { ...Q ... on Product { available } } } fragment Q on Product { category { id } }", 5 + (3 * (1 + 1 + 1)))]
    [TestCase("{ nodes(ids: [\"a\", \"b\"]) { id ... on Product { available } } }", 2 * (1 + 1))]
    [TestCase("{ me { orders(first: 10) { nodes { lines { product { available } } } } } }", 1 + 1 + (10 * (1 + (5 * (1 + 1 + 1)))))]
    [TestCase("mutation { logout { ok } }", 10)]
    [TestCase("mutation { checkout(input: { idempotencyKey: \"0195c5a6-7f00-7000-8000-000000000000\", shippingOptionId: \"x\", paymentMethod: \"y\" }) { order { id } } }", 50 + 1)]
    public async Task Operation_costs_what_it_asks_for(string document, int cost) => (await CostAsync(document)).ShouldBe(cost);

    [TestCase("query($n: Int) { products(first: $n) { nodes { id } } }", "{}", 5 + 10)]
    [TestCase("query($n: Int) { products(first: $n) { nodes { id } } }", "{\"n\":null}", 5 + 10)]
    [TestCase("query($n: Int) { products(first: $n) { nodes { id } } }", "{\"n\":50}", 5 + 50)]
    [TestCase("query($n: Int) { products(first: $n) { nodes { id } } }", "{\"n\":-50}", 5)]
    [TestCase("query($n: Int = 20) { products(first: $n) { nodes { id } } }", "{}", 5 + 20)]
    [TestCase("query($n: Int, $m: Int) { products(first: $n, last: $m) { nodes { id } } }", "{\"n\":2,\"m\":7}", 5 + 7)]
    [TestCase("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "{\"ids\":[\"a\",\"b\",\"c\"]}", 3)]
    [TestCase("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "{\"ids\":\"a\"}", 1)]
    [TestCase("query($n: Int, $m: Int) { orders(first: $n) { nodes { lines { id } } } me { orders(first: $m) { nodes { id } } } }", "{\"n\":2,\"m\":3}", 1 + (2 * (1 + 5)) + 1 + 1 + 3)]
    [TestCase("query($n: Int) { a: products(first: $n) { ...P } b: products(first: 2) { ...P } } fragment P on ProductConnection { nodes { available } }", "{\"n\":3}", 5 + (3 * 2) + 5 + (2 * 2))]
    public async Task Cost_follows_the_variables(string document, string variables, int cost) => (await CostAsync(document, variables)).ShouldBe(cost);

    [Test]
    public async Task Fragments_that_double_each_other_are_counted_in_full_and_at_once()
    {
        // 2 to the 40 selections, in a thousand characters.
        var fragments = Enumerable.Range(0, 40).Select(i => $"fragment F{i} on Product {{ ...F{i + 1} ... on Product {{ ...F{i + 1} }} }}");
        var document = $"query($n: Int) {{ products(first: $n) {{ nodes {{ ...F0 }} }} }} {string.Join(' ', fragments)} fragment F40 on Product {{ available }}";
        var error = (await ValidateAsync(document, "{\"n\":1}")).Errors.Single();
        error.Code.ShouldBe("COST_EXCEEDED");
        error.Error.GetProperty("extensions").GetProperty("cost").GetInt64().ShouldBe(1_000_000_000_000);
    }

    [Test]
    public void Every_connection_says_how_long_it_is()
    {
        var schema = ComposedSchema.Of(FrontDoor.Subgraphs);
        var connections = schema.AllTypes.OfType<IObjectGraphType>()
            .SelectMany(type => type.Fields)
            .Where(field => GraphQL.GraphQLExtensions.GetNamedType(field.ResolvedType!).Name.EndsWith("Connection", StringComparison.Ordinal))
            .ToList();
        connections.Count.ShouldBeGreaterThan(5);
        foreach (var connection in connections)
        {
            var cost = FieldCost.Of(connection, isMutation: false);
            cost.SizedFields.ShouldBe(["nodes", "edges"], connection.Name);
            string[] slicing = [.. connection.Arguments!.Select(argument => argument.Name).Where(name => name is "first" or "last")];
            cost.Size.ShouldNotBeNull().Arguments.ShouldBe(slicing, connection.Name);
        }
    }

    private async Task<long> CostAsync(string document, string variables = "{}")
    {
        var answer = await ValidateAsync(document, variables);
        answer.Errors.ShouldBeEmpty(answer.Body.ToString());
        answer.Body.TryGetProperty("data", out _).ShouldBeFalse();
        Shop.Calls.ShouldBeEmpty();
        return answer.Body.GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetInt64();
    }

    private async Task<Answer> ValidateAsync(string document, string variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = document, variables = JsonDocument.Parse(variables).RootElement }),
        };
        request.Headers.Add("GraphQL-Cost", "validate");
        using var response = await Door.Http.SendAsync(request);
        return new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
