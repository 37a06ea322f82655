using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Client = Commerce.Orders.V1.OrdersService.OrdersServiceClient;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders.Tests;

internal sealed class AuthorizationTests : OrdersFixture
{
    [Test]
    public Task Every_rpc_lets_in_just_whom_it_should() => AuthorizationMatrix.ShouldHoldAsync(
        Service, Proto.OrdersService.Descriptor, new Dictionary<string, Who>
        {
            ["Checkout"] = Who.User,
            ["GetOrder"] = Who.Any,
            ["BatchGetOrders"] = Who.Any,
            ["ListOrders"] = Who.User,
            ["CancelOrder"] = Who.User,
            ["MarkShipped"] = Who.Admin,
            ["MarkDelivered"] = Who.Admin,
            ["RequestReturn"] = Who.User,
            ["InspectReturn"] = Who.Admin,
            ["RetryRefund"] = Who.Admin,
            ["GetReturn"] = Who.User,
            ["ListReturns"] = Who.Admin,
            ["WatchOrder"] = Who.User,
            ["FilterBuyers"] = Who.Service,
        });

    [Test]
    public async Task Order_of_somebody_else_does_not_exist()
    {
        var owner = Guid.CreateVersion7();
        var order = await PlaceAsync(owner);
        var id = order.Id.ToString();
        (await Service.Client<Client>(TestTokens.User(Who.Guest, owner)).GetOrderAsync(new() { Id = id })).Order.Number.ShouldBe(order.Number);
        (await Service.Client<Client>(Who.Admin).GetOrderAsync(new() { Id = id })).Order.Number.ShouldBe(order.Number);

        var stranger = Service.Client<Client>(Who.Customer);
        await stranger.GetOrderAsync(new() { Id = id }).ShouldFailAsync(StatusCode.NotFound);
        await stranger.CancelOrderAsync(new() { OrderId = id }).ShouldFailAsync(StatusCode.NotFound);
        (await stranger.ListOrdersAsync(new())).Edges.ShouldBeEmpty();
        (await stranger.BatchGetOrdersAsync(new() { Ids = { id } })).Orders.ShouldBeEmpty();
        (await Service.Client<Client>(Who.Service).BatchGetOrdersAsync(new() { Ids = { id, Guid.NewGuid().ToString() } })).Orders.Single().Id.ShouldBe(id);
        await stranger.ListOrdersAsync(new() { UserId = owner.ToString() }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Orders_of_everybody_are_for_admins_who_ask_for_them()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        var admin = Service.Client<Client>(Who.Admin);
        (await admin.ListOrdersAsync(new())).TotalCount.ShouldBe(0);
        (await admin.ListOrdersAsync(new() { Everybodys = true })).Edges.ShouldContain(edge => edge.Order.Number == order.Number);
        var next = (await admin.ListOrdersAsync(new() { Everybodys = true, Page = new() { First = 1 } })).PageInfo.EndCursor;
        await admin.ListOrdersAsync(new() { Everybodys = true, Page = new() { After = next } });
        await admin.ListOrdersAsync(new() { Page = new() { After = next } }).ShouldViolateAsync("after");
        await admin.ListOrdersAsync(new() { Everybodys = true, UserId = order.UserId.ToString() }).ShouldViolateAsync("user_id");
        await Service.Client<Client>(Who.Customer).ListOrdersAsync(new() { Everybodys = true }).ShouldFailAsync(StatusCode.PermissionDenied);
    }
}
