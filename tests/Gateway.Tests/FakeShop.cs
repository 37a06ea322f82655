using System.Collections.Concurrent;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Commerce.Cart.V1.CartService;
using static Commerce.Catalog.V1.CatalogService;
using static Commerce.Identity.V1.IdentityService;
using static Commerce.Inventory.V1.InventoryService;
using static Commerce.Notifications.V1.NotificationsService;
using static Commerce.Orders.V1.OrdersService;
using static Commerce.Shipping.V1.ShippingService;

namespace CommerceKata.Gateway.Tests;

/// <summary>
/// The services behind the front door, over real gRPC, with the real token checks and error answers: a test says what they
/// answer, and looks at what they were asked. An RPC that the test says nothing about is UNIMPLEMENTED.
/// </summary>
internal sealed class FakeShop : Interceptor, IAsyncDisposable
{
    private readonly ConcurrentDictionary<Type, Func<object, object>> _answers = [];
    private readonly ConcurrentDictionary<Type, Func<object, CancellationToken, IAsyncEnumerable<object>>> _streams = [];
    private readonly ConcurrentQueue<Call> _calls = [];
    private WebApplication _app = null!;

    /// <summary>One call that came in.</summary>
    /// <param name="Request">The request message.</param>
    /// <param name="Token">The authorization metadata; null without.</param>
    /// <param name="Deadline">Until when the answer is of use.</param>
    /// <param name="ClientAddress">From where the client is said to call; null without.</param>
    public sealed record Call(object Request, string? Token, DateTime Deadline, string? ClientAddress);

    public string Address => _app.GrpcAddress();

    /// <summary>What is answered to a request that the test says nothing else about; null for UNIMPLEMENTED.</summary>
    public Func<object, object>? Otherwise { get; set; }

    public IReadOnlyCollection<Call> Calls => _calls;

    public static async Task<FakeShop> StartAsync()
    {
        var shop = new FakeShop();
        var builder = ServiceHost.CreateBuilder(
            [
                "--environment=Development", "--Listen:GrpcPort=0", "--Listen:HttpPort=0", "--Telemetry:Enabled=false",
                "--Log:Level=Fatal", $"--Auth:JwksUrl={await TestTokens.JwksUrlAsync()}",
            ],
            "fake",
            grpcPort: 0);
        builder.Services.AddSingleton(shop);
        builder.Services.Configure<GrpcServiceOptions>(grpc => grpc.Interceptors.Add<FakeShop>());
        shop._app = builder.BuildService();
        shop._app.MapGrpcService<Catalog>().AllowAnonymous();
        shop._app.MapGrpcService<Identity>().AllowAnonymous();
        shop._app.MapGrpcService<Inventory>().AllowAnonymous();
        shop._app.MapGrpcService<Cart>().AllowAnonymous();
        shop._app.MapGrpcService<Orders>().AllowAnonymous();
        shop._app.MapGrpcService<Shipping>().AllowAnonymous();
        shop._app.MapGrpcService<Notifications>().AllowAnonymous();
        await shop._app.StartAsync();
        return shop;
    }

    /// <summary>Says what is answered to a request; an answer may be to throw a Fault.</summary>
    public void On<TRequest>(Func<TRequest, object> answer) => _answers[typeof(TRequest)] = request => answer((TRequest)request);

    /// <summary>Says what a streaming RPC answers, one after the other, until the caller leaves.</summary>
    public void OnStream<TRequest>(Func<TRequest, CancellationToken, IAsyncEnumerable<object>> answers) =>
        _streams[typeof(TRequest)] = (request, left) => answers((TRequest)request, left);

    /// <summary>The requests of one kind, in the order in which they came.</summary>
    public IReadOnlyList<TRequest> Asked<TRequest>() => [.. _calls.Select(call => call.Request).OfType<TRequest>()];

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Note(request, context);
        return (_answers.GetValueOrDefault(typeof(TRequest)) ?? Otherwise) is { } answer
            ? Task.FromResult((TResponse)answer(request))
            : continuation(request, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Note(request, context);
        if (!_streams.TryGetValue(typeof(TRequest), out var answers))
        {
            await continuation(request, responseStream, context);
            return;
        }

        await foreach (var answer in answers(request, context.CancellationToken)) await responseStream.WriteAsync((TResponse)answer);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Note(object request, ServerCallContext context) => _calls.Enqueue(new Call(
        request, context.RequestHeaders.GetValue("authorization"), context.Deadline, context.RequestHeaders.GetValue("x-client-address")));

    private sealed class Catalog : CatalogServiceBase;

    private sealed class Identity : IdentityServiceBase;

    private sealed class Inventory : InventoryServiceBase;

    private sealed class Cart : CartServiceBase;

    private sealed class Orders : OrdersServiceBase;

    private sealed class Shipping : ShippingServiceBase;

    private sealed class Notifications : NotificationsServiceBase;
}
