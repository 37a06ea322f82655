namespace CommerceKata.Gateway.Tests;

/// <summary>Guesses at the schema, in production and outside.</summary>
internal sealed class SuggestionTests
{
    // What is mistyped, and what it would give away.
    private static readonly (string Document, object? Variables, string Name)[] Guesses =
    [
        ("{ productz { totalCount } }", null, "products"),
        ("{ products { nodez { id } } }", null, "nodes"),
        ("{ products(frist: 1) { totalCount } }", null, "first"),
        ("query($p: ProductFiltre) { products(where: $p) { totalCount } }", null, "ProductFilter"),
        ("{ node(id: \"x\") { ... on Prodct { id } } }", null, "Product"),
        ("{ node(id: \"x\") { slug } }", null, "Product"),
        ("{ __typename @skip(if: true, iff: true) }", null, "if"),
        ("{ __typename @skipp(if: true) }", null, "skip"),
        ("{ products(order: PRICE_ACS) { totalCount } }", null, "PRICE_ASC"),
        ("query($o: ProductOrder) { products(order: $o) { totalCount } }", new { o = "PRICE_ACS" }, "PRICE_ASC"),
        ("{ products(where: { minPrise: 1 }) { totalCount } }", null, "minPrice"),
        ("query($w: ProductFilter) { products(where: $w) { totalCount } }", new { w = new { minPrise = 1 } }, "minPrice"),
    ];

    [Test]
    public async Task Production_suggests_nothing_on_any_way()
    {
        await using var door = await TestDoor.StartAsync("environment=Production");
        using var socket = await TestSocket.OpenAsync(door);
        foreach (var (document, variables, name) in Guesses)
        {
            using var events = await TestEvents.OpenAsync(door, document, variables);
            var messages = string.Join('\n', (await door.AskAsync(document, variables)).Errors.Select(error => error.Message))
                + await events.NextAsync() + await socket.AskAsync(new { query = document, variables }, document);
            messages.ShouldNotContain("Did you mean", Case.Insensitive, document);
            messages.ShouldNotContain($"'{name}'", Case.Sensitive, document);
            messages.ShouldNotContain($"\"{name}\"", Case.Sensitive, document);
        }
    }

    [Test]
    public async Task Elsewhere_names_are_suggested()
    {
        await using var door = await TestDoor.StartAsync();
        (await door.AskAsync(Guesses[0].Document)).Errors.Single().Message.ShouldContain("Did you mean 'products'");
    }
}
