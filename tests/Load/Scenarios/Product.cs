using CommerceKata.Load.Running;
using CommerceKata.Standalone;

namespace CommerceKata.Load.Scenarios;

/// <summary>One product's page, by its slug.</summary>
internal sealed class Product : Scenario
{
    public override string Name => "product";

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage.Door, number);

    internal sealed class Visitor(Door door, int number) : IVisitor
    {
        private const string Query = """
            query Product($slug: String!) {
              productBySlug(slug: $slug) { id name description slug sku imageUrl price { amount currency } available category { name } }
            }
            """;

        private const int Pages = 1_000;

        private static readonly byte[][] Bodies = [.. Enumerable.Range(0, Pages).Select(page => Door.Body(Query, new { slug = Wares.Slug(page) }))];

        private int _turn = number * 61;

        public async Task ActAsync()
        {
            var page = _turn++ % Pages;
            using var answer = await door.AskAsync(Bodies[page]);
            var product = answer.Data.GetProperty("productBySlug");
            answer.Check(product.At("slug").ValueEquals(Wares.Slug(page)) && product.At("available").GetInt32() > 0 && product.At("category.name").GetString()!.Length > 0, "the product that was asked for");
        }
    }
}
