using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Grpc.Net.Client;

namespace CommerceKata.Load.Scenarios;

/// <summary>Many orders at once for one product: Inventory's <c>Reserve</c> itself, as Orders calls it.</summary>
internal sealed class Reserve : Scenario
{
    public override string Name => "reserve";

    public override int Users => 64;

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage);

    /// <summary>Stock that is not what the movements and the reservations make of it.</summary>
    public static Count Differences { get; } = new("stock counts that differ from their ledger", "inventory", """
        SELECT count(*) FROM stock s
        LEFT JOIN (SELECT product_id, sum(on_hand) AS on_hand FROM stock_movement GROUP BY 1) m USING (product_id)
        LEFT JOIN (
            SELECT l.product_id, sum(l.quantity) AS reserved FROM reservation_line l JOIN reservation USING (order_id)
            WHERE status = 'ACTIVE' GROUP BY 1) r USING (product_id)
        WHERE s.on_hand <> COALESCE(m.on_hand, 0) OR s.reserved <> COALESCE(r.reserved, 0)
        """, 0);

    /// <summary>Whatever became of them since: those of a run before may end during this one.</summary>
    public override IReadOnlyList<Count> Counts =>
    [
        new("reservations", "inventory", "SELECT count(*) FROM reservation", 1),
        new("units reserved", "inventory", "SELECT COALESCE(sum(quantity), 0) FROM reservation_line", 1),
        Differences,
    ];

    private sealed class Visitor(Stage stage) : IVisitor
    {
        private static readonly Lock Gate = new();
        private static GrpcChannel? _channel;

        private readonly InventoryService.InventoryServiceClient _inventory = new(Channel(stage));
        private readonly string _product = stage.ProductIds[0].ToString();
        private readonly Metadata _headers = new() { { "authorization", "Bearer " + TestTokens.For(Who.Service) } };

        public async Task ActAsync()
        {
            var request = new ReserveRequest { OrderId = Guid.CreateVersion7().ToString(), HoldSeconds = 900, Lines = { new StockLine { ProductId = _product, Quantity = 1 } } };
            var answer = await _inventory.ReserveAsync(request, _headers, DateTime.UtcNow.AddSeconds(10));
            if (answer.Reserved is null) throw new LoadException($"not reserved: {answer}");
        }

        private static GrpcChannel Channel(Stage stage)
        {
            lock (Gate) return _channel ??= GrpcChannel.ForAddress($"http://127.0.0.1:{stage.Shop.Settings.Ports.Grpc("Inventory")}");
        }
    }
}
