using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Npgsql;
using Client = Commerce.Orders.V1.OrdersService.OrdersServiceClient;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders.Tests;

/// <summary>The parcel's way to the customer.</summary>
internal sealed class FulfilmentTests : OrdersFixture
{
    private Client Admin => Service.Client<Client>(Who.Admin);

    [Test]
    public async Task Parcel_leaves_and_arrives_once_however_often_it_is_said()
    {
        var id = (await ConfirmedAsync(Guid.CreateVersion7())).Id.ToString();
        (await Admin.MarkDeliveredAsync(new() { OrderId = id })).WrongState.Status.ShouldBe("CONFIRMED");
        var shipped = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Admin.MarkShippedAsync(new() { OrderId = id, TrackingNumber = "1Z" }).ResponseAsync));
        shipped.ShouldAllBe(answer => answer.Order.Status == Proto.OrderStatus.Shipped && answer.Order.TrackingNumber == "1Z");
        (await Admin.MarkShippedAsync(new() { OrderId = id, TrackingNumber = "2Z" })).WrongState.Status.ShouldBe("SHIPPED");
        var delivered = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Admin.MarkDeliveredAsync(new() { OrderId = id }).ResponseAsync));
        delivered.ShouldAllBe(answer => answer.Order.Status == Proto.OrderStatus.Delivered);
        delivered[0].Order.History.Select(happened => happened.Status).ShouldBe(
            [Proto.OrderStatus.Pending, Proto.OrderStatus.Confirmed, Proto.OrderStatus.Shipped, Proto.OrderStatus.Delivered]);
        (await Admin.MarkShippedAsync(new() { OrderId = id, TrackingNumber = "1Z" })).WrongState.Status.ShouldBe("DELIVERED");

        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var told = source.CreateCommand("SELECT string_agg(type, ' ' ORDER BY seq) FROM outbox WHERE aggregateid = $1 AND destination = 'Notifications'");
        told.Parameters.Add(new() { Value = id });
        (await told.ExecuteScalarAsync()).ShouldBe("commerce.orders.v1.OrderShipped commerce.orders.v1.OrderDelivered");
    }

    [Test]
    public async Task Parcel_of_an_order_that_was_not_paid_does_not_leave()
    {
        var id = (await PlaceAsync(Guid.CreateVersion7())).Id.ToString();
        (await Admin.MarkShippedAsync(new() { OrderId = id })).WrongState.Status.ShouldBe("PENDING");
        await Admin.MarkShippedAsync(new() { OrderId = "x", TrackingNumber = new string('1', 101) }).ShouldViolateAsync("order_id", "tracking_number");
    }
}
