using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Orders.Tests;

/// <summary>Orders that somebody watches, over real gRPC and PostgreSQL's notifications.</summary>
internal sealed class LiveOrderTests : OrdersFixture
{
    private static readonly OrderMove Wait = new(OrderStatus.AwaitingPayment, "Waiting.");
    private static readonly OrderMove Confirm = new(OrderStatus.Confirmed, "Paid.") { Event = order => new OrderConfirmed { Order = order.ToProto() } };

    [Test]
    public async Task Watched_order_is_told_as_it_is_and_then_at_each_change()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        using var watch = Watch(Service, order);
        (await NextAsync(watch)).Status.ShouldBe(Commerce.Orders.V1.OrderStatus.Pending);
        var waiting = await Store.MoveAsync(order, Wait, default);
        (await NextAsync(watch)).Status.ShouldBe(Commerce.Orders.V1.OrderStatus.AwaitingPayment);
        await Store.MoveAsync(waiting!, Confirm, default);
        (await NextAsync(watch)).Status.ShouldBe(Commerce.Orders.V1.OrderStatus.Confirmed);
        await Store.NoteRefundedAsync(order.Id, 100, default);
        (await NextAsync(watch)).Refunded.Units.ShouldBe(1);
    }

    [Test]
    public async Task Return_is_told_of_at_each_change_to_who_watches_its_order()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var admin = Service.Client<OrdersServiceClient>(Who.Admin);
        using var watch = Watch(Service, order);
        (await NextAsync(watch)).Returns.ShouldBeEmpty();
        var line = order.Lines[0].Id.ToString();
        var asked = (await admin.RequestReturnAsync(new() { OrderId = order.Id.ToString(), Lines = { new RequestedLine { OrderLineId = line, Quantity = 1 } } })).Return;
        (await NextAsync(watch)).Returns.ShouldBe([asked]);
        await admin.InspectReturnAsync(new() { ReturnId = asked.Id, Approved = true, Lines = { new InspectedLine { OrderLineId = line, Sellable = 1 } } });
        (await NextAsync(watch)).Returns[0].Status.ShouldBe(Commerce.Orders.V1.ReturnStatus.Refunding);
        var seen = (await Store.FindAsync(order.Id, default))!.Returns[0];
        await Service.Services.GetRequiredService<Returns>().SettleAsync(seen, new(ReturnStatus.RefundFailed, "refused"), default);
        (await NextAsync(watch)).Returns[0].Status.ShouldBe(Commerce.Orders.V1.ReturnStatus.RefundFailed);
        await admin.RetryRefundAsync(new() { ReturnId = asked.Id });
        (await NextAsync(watch)).Returns[0].Status.ShouldBe(Commerce.Orders.V1.ReturnStatus.Refunding);
    }

    [Test]
    public async Task Change_made_at_one_replica_is_told_by_another()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        var other = await TestService.StartOnAsync(OrdersHost.Build, Service.ConnectionString, NobodyAround());
        using (var watch = Watch(other, order))
        {
            await NextAsync(watch);
            await Store.MoveAsync(order, Wait, default);
            (await NextAsync(watch)).Status.ShouldBe(Commerce.Orders.V1.OrderStatus.AwaitingPayment);
        }

        await other.StopAsync();
    }

    [Test]
    public async Task Watch_survives_that_the_connection_for_news_breaks()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        using var watch = Watch(Service, order);
        await NextAsync(watch);
        await Service.Services.GetRequiredService<ServiceDefaults.Data.Database>().ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'", null, default);
        await Store.MoveAsync(order, Wait, default);
        (await NextAsync(watch)).Status.ShouldBe(Commerce.Orders.V1.OrderStatus.AwaitingPayment);
    }

    [Test]
    public async Task Watch_ends_with_its_session()
    {
        var (order, session) = (await PlaceAsync(Guid.CreateVersion7()), Guid.CreateVersion7());
        using var watch = Service.Client<OrdersServiceClient>(TestTokens.User(Who.Guest, order.UserId, sessionId: session)).WatchOrder(new() { Id = order.Id.ToString() });
        await NextAsync(watch);
        Service.Services.GetRequiredService<EndedSessions>().Add([session]);
        (await Should.ThrowAsync<RpcException>(() => NextAsync(watch))).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Test]
    public async Task Order_of_somebody_else_or_none_cannot_be_watched()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        var stranger = Service.Client<OrdersServiceClient>(Who.Customer);
        foreach (var id in new[] { order.Id, Guid.CreateVersion7() })
        {
            using var watch = stranger.WatchOrder(new() { Id = id.ToString() });
            await watch.ResponseStream.MoveNext(default).ShouldFailAsync(StatusCode.NotFound);
        }

        using var admin = Service.Client<OrdersServiceClient>(Who.Admin).WatchOrder(new() { Id = order.Id.ToString() });
        (await NextAsync(admin)).Number.ShouldBe(order.Number);
    }

    [Test]
    public async Task Watch_ends_with_its_token()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        using var watch = Watch(Service, order, TimeSpan.FromSeconds(2));
        await NextAsync(watch);
        await watch.ResponseStream.MoveNext(default).ShouldFailAsync(StatusCode.Unauthenticated);
    }

    [Test]
    public async Task Nobody_watches_after_all_have_left()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        var changes = Service.Services.GetRequiredService<OrderChanges>();
        using (var watch = Watch(Service, order))
        {
            await NextAsync(watch);
            changes.IsWatched(order.Id).ShouldBeTrue();
        }

        await Eventually.HoldsAsync(() => Task.FromResult(!changes.IsWatched(order.Id)), "the watch to end");
    }

    private static AsyncServerStreamingCall<WatchOrderResponse> Watch(TestService at, Order order, TimeSpan? lifetime = null) =>
        at.Client<OrdersServiceClient>(TestTokens.User(Who.Customer, order.UserId, lifetime)).WatchOrder(new() { Id = order.Id.ToString() });

    private static async Task<Commerce.Orders.V1.Order> NextAsync(AsyncServerStreamingCall<WatchOrderResponse> watch)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        (await watch.ResponseStream.MoveNext(patience.Token)).ShouldBeTrue();
        return watch.ResponseStream.Current.Order;
    }
}
