using Commerce.Inventory.V1;
using CommerceKata.TestKit;
using Grpc.Core;

namespace CommerceKata.Inventory.Tests;

/// <summary>Everything that changes a count, at random and at once (promise 7).</summary>
internal sealed class HistoryTests : InventoryFixture
{
    private const int Opening = 20;

    /// <summary>
    /// What is on the shelf, held, sold and damaged together never changes but by what comes in; and just what crossed a
    /// line is told.
    /// </summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Random_history_leaves_counts_that_add_up_and_tells_each_crossing_once(int seed)
    {
        await WatchAsync();
        var random = new Random(seed);
        var products = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewProductAsync(Opening, threshold: 10)));
        var came = products.ToDictionary(product => product, _ => new int[1]);
        var orders = Enumerable.Range(0, 60).Select(_ => NewId()).ToArray();
        var histories = Enumerable.Range(0, 600).Select(_ => Step()).ToList();
        await Parallel.ForEachAsync(histories, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (step, _) => await step());

        // Then every order ends: all that was taken is back, and what came is there.
        await Task.WhenAll(orders.Select(order => TellAsync(Ended(order))));
        var lows = 0;
        foreach (var product in products)
        {
            var stock = await StockOfAsync(product);
            (stock.OnHand, stock.Reserved).ShouldBe((Opening + came[product][0], 0));
            lows += await ToldShouldBeWhatCrossedAsync(product);
            await SuggestionShouldFitAsync(product);
        }

        lows.ShouldBePositive();

        Func<Task> Step()
        {
            var order = orders[random.Next(orders.Length)];
            var product = products[random.Next(products.Length)];
            var mine = products.Where((_, at) => (order[^1] + at) % 2 == 0);
            var lines = mine.Select(each => Line(each, 1 + (order[^2] % 3))).ToArray();
            var units = 1 + random.Next(5);
            return random.Next(12) switch
            {
                0 or 1 or 2 => () => UnlessRefusedAsync(ReserveAsync(order, lines)),
                3 => () => UnlessRefusedAsync(Orders.SettleReservationAsync(new() { OrderId = order }).ResponseAsync),
                4 => () => UnlessRefusedAsync(Orders.ReleaseReservationAsync(new() { OrderId = order }).ResponseAsync),
                5 => async () => (await DeliverAsync(Confirmed(order))).ShouldBeOneOf(null, "NOT_FOUND", "RESERVATION_RELEASED", "STOCK_GONE"),
                6 => () => ExpireAsync(order),
                7 => () => Admin.SetThresholdAsync(new() { ProductId = product, Threshold = 4 * units }).ResponseAsync,
                8 => () => AdjustAsync(product, units),
                9 => () => AdjustAsync(product, -6 * units),
                10 => () => ReturnAsync(product, units),
                _ => () => RestockAsync(product, units),
            };
        }

        async Task AdjustAsync(string product, int delta)
        {
            if (await UnlessRefusedAsync(Admin.AdjustStockAsync(new() { ProductId = product, Delta = delta, Reason = "counted" }).ResponseAsync))
                Interlocked.Add(ref came[product][0], delta);
        }

        async Task ReturnAsync(string product, int units)
        {
            var back = new ReturnToStockRequest { ReceiptId = NewId(), Lines = { new Commerce.Inventory.V1.ReturnedLine { ProductId = product, Sellable = units, Damaged = 1 } } };
            await Task.WhenAll(Orders.ReturnToStockAsync(back).ResponseAsync, Orders.ReturnToStockAsync(back).ResponseAsync);
            Interlocked.Add(ref came[product][0], units);
        }

        // Two halves and one too many, at once, each sent twice.
        async Task RestockAsync(string product, int units)
        {
            var order = (await Admin.PlacePurchaseOrderAsync(new() { Line = Line(product, 2 * units) })).PurchaseOrder;
            var receipts = Enumerable.Range(0, 3).Select(_ => new ReceiveGoodsRequest { PurchaseOrderId = order.Id, Quantity = units, ReceiptId = NewId() });
            await Task.WhenAll(receipts.SelectMany(receipt => new[] { receipt, receipt })
                .Select(receipt => UnlessRefusedAsync(Admin.ReceiveGoodsAsync(receipt).ResponseAsync)));
            Interlocked.Add(ref came[product][0], 2 * units);
        }
    }

    /// <summary>Writes every state of every product down, to compare with what the triggers of ours say of it.</summary>
    private Task WatchAsync() => SqlAsync("""
        CREATE TABLE IF NOT EXISTS watched (seq bigint GENERATED ALWAYS AS IDENTITY, product_id uuid, available int, threshold int);
        CREATE OR REPLACE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO watched (product_id, available, threshold) VALUES (NEW.product_id, NEW.on_hand - NEW.reserved, NEW.threshold);
            RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER watch AFTER INSERT OR UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION watch();
        """);

    /// <summary>How often it ran low.</summary>
    private async Task<int> ToldShouldBeWhatCrossedAsync(string product)
    {
        var states = await QueryAsync<int[]>("SELECT ARRAY[available, threshold] FROM watched WHERE product_id = $1::uuid ORDER BY seq", product);
        var lows = states.Zip(states.Skip(1)).Where(pair => !IsLow(pair.First) && IsLow(pair.Second)).Select(pair => (pair.Second[0], pair.Second[1])).ToList();
        (await ToldAsync<StockRanLow>(product)).Select(told => (told.Available, told.Threshold)).ShouldBe(lows, ignoreOrder: true);

        List<bool> sellable = [];
        foreach (var inStock in states.Select(state => state[0] > 0))
        {
            if (sellable.Count == 0 || sellable[^1] != inStock) sellable.Add(inStock);
        }

        (await ToldAsync<AvailabilityChanged>(product)).OrderBy(told => told.Version).Select(told => told.InStock).ShouldBe(sellable);
        return lows.Count;

        static bool IsLow(int[] state) => state[0] < state[1];
    }

    /// <summary>One that is open fills the product up, and none is for a product that is not low.</summary>
    private Task SuggestionShouldFitAsync(string product)
    {
        const string misfits = """
            SELECT count(*) FROM stock s JOIN purchase_order p ON p.product_id = s.product_id AND p.status = 'SUGGESTED'
            WHERE s.product_id = $1::uuid AND (s.on_hand - s.reserved >= s.threshold
                OR p.quantity <> 3 * s.threshold - (s.on_hand - s.reserved)
                - (SELECT COALESCE(sum(quantity - received), 0) FROM purchase_order o
                   WHERE o.product_id = s.product_id AND o.status IN ('PLACED', 'PARTIALLY_RECEIVED')))
            """;
        return Eventually.HoldsAsync(
            async () => (await QueryAsync<long>(misfits, product))[0] == 0, "the suggestion to follow");
    }

    /// <summary>Whether it was done; in a race it may come too late, or too early, or find too few. Nothing else may go wrong.</summary>
    private static async Task<bool> UnlessRefusedAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            return false;
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.InvalidArgument)
        {
            error.Violations().ShouldHaveSingleItem().ShouldBeOneOf("delta", "quantity");
            return false;
        }
    }
}
