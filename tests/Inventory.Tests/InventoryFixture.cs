using Commerce.Catalog.V1;
using Commerce.Events.V1;
using Commerce.Inventory.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Client = Commerce.Inventory.V1.InventoryService.InventoryServiceClient;
using ProtoLine = Commerce.Inventory.V1.StockLine;
using ProtoStock = Commerce.Inventory.V1.Stock;

namespace CommerceKata.Inventory.Tests;

/// <summary>A running Inventory. Its expiry worker sleeps, so that each test says itself when time is over.</summary>
internal abstract class InventoryFixture
{
    private EventSubscriberService.EventSubscriberServiceClient _events = null!;
    private NpgsqlDataSource _source = null!;

    protected TestService Service { get; private set; } = null!;

    protected Client Anyone { get; private set; } = null!;

    protected Client Admin { get; private set; } = null!;

    /// <summary>Orders, as Inventory sees it.</summary>
    protected Client Orders { get; private set; } = null!;

    /// <summary>Nobody answers as the others here: what they are told waits in the outbox.</summary>
    protected static readonly (string Key, string Value)[] Nobody =
        [("Services:Notifications", "http://127.0.0.1:1"), ("Services:Catalog", "http://127.0.0.1:1"), ("Inventory:ExpiryInterval", "01:00:00")];

    protected ReservationStore Store => Service.Services.GetRequiredService<ReservationStore>();

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Use(await TestService.StartAsync(InventoryHost.Build, [.. Nobody, .. Settings]));
        _source = NpgsqlDataSource.Create(Service.ConnectionString);
    }

    /// <summary>Starts the service again, after a test stopped it.</summary>
    protected async Task RestartAsync() =>
        Use(await TestService.StartOnAsync(InventoryHost.Build, Service.ConnectionString, [.. Nobody, .. Settings]));

    private void Use(TestService service)
    {
        Service = service;
        Anyone = Service.Client<Client>(token: null);
        Admin = Service.Client<Client>(Who.Admin);
        Orders = Service.Client<Client>(Who.Service);
        _events = Service.Client<EventSubscriberService.EventSubscriberServiceClient>(Who.Service);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _source.DisposeAsync();
        await Service.DisposeAsync();
    }

    /// <summary>Whatever a test did, the ledger and the reservations must give the counts.</summary>
    [TearDown]
    public async Task CountsShouldAddUpAsync()
    {
        const string wrong = """
            SELECT count(*) FROM stock s
            LEFT JOIN (SELECT product_id, sum(on_hand) AS on_hand, sum(damaged) AS damaged
                       FROM stock_movement GROUP BY 1) m USING (product_id)
            LEFT JOIN (SELECT product_id, sum(quantity) AS reserved FROM reservation_line JOIN reservation USING (order_id)
                       WHERE status = 'ACTIVE' GROUP BY 1) r USING (product_id)
            WHERE (s.on_hand, s.damaged, s.reserved) <> (COALESCE(m.on_hand, 0), COALESCE(m.damaged, 0), COALESCE(r.reserved, 0))
            """;
        await using var query = _source.CreateCommand(wrong);
        (await query.ExecuteScalarAsync()).ShouldBe(0L);
    }

    /// <summary>A product with so many units, as the Catalog announces it.</summary>
    protected async Task<string> NewProductAsync(int stock, int threshold = 0)
    {
        var id = NewId();
        await TellAsync(new ProductCreated { ProductId = id, Sku = "KET-1", Name = "Kettle", InitialStock = stock, LowStockThreshold = threshold });
        return id;
    }

    /// <summary>What others were told of a product, oldest first, once there is nothing left to tell.</summary>
    protected async Task<T[]> ToldAsync<T>(string productId)
        where T : IMessage<T>, new()
    {
        Service.Services.GetRequiredService<CrossingSignal>().Wake();
        await Eventually.HoldsAsync(
            async () => (await QueryAsync<long>("SELECT count(*) FROM stock_crossing WHERE product_id = $1::uuid", productId))[0] == 0, "the crossings to be told");
        var type = new T().Descriptor.FullName;
        var payloads = await QueryAsync<byte[]>($"SELECT payload FROM outbox WHERE aggregateid = $1 AND type = '{type}' ORDER BY seq", productId);
        var parser = new MessageParser<T>(() => new T());
        return [.. payloads.Select(parser.ParseFrom)];
    }

    /// <summary>The only column of the rows.</summary>
    protected async Task<T[]> QueryAsync<T>(string sql, string id)
    {
        await using var query = _source.CreateCommand(sql);
        if (sql.Contains("$1", StringComparison.Ordinal)) query.Parameters.Add(new() { Value = id });
        await using var rows = await query.ExecuteReaderAsync();
        List<T> found = [];
        while (await rows.ReadAsync()) found.Add(rows.GetFieldValue<T>(0));
        return [.. found];
    }

    protected async Task SqlAsync(string sql)
    {
        await using var change = _source.CreateCommand(sql);
        await change.ExecuteNonQueryAsync();
    }

    protected static string NewId() => Guid.CreateVersion7().ToString();

    protected static ProtoLine Line(string productId, int quantity) => new() { ProductId = productId, Quantity = quantity };

    protected async Task<ReserveResponse> ReserveAsync(string orderId, params ProtoLine[] lines) =>
        await Orders.ReserveAsync(new() { OrderId = orderId, Lines = { lines }, HoldSeconds = 900 });

    /// <summary>An order that holds these lines.</summary>
    protected async Task<string> ReservedAsync(params ProtoLine[] lines)
    {
        var orderId = NewId();
        (await ReserveAsync(orderId, lines)).Reserved.ShouldNotBeNull();
        return orderId;
    }

    protected async Task<ProtoStock> StockOfAsync(string productId) =>
        (await Admin.BatchGetStockAsync(new() { ProductIds = { productId } })).Stock.Single();

    protected async Task StockShouldBeAsync(string productId, int onHand, int reserved, int damaged = 0)
    {
        var stock = await StockOfAsync(productId);
        (stock.OnHand, stock.Reserved, stock.Damaged).ShouldBe((onHand, reserved, damaged));
    }

    /// <summary>Ends the time of an order's hold, if it has one; the worker has yet to notice.</summary>
    protected async Task TimeOutAsync(string orderId)
    {
        await using var change = _source.CreateCommand(
            "UPDATE reservation SET expires_at = now() - interval '1 second' WHERE order_id = $1::uuid");
        change.Parameters.Add(new() { Value = orderId });
        await change.ExecuteNonQueryAsync();
    }

    /// <summary>Ends the time of an order's hold, and has that noticed.</summary>
    protected async Task ExpireAsync(string orderId)
    {
        await TimeOutAsync(orderId);
        await Store.ExpireAsync(CancellationToken.None);
    }

    protected async Task<string> StatusOfAsync(string orderId)
    {
        await using var query = _source.CreateCommand("SELECT status FROM reservation WHERE order_id = $1::uuid");
        query.Parameters.Add(new() { Value = orderId });
        return (string)(await query.ExecuteScalarAsync())!;
    }

    protected static OrderConfirmed Confirmed(string orderId) => new() { Order = new() { Id = orderId } };

    protected static OrderEnded Ended(string orderId) => new() { Order = new() { Id = orderId } };

    /// <summary>Delivers a fact that must be applied.</summary>
    protected async Task TellAsync(IMessage fact) => (await DeliverAsync(fact)).ShouldBeNull();

    /// <summary>Delivers a fact; the reason if it could not be applied.</summary>
    protected async Task<string?> DeliverAsync(IMessage fact, string? eventId = null) =>
        (await DeliverAsync([(eventId ?? NewId(), fact)])).SingleOrDefault().Reason;

    /// <summary>Delivers facts in one call, as a relay does; those that could not be applied, and why.</summary>
    protected async Task<IReadOnlyList<(string EventId, string Reason)>> DeliverAsync(IEnumerable<(string EventId, IMessage Fact)> facts)
    {
        var items = facts.Select(each => new Event { Id = each.EventId, Type = each.Fact.Descriptor.FullName, Payload = each.Fact.ToByteString() });
        var answer = await _events.DeliverAsync(new() { Events = { items } });
        return [.. answer.Failures.Select(failure => (failure.EventId, failure.Reason))];
    }
}
