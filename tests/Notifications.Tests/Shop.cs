using Commerce.Events.V1;
using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Client = Commerce.Notifications.V1.NotificationsService.NotificationsServiceClient;

namespace CommerceKata.Notifications.Tests;

/// <summary>A running Notifications, and what the rest of the shop tells it.</summary>
internal sealed class Shop(TestService service) : IAsyncDisposable
{
    private readonly EventSubscriberService.EventSubscriberServiceClient _events = service.Client<EventSubscriberService.EventSubscriberServiceClient>(Who.Service);

    public TestService Service => service;

    public Client Admin { get; } = service.Client<Client>(Who.Admin);

    public static async Task<Shop> OpenAsync(params (string Key, string Value)[] settings) =>
        new(await TestService.StartAsync(NotificationsHost.Build, settings));

    /// <summary>A confirmed order of two products.</summary>
    public static Order NewOrder(string email = "dana@example.com", string product = "Hand Coffee Grinder")
    {
        var id = Guid.CreateVersion7();
        return new Order
        {
            Id = id.ToString(),
            Number = "CK-" + id.ToString("N")[^8..].ToUpperInvariant(),
            Email = email,
            Lines =
            {
                new OrderLine { Name = product, Quantity = 1, UnitPrice = Usd(4900), LineTotal = Usd(4900) },
                new OrderLine { Name = "Mug", Quantity = 2, UnitPrice = Usd(1250), LineTotal = Usd(2500) },
            },
            Subtotal = Usd(7400),
            Shipping = Usd(595),
            Total = Usd(7995),
            ShippingOption = "Standard",
            Address = new OrderAddress { Name = "Dana Example", Line1 = "1 Test Street", City = "Springfield", Region = "OR", PostalCode = "97477", CountryCode = "US" },
            PlacedAt = Timestamp.FromDateTime(new DateTime(2026, 10, 13, 14, 5, 0, DateTimeKind.Utc)),
        };
    }

    public static Event Confirmed(Order order, Guid? eventId = null) => new()
    {
        Id = (eventId ?? Guid.CreateVersion7()).ToString(),
        Type = OrderConfirmed.Descriptor.FullName,
        AggregateType = "order",
        AggregateId = order.Id,
        Payload = new OrderConfirmed { Order = order }.ToByteString(),
    };

    public static Event Ended(Order order) => Fact(order, new OrderEnded { Order = order });

    /// <summary>Something that Orders tells of an order.</summary>
    public static Event Fact(Order order, IMessage fact) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Type = fact.Descriptor.FullName,
        AggregateType = "order",
        AggregateId = order.Id,
        Payload = fact.ToByteString(),
    };

    /// <summary>An order that came to these statuses, one after the other.</summary>
    public static Order OrderThatCameTo(OrderPaymentStatus? payment, params OrderStatus[] statuses)
    {
        var order = NewOrder();
        order.Status = statuses[^1];
        order.History.AddRange(statuses.Select(status => new OrderEvent { Status = status }));
        if (payment is { } known) order.Payment = new OrderPayment { Status = known, Amount = order.Total };
        return order;
    }

    public async Task<IReadOnlyList<DeliveryFailure>> DeliverAsync(params Event[] events) =>
        (await _events.DeliverAsync(new DeliverRequest { Events = { events } }, deadline: DateTime.UtcNow.AddSeconds(20))).Failures;

    /// <summary>Confirms orders to these addresses.</summary>
    public async Task ConfirmAsync(params string[] recipients) =>
        (await DeliverAsync([.. recipients.Select(recipient => Confirmed(NewOrder(recipient)))])).ShouldBeEmpty();

    /// <summary>Every email there is, newest first; 50 at most.</summary>
    public async Task<IReadOnlyList<Commerce.Notifications.V1.Email>> EmailsAsync() =>
        [.. (await Admin.ListEmailsAsync(new() { Page = new() { First = 50 } })).Edges.Select(edge => edge.Email)];

    /// <summary>The only email there is, once it has this status.</summary>
    public Task<Commerce.Notifications.V1.Email> OnlyEmailAsync(EmailStatus status) => Eventually.GetAsync(
        async () => (await EmailsAsync()).ShouldHaveSingleItem() is var email && email.Status == status ? email : null, $"the email to be {status}");

    public Task AllSentAsync(int count) => Eventually.HoldsAsync(
        async () => await EmailsAsync() is var emails && emails.Count == count && emails.All(email => email.Status == EmailStatus.Sent), $"{count} emails to be sent");

    /// <summary>Ends the pauses of all mails that failed. Only for a single worker that is not cut off: a pause may be a lease.</summary>
    public async Task HurryAsync()
    {
        await SqlAsync("UPDATE email SET due_at = now() WHERE status = 'QUEUED'");
        service.Services.GetRequiredService<EmailSignal>().Wake();
    }

    public async Task SqlAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(service.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Mails of which it is known what they said.</summary>
    public async Task<long> BodiesAsync()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(service.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand("SELECT count(*) FROM email WHERE text <> '' OR html <> ''");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private static Google.Type.Money Usd(long cents) => new Money(cents, "USD").ToProto();
}
