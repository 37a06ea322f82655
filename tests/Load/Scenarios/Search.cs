using CommerceKata.Load.Running;

namespace CommerceKata.Load.Scenarios;

/// <summary>One word; twenty products with id, name, slug, price, availability, and how many there are.</summary>
internal sealed class Search : Scenario
{
    public override string Name => "search";

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage.Door, number);

    internal sealed class Visitor(Door door, int number) : IVisitor
    {
        private const string Query = """
            query Search($word: String!) {
              products(search: $word, first: 20) { totalCount nodes { id name slug price { amount currency } available } }
            }
            """;

        private static readonly byte[][] Bodies = [.. Wares.Words.Select(word => Door.Body(Query, new { word }))];

        private int _turn = number;

        public async Task ActAsync()
        {
            var turn = _turn++ % Bodies.Length;
            using var answer = await door.AskAsync(Bodies[turn]);
            var products = answer.Data.GetProperty("products");
            answer.Check(products.GetProperty("nodes").GetArrayLength() == 20 && products.GetProperty("totalCount").GetInt32() >= 20, "twenty products and their count");
            foreach (var node in products.GetProperty("nodes").EnumerateArray())
                answer.Check(node.GetProperty("name").GetString()!.Contains(Wares.Words[turn], StringComparison.Ordinal) && node.GetProperty("available").GetInt32() > 0, "what was searched for, in stock");
        }
    }
}
