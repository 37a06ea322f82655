using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Federation;
using CommerceKata.Gateway.Subgraphs;

namespace CommerceKata.Gateway.Tests;

/// <summary>Subgraphs that contradict each other stop the start.</summary>
internal sealed class CompositionTests
{
    [TestCase("type Product { id: ID! }", "Product is declared by Catalog and by Reviews.")]
    [TestCase("extend type Product { available: Int }", "Product.available is declared by Inventory and by Reviews.")]
    [TestCase("extend type Query { products: Int }", "Query.products is declared by Catalog and by Reviews.")]
    [TestCase("extend type Money { words: String }", "Reviews adds to Money, which is no entity: only what has a global id can be found again to be added to.")]
    [TestCase("extend type Nothing { words: String }", "Reviews adds to Nothing, which is no entity: only what has a global id can be found again to be added to.")]
    [TestCase("extend enum Role { CRITIC }", "Reviews adds to Role, which is no entity: only what has a global id can be found again to be added to.")]
    [TestCase("type Review { line: CartLine! }", "Reviews uses CartLine of Cart, which is no entity.")]
    [TestCase("type Review { by(role: Role): ID }", "Reviews uses Role of Identity, which is no entity.")]
    [TestCase("input ReviewInput { text: Text }", "Reviews uses Text, which no subgraph declares.")]
    public void Subgraph_that_does_not_fit_stops_the_start(string sdl, string message) =>
        Should.Throw<CompositionException>(() => ComposedSchema.Of(With(sdl))).Message.ShouldBe(message);

    [Test]
    public void Subgraph_that_refers_to_entities_and_shared_types_fits() => Should.NotThrow(() => new Composition(With(
        "type Review implements Node { id: ID! product: Product! price: Money } extend type Product { reviews: [Review!] }")));

    [Test]
    public void What_a_subgraph_adds_to_an_entity_may_be_null_where_it_is_served_alone()
    {
        var reviews = With("extend type Product { reviews: [String!]! }");
        FederationSdl.Write(new SubgraphDocument(reviews[^1], reviews)).ShouldContain("reviews: [String!]\n");
    }

    private static IReadOnlyList<Subgraph> With(string sdl) =>
        [.. FrontDoor.Subgraphs, FrontDoor.Subgraphs[1] with { Name = "Reviews", Bind = _ => { }, Sdl = sdl }];
}
