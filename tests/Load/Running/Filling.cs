using System.Globalization;
using CommerceKata.Standalone;
using CommerceKata.TestKit;
using Dapper;
using Npgsql;

namespace CommerceKata.Load.Running;

/// <summary>What the shop has before anybody comes: products by the Catalog's own import, stock, past orders.</summary>
internal sealed class Filling(ShopSettings settings, string folder, Action<string> say)
{
    /// <summary>Nothing sells out, whatever a run buys.</summary>
    private const int Stock = 1_000_000;

    public async Task ProductsAsync(int count, CancellationToken cancel)
    {
        foreach (var name in new[] { "Catalog", "Inventory", "Orders" })
            await RunAsync(name, ["migrate", .. settings.For(name)], cancel);
        var there = await ScalarAsync("catalog", "SELECT count(*) FROM product");
        if (there >= count) return;
        say($"Importing {count} products.");
        var file = Path.Combine(folder, "products.csv");
        await File.WriteAllLinesAsync(file, Wares.Csv(count, Stock), cancel);
        var inBulk = count > BulkFrom;
        // An update of a million products would have all their indexes written twice.
        if (inBulk) await ExecuteAsync("catalog", "ALTER TABLE product ALTER in_stock SET DEFAULT true, ALTER stock_version SET DEFAULT 1", null, cancel);
        await RunAsync("Catalog", ["import", file, .. settings.For("Catalog")], cancel);
        if (!inBulk) return;
        await ExecuteAsync("catalog", "ALTER TABLE product ALTER in_stock SET DEFAULT false, ALTER stock_version SET DEFAULT 0", null, cancel);
        // The outbox would take them there one by one; a million is quicker told at once.
        say("Telling Inventory of them.");
        await StockInBulkAsync(cancel);
    }

    /// <summary>Waits until every product has stock and the Catalog knows it.</summary>
    public Task StockedAsync(CancellationToken cancel) => Eventually.HoldsAsync(
        async () =>
        {
            cancel.ThrowIfCancellationRequested();
            return await ScalarAsync("catalog", "SELECT count(*) FROM outbox") == 0
                && await ScalarAsync("catalog", "SELECT count(*) FROM product WHERE NOT in_stock") == 0
                && await ScalarAsync("inventory", "SELECT count(*) FROM outbox") == 0;
        }, "the stock", TimeSpan.FromMinutes(5));

    /// <summary>Orders of other customers, confirmed a while ago, with two lines and a history each.</summary>
    public async Task PastOrdersAsync(int count, CancellationToken cancel)
    {
        const string sql = """
            INSERT INTO orders (id, number, user_id, idempotency_key, fingerprint, status, currency, subtotal_minor, shipping_minor, total_minor,
                shipping_option_id, shipping_option, email, address, payment_method, placed_at, payment_status, pay_by, due_at)
            SELECT gen_random_uuid(), 'PAST-' || n, gen_random_uuid(), gen_random_uuid(), '\x00', 'CONFIRMED', 'USD', 2000, 500, 2500,
                'standard', 'Standard', 'past@example.com', '{}', 'pm_card_visa', now() - n * interval '1 minute', 'SUCCEEDED', now(), 'infinity'
            FROM generate_series(1, @count) n;
            INSERT INTO order_line (id, order_id, position, product_id, sku, name, quantity, unit_price_minor)
            SELECT gen_random_uuid(), o.id, p, gen_random_uuid(), 'PAST', 'Something bought before', 1, 1000
            FROM orders o, generate_series(0, 1) p WHERE o.number LIKE 'PAST-%';
            INSERT INTO order_event (order_id, status, at, note)
            SELECT o.id, s, o.placed_at, '' FROM orders o, unnest(ARRAY['PENDING', 'CONFIRMED']) s WHERE o.number LIKE 'PAST-%';
            """;
        if (await ScalarAsync("orders", "SELECT count(*) FROM orders WHERE number LIKE 'PAST-%'") >= count) return;
        say($"Writing {count} past orders.");
        await ExecuteAsync("orders", sql, new { count }, cancel);
        await ExecuteAsync("orders", "VACUUM ANALYZE", null, cancel);
    }

    public async Task<long> ScalarAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(settings.Postgres + $";Database={database}");
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    /// <summary>Above this, telling Inventory by events would take longer than the run.</summary>
    private const int BulkFrom = 50_000;

    private async Task StockInBulkAsync(CancellationToken cancel)
    {
        await using (var inventory = new NpgsqlConnection(settings.Postgres + ";Database=inventory"))
        await using (var catalog = new NpgsqlConnection(settings.Postgres + ";Database=catalog"))
        {
            await inventory.OpenAsync(cancel);
            await catalog.OpenAsync(cancel);
            await inventory.ExecuteAsync("CREATE TEMP TABLE told (id uuid)");
            await using (var reader = await catalog.BeginTextExportAsync("COPY (SELECT id FROM product) TO STDOUT", cancel))
            await using (var writer = await inventory.BeginTextImportAsync("COPY told FROM STDIN", cancel))
            {
                while (await reader.ReadLineAsync(cancel) is { } id) await writer.WriteAsync(id + "\n");
            }

            await inventory.ExecuteAsync("ALTER TABLE stock DISABLE TRIGGER USER", commandTimeout: 0);
            await inventory.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO stock (product_id, on_hand, threshold) SELECT id, {Stock}, 0 FROM told ON CONFLICT DO NOTHING;
                INSERT INTO stock_movement (product_id, on_hand, reason, reference)
                SELECT id, {Stock}, 'OPENED', id FROM told ON CONFLICT DO NOTHING;
                """), commandTimeout: 0);
            await inventory.ExecuteAsync("ALTER TABLE stock ENABLE TRIGGER USER; ANALYZE", commandTimeout: 0);
            await catalog.ExecuteAsync("TRUNCATE outbox", commandTimeout: 0);
        }

        await ExecuteAsync("catalog", "VACUUM ANALYZE product, outbox", null, cancel);
    }

    private Task RunAsync(string name, string[] arguments, CancellationToken cancel) =>
        ChildProcess.Start(name, arguments, Path.Combine(folder, name + ".out")).SucceedsAsync(cancel);

    private async Task ExecuteAsync(string database, string sql, object? parameters, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(settings.Postgres + $";Database={database}");
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, commandTimeout: 0, cancellationToken: cancel));
    }
}
