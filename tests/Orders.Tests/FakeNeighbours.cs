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
/// What a checkout reads, over real gRPC: a cart, products, how many there are of each, one delivery option. Users have
/// no address. No money is taken here: no Billing is there.
/// </summary>
internal sealed class FakeNeighbours : IAsyncDisposable
{
    private WebApplication _app = null!;

    /// <summary>Whose services are answered for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Cart", "Catalog", "Identity", "Inventory", "Shipping"];

    public string Address => _app.GrpcAddress();

    /// <summary>What every caller has in their cart.</summary>
    public List<(string ProductId, int Quantity)> Cart { get; } = [];

    /// <summary>Every user's email address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>What the Catalog knows.</summary>
    public List<Product> Products { get; } = [];

    /// <summary>What can be sold; null while Inventory does not answer.</summary>
    public Dictionary<string, int>? Units { get; set; } = [];

    public static async Task<FakeNeighbours> StartAsync()
    {
        var neighbours = new FakeNeighbours();
        var builder = ServiceHost.CreateBuilder(
            [
                "--environment=Development", "--Listen:GrpcPort=0", "--Listen:HttpPort=0", "--Telemetry:Enabled=false",
                "--Log:Level=Fatal", $"--Auth:JwksUrl={await TestTokens.JwksUrlAsync()}",
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
        var price = new Money(500, "USD").ToProto();
        Products.Add(new() { Id = id, Sku = "A-1", Name = "Apple", Price = price, Archived = archived });
        Units!.Add(id, units);
        return id;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Carts(FakeNeighbours all) : CartService.CartServiceBase
    {
        public override Task<GetCartResponse> GetCart(GetCartRequest request, ServerCallContext context)
        {
            var cart = new Cart { Id = Guid.CreateVersion7().ToString(), Version = 1 };
            foreach (var (productId, quantity) in all.Cart)
                cart.Lines.Add(new CartLine { ProductId = productId, Quantity = quantity });
            return Task.FromResult(new GetCartResponse { Cart = cart });
        }
    }

    private sealed class Catalog(FakeNeighbours all) : CatalogService.CatalogServiceBase
    {
        public override Task<BatchGetProductsResponse> BatchGetProducts(
            BatchGetProductsRequest request, ServerCallContext context) => Task.FromResult(new BatchGetProductsResponse
            {
                Products = { all.Products.Where(product => request.Ids.Contains(product.Id)) },
            });
    }

    private sealed class Identity(FakeNeighbours all) : IdentityService.IdentityServiceBase
    {
        public override Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) =>
            Task.FromResult(new GetUserResponse { User = new() { Id = request.Id, Email = all.Email } });

        public override Task<GetAddressResponse> GetAddress(GetAddressRequest request, ServerCallContext context) =>
            throw Fault.NotFound("address");
    }

    private sealed class Inventory(FakeNeighbours all) : InventoryService.InventoryServiceBase
    {
        public override Task<BatchGetAvailabilityResponse> BatchGetAvailability(
            BatchGetAvailabilityRequest request, ServerCallContext context)
        {
            var units = all.Units ?? throw Fault.Unavailable("Away.");
            var answer = new BatchGetAvailabilityResponse();
            foreach (var id in request.ProductIds)
                answer.Availability.Add(new Availability { ProductId = id, Available = units.GetValueOrDefault(id) });
            return Task.FromResult(answer);
        }

        /// <summary>There is never enough: it names each line that asks for too much, as the real one does.</summary>
        public override Task<ReserveResponse> Reserve(ReserveRequest request, ServerCallContext context)
        {
            var shortage = new Shortage();
            foreach (var line in request.Lines)
            {
                var (id, units) = (line.ProductId, all.Units![line.ProductId]);
                var missing = new Commerce.Inventory.V1.ShortLine
                {
                    ProductId = id, Requested = line.Quantity, Available = units,
                };
                if (line.Quantity > units) shortage.Lines.Add(missing);
            }

            return Task.FromResult(new ReserveResponse { Shortage = shortage });
        }
    }

    private sealed class Shipping : ShippingService.ShippingServiceBase
    {
        public override Task<QuoteResponse> Quote(QuoteRequest request, ServerCallContext context)
        {
            var price = new Money(490, "USD").ToProto();
            var option = new ShippingOption { Id = "standard", Name = "Standard", Price = price };
            return Task.FromResult(new QuoteResponse { Options = { option } });
        }

        public override Task<ListOptionsResponse> ListOptions(ListOptionsRequest request, ServerCallContext context) =>
            Task.FromResult(new ListOptionsResponse { OptionIds = { "standard" } });
    }
}
