using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Orders.Tests;

/// <summary>What is not kept for ever of orders, and who bought.</summary>
internal sealed class OrderCleanerTests : OrdersFixture
{
    private Database Database => Service.Services.GetRequiredService<Database>();

    [Test]
    public async Task Order_that_was_never_paid_loses_its_personal_data_and_keeps_its_key()
    {
        var user = Guid.CreateVersion7();
        var refused = new List<Order>();
        foreach (var status in new[] { OrderStatus.OutOfStock, OrderStatus.PaymentFailed, OrderStatus.Cancelled, OrderStatus.Expired })
            refused.Add(await EndedAsync(user, status, paid: false));
        var young = await EndedAsync(user, OrderStatus.PaymentFailed, paid: false);
        var refunded = await EndedAsync(user, OrderStatus.Cancelled, paid: true);
        var sold = await ConfirmedAsync(user);
        await Database.ExecuteAsync("UPDATE orders SET placed_at = placed_at - interval '31 days' WHERE id <> @Id", new { young.Id }, default);

        var replica = await TestService.StartOnAsync(OrdersHost.Build, Service.ConnectionString, NobodyAround());
        await Eventually.HoldsAsync(async () => (await FindAsync(refused)).All(order => order.Email.Length == 0), "the orders to be blanked");
        await replica.StopAsync();
        foreach (var order in await FindAsync(refused))
        {
            order.Address.ShouldBe(new("", "", "", "", "", "", "US", ""));
            (order.PaymentMethod, order.ClientAddress, order.RadarSession).ShouldBe(("", null, null));
            order.Lines.Length.ShouldBe(2);
            (await Store.FindByKeyAsync(user, order.IdempotencyKey, default))!.Id.ShouldBe(order.Id);
        }

        foreach (var order in await FindAsync([young, refunded, sold])) (order.Email, order.Address.City).ShouldBe(("ada@example.com", "Portland"));
    }

    [Test]
    public async Task Setting_of_less_than_a_day_is_refused() =>
        (await Should.ThrowAsync<ServiceDefaults.SettingException>(
            () => TestService.StartAsync(OrdersHost.Build, ("Checkout:KeepUnpaid", "23:00:00")))).Message.ShouldContain("Checkout:KeepUnpaid");

    [Test]
    public async Task Buyers_are_those_with_an_order_that_was_paid_or_may_be()
    {
        var (none, refused, refunded, waiting, sold) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await EndedAsync(refused, OrderStatus.PaymentFailed, paid: false);
        await EndedAsync(refunded, OrderStatus.Cancelled, paid: true);
        await PlaceAsync(waiting);
        await ConfirmedAsync(sold);
        var answer = await Service.Client<OrdersServiceClient>(Who.Service).FilterBuyersAsync(
            new() { UserIds = { new[] { none, refused, refunded, waiting, sold }.Select(id => id.ToString()) } });
        answer.UserIds.Select(Guid.Parse).ShouldBe([refunded, waiting, sold], ignoreOrder: true);
        await Service.Client<OrdersServiceClient>(Who.Service).FilterBuyersAsync(new() { UserIds = { "me" } }).ShouldViolateAsync("user_ids");
    }

    private async Task<Order> EndedAsync(Guid user, OrderStatus status, bool paid)
    {
        var order = await PlaceAsync(user);
        if (paid) order = (await Store.MoveAsync(order, new(OrderStatus.Confirmed, "") { PaymentStatus = "SUCCEEDED" }, default))!;
        var payment = paid ? "SUCCEEDED" : status == OrderStatus.OutOfStock ? null : "CANCELLED";
        return (await Store.MoveAsync(order, new(status, "") { PaymentStatus = payment }, default)).ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<Order>> FindAsync(IEnumerable<Order> orders) =>
        await Task.WhenAll(orders.Select(async order => (await Store.FindAsync(order.Id, default)).ShouldNotBeNull()));
}
