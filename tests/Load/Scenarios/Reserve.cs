using System.Buffers.Text;
using System.Text;
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

    public override async Task<IReadOnlyList<string>> CheckAsync(Stage stage, long done)
    {
        var held = await stage.Database("inventory", "SELECT count(*) FROM reservation WHERE status = 'ACTIVE'");
        var reserved = await stage.Database("inventory", "SELECT sum(reserved) FROM stock");
        return held == done && reserved == done ? [] : [$"{done} were reserved, {held} reservations hold {reserved} units"];
    }

    private sealed class Visitor(Stage stage) : IVisitor
    {
        private static readonly Lock Gate = new();
        private static GrpcChannel? _channel;

        private readonly InventoryService.InventoryServiceClient _inventory = new(Channel(stage));
        private readonly string _product = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(stage.Products[0])).Split(':')[1];
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
