using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CommerceKata.Orders.Tests;

internal sealed class OrdersStoreTests : OrdersFixture
{
    [Test]
    public async Task Placed_order_reads_back_as_it_was_with_its_history()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        var read = (await Store.FindAsync(order.Id, CancellationToken.None))!;
        read.Status.ShouldBe(OrderStatus.Pending);
        read.Lines.ShouldBe(order.Lines);
        read.Address.ShouldBe(order.Address);
        read.Total.ToString().ShouldBe("24.90 USD");
        read.History.Single().Status.ShouldBe("PENDING");
    }

    [Test]
    public async Task Key_is_taken_once_per_customer_and_a_cart_state_once_until_it_failed()
    {
        var cart = Guid.CreateVersion7();
        var first = NewOrder(Guid.CreateVersion7(), cart);
        (await PlaceAsync(first)).ShouldBeOfType<Placed.Yes>();
        (await PlaceAsync(NewOrder(first.UserId) with { IdempotencyKey = first.IdempotencyKey })).ShouldBeOfType<Placed.KeyTaken>();
        (await PlaceAsync(NewOrder(Guid.CreateVersion7()) with { IdempotencyKey = first.IdempotencyKey })).ShouldBeOfType<Placed.Yes>();
        (await PlaceAsync(NewOrder(first.UserId, cart))).ShouldBeOfType<Placed.CartTaken>();

        await Store.MoveAsync(first, new(OrderStatus.PaymentFailed, "Declined."), CancellationToken.None);
        (await PlaceAsync(NewOrder(first.UserId, cart))).ShouldBeOfType<Placed.Yes>();
    }

    [Test]
    public async Task Number_that_is_taken_is_drawn_again()
    {
        var first = await PlaceAsync(Guid.CreateVersion7());
        var second = NewOrder(first.UserId) with { Number = first.Number };
        (await PlaceAsync(second)).ShouldBeOfType<Placed.Yes>();
        (await Store.FindAsync(second.Id, CancellationToken.None))!.Number.ShouldNotBe(first.Number);
    }

    [Test]
    public async Task Of_many_who_move_an_order_one_wins_and_its_event_leaves_once()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        var confirm = new OrderMove(OrderStatus.Confirmed, "Paid.") { Event = now => new OrderConfirmed { Order = now.ToProto() } };
        var expire = new OrderMove(OrderStatus.Expired, "Late.") { Event = now => new OrderEnded { Order = now.ToProto() } };
        var moved = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Store.MoveAsync(order, i % 2 == 0 ? confirm : expire, CancellationToken.None)));
        var winner = moved.Single(result => result is not null)!;
        winner.History.Length.ShouldBe(2);

        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var count = source.CreateCommand("SELECT count(DISTINCT id) FROM outbox WHERE aggregateid = $1");
        count.Parameters.Add(new() { Value = order.Id.ToString() });
        (await count.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Test]
    public async Task News_that_come_while_an_order_is_moved_keep_it_due()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        await OrdersStore.WakeAsync(Service.Services.GetRequiredService<Database>(), order.Id, CancellationToken.None);
        var moved = await Store.MoveAsync(order, Wait(order), CancellationToken.None);
        moved!.Status.ShouldBe(OrderStatus.AwaitingPayment);
        (await DueNowAsync(order.Id)).ShouldBeTrue();

        var other = await PlaceAsync(Guid.CreateVersion7());
        await Store.MoveAsync(other, Wait(other), CancellationToken.None);
        (await DueNowAsync(other.Id)).ShouldBeFalse();
    }

    [Test]
    public async Task Move_that_the_table_of_transitions_does_not_know_is_a_bug()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        await Should.ThrowAsync<InvalidOperationException>(() => Store.MoveAsync(order, new(OrderStatus.Delivered, ""), CancellationToken.None));
    }

    [Test]
    public async Task Record_keeps_totals_that_add_up_whatever_is_written()
    {
        var order = await PlaceAsync(Guid.CreateVersion7());
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        foreach (var wrong in new[] { "total_minor = total_minor + 1", "refunded_minor = total_minor + 1", "status = 'LOST'" })
        {
            await using var update = source.CreateCommand($"UPDATE orders SET {wrong} WHERE id = '{order.Id}'");
            (await Should.ThrowAsync<PostgresException>(update.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
        }
    }

    private static OrderMove Wait(Order order) => new(OrderStatus.AwaitingPayment, "Waiting.") { DueAt = order.PayBy };

    private Task<bool> DueNowAsync(Guid id) => Service.Services.GetRequiredService<Database>()
        .QuerySingleOrDefaultAsync<bool>("SELECT due_at < pay_by FROM orders WHERE id = @id", new { id }, CancellationToken.None);
}
