using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Shipping.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Orders.Tests;

/// <summary>
/// What a checkout reads, over real gRPC: a cart, products, how many there are of each, one delivery option. Users have neither
/// an email nor an address. No money is taken here: no Billing is there.
/// </summary>
internal sealed class FakeNeighbours : IAsyncDisposable
{
    private WebApplication _app = null!;

    /// <summary>Whose services are answered for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Cart", "Catalog", "Identity", "Inventory", "Shipping"];

    public string Address => _app.GrpcAddress();

    /// <summary>What every caller has in their cart.</summary>
    public List<(string ProductId, int Quantity)> Cart { get; } = [];

    /// <summary>What the Catalog knows.</summary>
    public List<Product> Products { get; } = [];

    /// <summary>What can be sold; null while Inventory does not answer.</summary>
    public Dictionary<string, int>? Units { get; set; } = [];

    public static async Task<FakeNeighbours> StartAsync()
    {
        var neighbours = new FakeNeighbours();
        var builder = ServiceHost.CreateBuilder(
            [
                "--environment=Development", "--Listen:GrpcPort=0", "--Listen:HttpPort=0", "--Telemetry:Enabled=false", "--Log:Level=Fatal",
                $"--Auth:JwksUrl={await TestTokens.JwksUrlAsync()}",
            ],
            "fake",
            grpcPort: 0);
        builder.Services.AddSingleton(neighbours);
        neighbours._app = builder.BuildService();
        neighbours._app.MapGrpcService<Carts>().AllowAnonymous();
        neighbours._app.MapGrpcService<Catalog>().AllowAnonymous();
        neighbours._app.MapGrpcService<Identity>().AllowAnonymous();
        neighbours._app.MapGrpcService<Inventory>().AllowAnonymous();
        neighbours._app.MapGrpcService<Shipping>().AllowAnonymous();
        await neighbours._app.StartAsync();
        return neighbours;
    }

    /// <summary>A product of the Catalog's, with so many units.</summary>
    public string Sells(int units, bool archived = false)
    {
        var id = Guid.CreateVersion7().ToString();
        Products.Add(new() { Id = id, Sku = "A-1", Name = "Apple", Price = new Money(500, "USD").ToProto(), Archived = archived });
        Units!.Add(id, units);
        return id;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Carts(FakeNeighbours all) : CartService.CartServiceBase
    {
        public override Task<GetCartResponse> GetCart(GetCartRequest request, ServerCallContext context) => Task.FromResult(new GetCartResponse
        {
            Cart = new()
            {
                Id = Guid.CreateVersion7().ToString(), Version = 1,
                Lines = { all.Cart.Select(line => new CartLine { ProductId = line.ProductId, Quantity = line.Quantity }) },
            },
        });
    }

    private sealed class Catalog(FakeNeighbours all) : CatalogService.CatalogServiceBase
    {
        public override Task<BatchGetProductsResponse> BatchGetProducts(BatchGetProductsRequest request, ServerCallContext context) =>
            Task.FromResult(new BatchGetProductsResponse { Products = { all.Products.Where(product => request.Ids.Contains(product.Id)) } });
    }

    private sealed class Identity : IdentityService.IdentityServiceBase
    {
        public override Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) =>
            Task.FromResult(new GetUserResponse { User = new() { Id = request.Id } });

        public override Task<GetAddressResponse> GetAddress(GetAddressRequest request, ServerCallContext context) =>
            throw Fault.NotFound("address");
    }

    private sealed class Inventory(FakeNeighbours all) : InventoryService.InventoryServiceBase
    {
        public override Task<BatchGetAvailabilityResponse> BatchGetAvailability(BatchGetAvailabilityRequest request, ServerCallContext context) =>
            all.Units is not { } units ? throw Fault.Unavailable("Away.") : Task.FromResult(new BatchGetAvailabilityResponse
            {
                Availability = { request.ProductIds.Select(id => new Availability { ProductId = id, Available = units.GetValueOrDefault(id) }) },
            });

        /// <summary>There is never enough: each line that asks for more than there is, as the real one names them.</summary>
        public override Task<ReserveResponse> Reserve(ReserveRequest request, ServerCallContext context) => Task.FromResult(new ReserveResponse
        {
            Shortage = new()
            {
                Lines =
                {
                    request.Lines.Where(line => line.Quantity > all.Units![line.ProductId]).Select(line => new Commerce.Inventory.V1.ShortLine
                    {
                        ProductId = line.ProductId, Requested = line.Quantity, Available = all.Units![line.ProductId],
                    }),
                },
            },
        });
    }

    private sealed class Shipping : ShippingService.ShippingServiceBase
    {
        public override Task<QuoteResponse> Quote(QuoteRequest request, ServerCallContext context) => Task.FromResult(new QuoteResponse
        {
            Options = { new ShippingOption { Id = "standard", Name = "Standard", Price = new Money(490, "USD").ToProto() } },
        });
    }
}
