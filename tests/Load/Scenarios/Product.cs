using CommerceKata.Load.Running;
using CommerceKata.Standalone;

namespace CommerceKata.Load.Scenarios;

/// <summary>One product's page, by its slug.</summary>
internal sealed class Product : Scenario
{
    public override string Name => "product";

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage, number);

    internal sealed class Visitor(Stage stage, int number) : IVisitor
    {
        private const string Query = """
            query Product($slug: String!) {
              productBySlug(slug: $slug) { id name description slug sku imageUrl price { amount currency } available category { name } }
            }
            """;

        private readonly byte[][] _bodies = [.. Enumerable.Range(0, stage.Products.Count).Select(page => Door.Body(Query, new { slug = Wares.Slug(page) }))];
        private int _turn = number * 61;

        public async Task ActAsync()
        {
            var page = _turn++ % _bodies.Length;
            using var answer = await stage.Door.AskAsync(_bodies[page]);
            var product = answer.Data.GetProperty("productBySlug");
            answer.Check(product.At("slug").ValueEquals(Wares.Slug(page)) && product.At("available").GetInt32() > 0 && product.At("category.name").GetString()!.Length > 0, "the product that was asked for");
        }
    }
}
