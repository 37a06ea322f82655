using CommerceKata.TestKit;
using Npgsql;

namespace CommerceKata.Orders.Tests;

/// <summary>Promise 12: migrations run on the previous schema with data in it.</summary>
internal sealed class MigrationTests
{
    [Test]
    public async Task Orders_that_came_back_before_they_shipped_are_due_once_the_version_before_is_gone()
    {
        var connection = await TestCluster.NewDatabaseAsync("orders");
        var server = new NpgsqlConnectionStringBuilder(connection);
        await using (var admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false }))
        await using (var create = admin.CreateCommand($"CREATE DATABASE \"{server.Database}\"")) await create.ExecuteNonQueryAsync();
        await using (var source = NpgsqlDataSource.Create(connection))
        {
            foreach (var script in new[] { "0001_orders.sql", "0002_returns.sql", "0003_trace.sql" }) await RunAsync(source, Script(script));
            await OrderAsync(source, 1, "CONFIRMED", returned: 2);
            await OrderAsync(source, 2, "CONFIRMED", returned: 1);
            await OrderAsync(source, 3, "DELIVERED", returned: 2);
            await OrderAsync(source, 4, "CONFIRMED", returned: 0);
            foreach (var script in new[] { "0004_returned.sql", "0006_returned_rows.sql" }) await RunAsync(source, Script(script));

            (await ReadAsync(source, "SELECT string_agg(right(id::text, 1), ' ' ORDER BY id) FROM orders WHERE due_at < 'infinity'")).ShouldBe("1");
            (await ReadAsync(source, "SELECT string_agg(DISTINCT status, ' ') FROM orders WHERE due_at < 'infinity' AND due_at > now() + interval '50 minutes'")).ShouldBe("CONFIRMED");
            (await ReadAsync(source, "SELECT count(*) FROM pg_constraint WHERE NOT convalidated")).ShouldBe(0L);
            await RunAsync(source, "UPDATE orders SET status = 'RETURNED' WHERE return_count > 0");
            (await Should.ThrowAsync<PostgresException>(RunAsync(source, "UPDATE orders SET status = 'RETURNED' WHERE return_count = 0")))
                .ConstraintName.ShouldBe("orders_returned_have_returns");
        }

        await TestCluster.DropAsync(connection);
    }

    /// <summary>An order of two units, some of which came back.</summary>
    private static Task OrderAsync(NpgsqlDataSource source, int n, string status, int returned) => RunAsync(source, $"""
        INSERT INTO orders (id, number, user_id, idempotency_key, fingerprint, status, currency, subtotal_minor, shipping_minor, total_minor,
            shipping_option_id, shipping_option, email, address, payment_method, placed_at, pay_by, due_at, return_count)
        VALUES ('00000000-0000-0000-0000-00000000000{n}', 'CK-{n}', gen_random_uuid(), gen_random_uuid(), '', '{status}', 'USD', 200, 0, 200,
            'standard', 'Standard', 'ada@example.com', '{"{}"}', 'pm_card_visa', now(), now(), 'infinity', {(returned > 0 ? 1 : 0)});
        INSERT INTO order_line (id, order_id, position, product_id, sku, name, quantity, unit_price_minor, in_return, returned)
        VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000{n}', 1, gen_random_uuid(), 'A-1', 'Apple', 2, 100, {returned}, {returned});
        INSERT INTO order_return (id, order_id, status, reason, requested_at, currency, refund_minor, refund_id)
        SELECT gen_random_uuid(), '00000000-0000-0000-0000-00000000000{n}', 'REFUNDED', '', now(), 'USD', 100 * {returned}, gen_random_uuid() WHERE {returned} > 0
        """);

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(OrdersHost).Assembly.GetManifestResourceStream("Migrations/" + name)!);
        return reader.ReadToEnd();
    }
}
