using System.Net;
using System.Net.Sockets;
using Commerce.Catalog.V1;
using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.TestKit;
using Google.Protobuf;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>A service that is asked to stop finishes what it holds.</summary>
internal sealed class ShutdownTests
{
    private TestService _listener = null!;

    [SetUp]
    public async Task StartAsync() => _listener = await TestService.StartAsync(TestHosts.Listener);

    [TearDown]
    public async Task StopAsync() => await _listener.DisposeAsync();

    [Test]
    public async Task Readiness_turns_unhealthy_while_everything_is_still_answered()
    {
        await using var service = await TestService.StartAsync(TestHosts.Plain, ("Listen:DrainFor", "00:00:02"));
        using var http = new HttpClient { BaseAddress = new Uri(service.HttpAddress) };
        var before = await http.GetAsync("/health/ready");
        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        before.Headers.ConnectionClose.ShouldBeNull();
        var stop = Host(service).StopAsync();
        await Eventually.HoldsAsync(
            async () => (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable, "readiness to say so");
        var alive = await http.GetAsync("/health/live");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        alive.Headers.ConnectionClose.ShouldBe(true);
        var health = await service.Client<Health.HealthClient>(token: null).CheckAsync(new());
        health.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.NotServing);
        await stop;
    }

    [Test]
    public async Task Request_in_flight_is_finished()
    {
        await using var held = await HeldAsync();
        var request = Subscriber.DeliverAsync(new() { Events = { Fact("IN-FLIGHT") } }).ResponseAsync;
        await WaitingAsync();
        var stop = Host(_listener).StopAsync();
        await ClosedAsync(_listener);
        await held.EndAsync();
        (await request).Failures.ShouldBeEmpty();
        await stop;
        (await HeardAsync("IN-FLIGHT")).ShouldBe(1);
    }

    [Test]
    public async Task Batch_that_the_relay_holds_is_delivered_and_noted()
    {
        var publisher = await TestService.StartAsync(
            TestHosts.Publisher, ("Services:Inventory", _listener.GrpcAddress), ("Services:Cart", _listener.GrpcAddress));
        await using var held = await HeldAsync();
        var database = publisher.Services.GetRequiredService<Database>();
        await database.TransactionAsync(transaction => publisher.Services.GetRequiredService<Outbox>()
            .PublishAsync(transaction, "product", Guid.CreateVersion7(), new ProductCreated { Sku = "HELD" }, default), default);
        await WaitingAsync();
        await Eventually.HoldsAsync(async () => await CountAsync(database, "outbox WHERE attempts = 1") == 2, "both relays to hold it");
        var stop = Host(publisher).StopAsync();
        await ClosedAsync(publisher);
        await held.EndAsync();
        await stop;
        (await CountAsync(database, "outbox")).ShouldBe(0);
        (await HeardAsync("HELD")).ShouldBe(1);
        await publisher.DisposeAsync();
    }

    private EventSubscriberService.EventSubscriberServiceClient Subscriber => _listener.Client<EventSubscriberService.EventSubscriberServiceClient>(Who.Service);

    private Database There => _listener.Services.GetRequiredService<Database>();

    private static IHost Host(TestService service) => service.Services.GetRequiredService<IHost>();

    private static Event Fact(string sku) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Type = ProductCreated.Descriptor.FullName,
        Payload = new ProductCreated { Sku = sku }.ToByteString(),
    };

    /// <summary>From here on nothing can be applied.</summary>
    private async Task<Lock> HeldAsync()
    {
        var held = new Lock();
        await held.TakeAsync(There);
        return held;
    }

    private Task WaitingAsync() => Eventually.HoldsAsync(
        async () => await There.QuerySingleOrDefaultAsync<bool>(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'heard'::regclass)", null, default),
        "the event to be on its way");

    /// <summary>It takes no new connections: the stop is under way.</summary>
    private static Task ClosedAsync(TestService service) => Eventually.HoldsAsync(async () =>
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPEndPoint.Parse(new Uri(service.HttpAddress).Authority));
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }, "the ports to close");

    private Task<int> HeardAsync(string sku) => CountAsync(There, $"heard WHERE what = '{sku}'");

    private static Task<int> CountAsync(Database database, string rows) =>
        database.QuerySingleOrDefaultAsync<int>($"SELECT count(*)::int FROM {rows}", null, default);

    /// <summary>A lock on what the listener writes, until it is ended.</summary>
    private sealed class Lock : IAsyncDisposable
    {
        private readonly TaskCompletionSource _end = new();
        private Task _transaction = Task.CompletedTask;

        public async Task TakeAsync(Database database)
        {
            var taken = new TaskCompletionSource();
            _transaction = database.TransactionAsync(async transaction =>
            {
                await transaction.ExecuteAsync("LOCK TABLE heard IN ACCESS EXCLUSIVE MODE", null, default);
                taken.SetResult();
                await _end.Task;
            }, default);
            await Task.WhenAny(taken.Task, _transaction);
        }

        public Task EndAsync()
        {
            _end.TrySetResult();
            return _transaction;
        }

        public async ValueTask DisposeAsync() => await EndAsync();
    }
}
