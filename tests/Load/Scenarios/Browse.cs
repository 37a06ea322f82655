namespace CommerceKata.Load.Scenarios;

/// <summary>What visitors of a shop do: of twelve operations six look at a product, four search, two put something into the cart.</summary>
internal sealed class Browse : Scenario
{
    private const string Order = "PSPASPPSPASP";

    public override string Name => "browse";

    public override IReadOnlyList<(string Script, double Times)> Sql =>
        [.. Order.GroupBy(step => step).SelectMany(step => Of(step.Key).Sql.Select(each => (each.Script, each.Times * step.Count() / Order.Length)))];

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage, number);

    private static Scenario Of(char step) => step switch
    {
        'S' => new Search(),
        'A' => new AddToCart(),
        _ => new Product(),
    };

    private sealed class Visitor(Stage stage, int number) : IVisitor
    {
        private readonly IVisitor _search = new Search.Visitor(stage.Door, number);
        private readonly IVisitor _product = new Product.Visitor(stage, number);
        private readonly IVisitor _cart = new AddToCart().NewVisitor(stage, number);
        private int _turn = number;

        public Task ActAsync() => Order[_turn++ % Order.Length] switch
        {
            'S' => _search.ActAsync(),
            'A' => _cart.ActAsync(),
            _ => _product.ActAsync(),
        };
    }
}
