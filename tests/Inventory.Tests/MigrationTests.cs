using CommerceKata.TestKit;
using Npgsql;

namespace CommerceKata.Inventory.Tests;

/// <summary>Promise 12: migrations run on the previous schema with data in it.</summary>
internal sealed class MigrationTests
{
    [Test]
    public async Task Restocking_comes_to_a_shop_that_is_selling_and_tells_what_nobody_was_told()
    {
        var connection = await TestCluster.NewDatabaseAsync("inventory");
        var server = new NpgsqlConnectionStringBuilder(connection);
        await using (var admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false }))
        await using (var create = admin.CreateCommand($"CREATE DATABASE \"{server.Database}\"")) await create.ExecuteNonQueryAsync();
        await using (var source = NpgsqlDataSource.Create(connection))
        {
            await RunAsync(source, Script("0001_inventory.sql"));
            await RunAsync(source, """
                INSERT INTO stock (product_id, on_hand, reserved, threshold) VALUES
                    ('00000000-0000-0000-0000-000000000001', 10, 2, 5),
                    ('00000000-0000-0000-0000-000000000002', 6, 2, 5),
                    ('00000000-0000-0000-0000-000000000003', 3, 3, 0);
                INSERT INTO stock_movement (product_id, on_hand, reason, reference)
                SELECT product_id, on_hand, 'OPENED', product_id FROM stock
                """);
            await RunAsync(source, Script("0002_restock.sql"));
            // As the version before still does.
            await RunAsync(source, """
                UPDATE stock SET reserved = reserved + 4 WHERE product_id = '00000000-0000-0000-0000-000000000001';
                INSERT INTO stock (product_id, on_hand, threshold) VALUES ('00000000-0000-0000-0000-000000000004', 1, 0)
                """);
            await using var query = source.CreateCommand("SELECT right(product_id::text, 1) || ' ' || kind || ' ' || available FROM stock_crossing ORDER BY 1");
            await using var rows = await query.ExecuteReaderAsync();
            List<string> crossings = [];
            while (await rows.ReadAsync()) crossings.Add(rows.GetString(0));
            crossings.ShouldBe(["1 IN_STOCK 8", "1 RAN_LOW 4", "2 IN_STOCK 4", "2 RAN_LOW 4", "3 SOLD_OUT 0", "4 IN_STOCK 1"]);
        }

        await TestCluster.DropAsync(connection);
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(InventoryHost).Assembly.GetManifestResourceStream("Migrations/" + name)!);
        return reader.ReadToEnd();
    }
}
