namespace CommerceKata.Load.Scenarios;

/// <summary>For long runs: what visitors of a shop do, and every sixtieth operation is a whole purchase.</summary>
internal sealed class Soak : Scenario
{
    private const int OperationsPerPurchase = 60;

    public override string Name => "soak";

    public override double Requests => new Browse().Requests;

    public override IReadOnlyList<(string Script, double Times)> Sql => [];

    public override IReadOnlyList<Count> Counts => [.. new Checkout().Counts.Where(count => count.Each == 0)];

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage, number);

    private sealed class Visitor(Stage stage, int number) : IVisitor
    {
        private readonly IVisitor _browse = new Browse().NewVisitor(stage, number);
        private readonly IVisitor _checkout = new Checkout().NewVisitor(stage, number);
        private int _turn = number;

        public Task ActAsync() => _turn++ % OperationsPerPurchase == 0 ? _checkout.ActAsync() : _browse.ActAsync();
    }
}
