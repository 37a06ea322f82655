using System.Collections.Concurrent;
using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Commerce.Inventory.V1.InventoryService;

namespace CommerceKata.Cart.Tests;

/// <summary>
/// Inventory as the Cart sees it, over real gRPC: a test says how many there are, or that it does not answer.
/// </summary>
internal sealed class FakeInventory : IAsyncDisposable
{
    /// <summary>Of a product that no test speaks of.</summary>
    private const int Plenty = 1_000;

    private readonly ConcurrentDictionary<string, int> _units = [];
    private readonly ConcurrentDictionary<string, (string SessionId, int Units)> _held = [];
    private readonly ConcurrentQueue<IReadOnlyList<string>> _asked = [];
    private WebApplication _app = null!;

    public string Address => _app.GrpcAddress();

    /// <summary>What it was asked for, in that order.</summary>
    public IReadOnlyCollection<IReadOnlyList<string>> Asked => _asked;

    /// <summary>What it does before it answers: throws, or waits.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public static async Task<FakeInventory> StartAsync()
    {
        var inventory = new FakeInventory();
        var builder = ServiceHost.CreateBuilder(
            [
                "--environment=Development", "--Listen:GrpcPort=0", "--Listen:HttpPort=0", "--Telemetry:Enabled=false",
                "--Log:Level=Fatal", $"--Auth:JwksUrl={await TestTokens.JwksUrlAsync()}",
            ],
            "fake",
            grpcPort: 0);
        builder.Services.AddSingleton(inventory);
        inventory._app = builder.BuildService();
        inventory._app.MapGrpcService<Answers>().AllowAnonymous();
        await inventory._app.StartAsync();
        return inventory;
    }

    /// <summary>So many units of a product can be sold.</summary>
    public void Has(string productId, int units) => _units[productId] = units;

    /// <summary>A session's own order holds so many units of a product.</summary>
    public void Holds(string productId, Guid sessionId, int units) => _held[productId] = (sessionId.ToString(), units);

    /// <summary>It answers again, has enough of everything, and was asked nothing.</summary>
    public void Reset()
    {
        _units.Clear();
        _held.Clear();
        _asked.Clear();
        Before = _ => Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private int HeldFor(BatchGetAvailabilityRequest request, string productId) =>
        request.CountOwnHolds && _held.TryGetValue(productId, out var held) && held.SessionId == request.SessionId ? held.Units : 0;

    private sealed class Answers(FakeInventory inventory) : InventoryServiceBase
    {
        public override async Task<BatchGetAvailabilityResponse> BatchGetAvailability(
            BatchGetAvailabilityRequest request, ServerCallContext context)
        {
            inventory._asked.Enqueue([.. request.ProductIds]);
            await inventory.Before(context.CancellationToken);
            return new()
            {
                Availability =
                {
                    request.ProductIds.Select(id => new Commerce.Inventory.V1.Availability
                    {
                        ProductId = id,
                        Available = inventory._units.GetValueOrDefault(id, Plenty) + inventory.HeldFor(request, id),
                    }),
                },
            };
        }
    }
}
