using CommerceKata.Addresses;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Orders.Tests;

/// <summary>A running Orders whose neighbours are all away.</summary>
internal abstract class OrdersFixture
{
    protected TestService Service { get; private set; } = null!;

    protected OrdersStore Store => Service.Services.GetRequiredService<OrdersStore>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Service = await TestService.StartAsync(OrdersHost.Build, [.. NobodyAround(), .. Settings]);
    }

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    /// <summary>Settings by which nobody answers.</summary>
    protected static (string Key, string Value)[] NobodyAround()
    {
        var nobody = $"http://127.0.0.1:{FreePort.Take()}";
        return [.. new[] { "Catalog", "Identity", "Inventory", "Cart", "Billing", "Shipping", "Notifications" }.Select(name => ($"Services:{name}", nobody))];
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await Service.DisposeAsync();

    /// <summary>An order as a checkout would write it, which no worker looks at.</summary>
    internal static Order NewOrder(Guid userId, Guid? cartId = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = OrderNumber.Draw(),
        UserId = userId,
        IdempotencyKey = Guid.NewGuid(),
        Fingerprint = [1, 2, 3],
        CartId = cartId,
        CartVersion = cartId is null ? null : 1,
        Currency = "USD",
        SubtotalMinor = 2_000,
        ShippingMinor = 490,
        ShippingOptionId = "standard",
        ShippingOption = "Standard",
        Email = "ada@example.com",
        Address = new PostalAddress("Ada", "12 Way", "", "Portland", "OR", "97201", "US", ""),
        PaymentMethod = "pm_card_visa",
        PlacedAt = DateTime.UtcNow,
        PayBy = DateTime.UtcNow.AddMinutes(15),
        Lines =
        [
            new OrderLine(Guid.CreateVersion7(), Guid.CreateVersion7(), "A-1", "Apple", 2, 500),
            new OrderLine(Guid.CreateVersion7(), Guid.CreateVersion7(), "B-2", "Pear", 1, 1_000),
        ],
    };

    protected async Task<Order> PlaceAsync(Guid userId)
    {
        var order = NewOrder(userId);
        (await PlaceAsync(order)).ShouldBeOfType<Placed.Yes>();
        return order;
    }

    /// <summary>Writes an order down that no worker looks at.</summary>
    private protected Task<Placed> PlaceAsync(Order order, Order? replaced = null, bool isGuest = true) =>
        Service.Services.GetRequiredService<CheckoutStore>().PlaceAsync(order, replaced, isGuest, OrdersStore.Never, CancellationToken.None);

    /// <summary>An order that was paid, and so may be returned.</summary>
    protected async Task<Order> ConfirmedAsync(Guid userId, params OrderStatus[] then)
    {
        var order = await PlaceAsync(userId);
        foreach (var status in then.Prepend(OrderStatus.Confirmed))
            order = (await Store.MoveAsync(order, new(status, "") { PaymentStatus = "SUCCEEDED" }, CancellationToken.None)).ShouldNotBeNull();
        return order;
    }
}
