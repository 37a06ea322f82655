using System.Collections.Concurrent;
using Commerce.Cart.V1;
using Commerce.Events.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Identity.Tests;

/// <summary>What Identity speaks to, over real gRPC with real token checks: hears its events, and is asked to merge carts.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private WebApplication _app = null!;

    public ConcurrentQueue<Event> Events { get; } = [];

    public ConcurrentQueue<MergeCartsRequest> Merges { get; } = [];

    /// <summary>What happens when a merge is asked for, before it is answered.</summary>
    public Func<MergeCartsRequest, ServerCallContext, Task> OnMerge { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Who bought.</summary>
    public ConcurrentQueue<string> Buyers { get; } = [];

    public (string, string)[] Settings =>
        [("Services:Cart", _app.GrpcAddress()), ("Services:Orders", _app.GrpcAddress()), ("Services:Notifications", _app.GrpcAddress())];

    public static async Task<Neighbours> StartAsync()
    {
        var neighbours = new Neighbours();
        var builder = ServiceHost.CreateBuilder(
            [
                "--environment=Development", "--Listen:GrpcPort=0", "--Listen:HttpPort=0", "--Telemetry:Enabled=false",
                "--Log:Level=Fatal", $"--Auth:JwksUrl={await TestTokens.JwksUrlAsync()}",
            ],
            "neighbours",
            grpcPort: 0);
        builder.Services.AddSingleton(neighbours);
        neighbours._app = builder.BuildService();
        neighbours._app.MapGrpcService<Subscriber>();
        neighbours._app.MapGrpcService<Cart>();
        neighbours._app.MapGrpcService<Orders>();
        await neighbours._app.StartAsync();
        return neighbours;
    }

    /// <summary>The events of one kind that came so far, each once.</summary>
    public IReadOnlyList<T> Heard<T>()
        where T : IMessage<T>, new() =>
        [.. Events.Where(fact => fact.Type == new T().Descriptor.FullName).DistinctBy(fact => fact.Id)
            .Select(fact => new MessageParser<T>(() => new T()).ParseFrom(fact.Payload))];

    /// <summary>Waits for so many events of one kind that are meant.</summary>
    public Task<IReadOnlyList<T>> HearAsync<T>(int count, Func<T, bool> which)
        where T : IMessage<T>, new() => Eventually.GetAsync(
            () => Task.FromResult<IReadOnlyList<T>?>(Heard<T>().Where(which).ToArray() is var found && found.Length >= count ? found : null),
            $"{count} of {typeof(T).Name}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Subscriber(Neighbours neighbours) : EventSubscriberService.EventSubscriberServiceBase
    {
        [Allow(Who.Service)]
        public override Task<DeliverResponse> Deliver(DeliverRequest request, ServerCallContext context)
        {
            foreach (var fact in request.Events) neighbours.Events.Enqueue(fact);
            return Task.FromResult(new DeliverResponse());
        }
    }

    private sealed class Orders(Neighbours neighbours) : OrdersService.OrdersServiceBase
    {
        [Allow(Who.Service)]
        public override Task<FilterBuyersResponse> FilterBuyers(FilterBuyersRequest request, ServerCallContext context) =>
            Task.FromResult(new FilterBuyersResponse { UserIds = { request.UserIds.Intersect(neighbours.Buyers) } });
    }

    private sealed class Cart(Neighbours neighbours) : CartService.CartServiceBase
    {
        [Allow(Who.Service)]
        public override async Task<MergeCartsResponse> MergeCarts(MergeCartsRequest request, ServerCallContext context)
        {
            neighbours.Merges.Enqueue(request);
            await neighbours.OnMerge(request, context);
            return new();
        }
    }
}
