using CommerceKata.Standalone;

namespace CommerceKata.Load.Scenarios;

/// <summary>One product into the cart, the whole cart back; after five, a new guest. The session's start is part of the sixth's time.</summary>
internal sealed class AddToCart : Scenario
{
    public const string Mutation = """
        mutation Add($id: ID!) {
          addToCart(input: { productId: $id, quantity: 1 }) {
            cart { totalQuantity subtotal { amount currency } lines { quantity product { id name slug price { amount currency } available } lineTotal { amount currency } } }
            errors { __typename }
          }
        }
        """;

    private const int ItemsEach = 5;

    public override string Name => "addToCart";

    public override double Requests => 1 + (1.0 / ItemsEach);

    public override IReadOnlyList<(string Script, double Times)> Sql => [(Name, 1), ("guest", 1.0 / ItemsEach)];

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage, number);

    private sealed class Visitor(Stage stage, int number) : IVisitor
    {
        private readonly byte[][] _bodies = [.. stage.Products.Select(id => Door.Body(Mutation, new { id }))];
        private string? _token;
        private int _items;
        private int _turn = number * 61;

        public async Task ActAsync()
        {
            if (_items == ItemsEach) (_token, _items) = (null, 0);
            _token ??= await stage.Door.GuestAsync();
            using var answer = await stage.Door.AskAsync(_bodies[_turn++ % _bodies.Length], _token);
            var cart = answer.Data.At("addToCart.cart");
            answer.Check(cart.At("totalQuantity").GetInt32() == ++_items && cart.At("lines").GetArrayLength() == _items, "the whole cart");
        }
    }
}
