using CommerceKata.StripeSandbox;
using CommerceKata.TestKit;
using Dapper;
using Npgsql;

namespace CommerceKata.Processes;

/// <summary>
/// What is true, whatever anybody answered: read from the databases, the payment sandbox and the mailbox.
/// </summary>
internal sealed class Ledger(string postgres, SandboxControl sandbox, string mailbox)
{
    static Ledger() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Waits until the seeded products are in stock.</summary>
    public Task StockedAsync() => Eventually.HoldsAsync(
        async () => await ScalarAsync<long>("inventory", "SELECT count(*) FROM stock WHERE on_hand > 0") == 64, "the stock", TimeSpan.FromMinutes(1));

    /// <summary>Waits until nothing is under way: no open order, nothing to deliver, nothing to send.</summary>
    public Task SettledAsync(TimeSpan patience) => Eventually.HoldsAsync(async () => (await UnderWayAsync()).Count == 0, "everything to settle", patience);

    /// <summary>What is under way, for people.</summary>
    public async Task<IReadOnlyList<string>> UnderWayAsync()
    {
        List<string> found = [];
        foreach (var (database, what, sql) in new[]
        {
            ("orders", "orders not at an end", "SELECT count(*) FROM orders WHERE due_at < 'infinity' AND status <> 'AWAITING_PAYMENT'"),
            ("orders", "refunds of returns", "SELECT count(*) FROM order_return WHERE due_at < 'infinity'"),
            ("orders", "events of Orders", "SELECT count(*) FROM outbox"),
            ("billing", "events of Billing", "SELECT count(*) FROM outbox"),
            ("catalog", "events of the Catalog", "SELECT count(*) FROM outbox"),
            ("notifications", "emails", "SELECT count(*) FROM email WHERE status = 'QUEUED'"),
        })
        {
            if (await ScalarAsync<long>(database, sql) is > 0 and var count) found.Add($"{count} {what}");
        }

        return found;
    }

    /// <summary>Every promise that is broken, in words; empty when all hold. Call it when everything has settled.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync()
    {
        List<string> broken = [];
        var orders = await RowsAsync<OrderRow>("orders", """
            SELECT id, number, status, total_minor, refunded_minor, returned_minor,
                (SELECT count(*) FROM order_return r WHERE r.order_id = orders.id AND r.status = 'REFUNDED' AND r.refund_minor > 0) AS refunded_returns
            FROM orders
            """);
        var intents = (await sandbox.StateAsync(CancellationToken.None)).Intents.ToLookup(intent => intent.Metadata["order_id"]);
        var mails = await RowsAsync<(string Subject, string Template, string Status)>("notifications", "SELECT subject, template, status FROM email");
        foreach (var order in orders)
        {
            var charges = intents[order.Id.ToString()].SelectMany(intent => intent.Charges).Where(charge => charge.Paid).ToList();
            var held = intents[order.Id.ToString()].Sum(intent => intent.AmountReceived - intent.AmountRefunded);
            var sold = order.Status is "CONFIRMED" or "SHIPPED" or "DELIVERED" or "RETURNED";
            if (charges.Count > 1) broken.Add($"{order.Number} was charged {charges.Count} times");
            if (held != (sold ? order.TotalMinor - order.RefundedMinor : 0)) broken.Add($"{order.Number} is {order.Status}, and {held} of {order.TotalMinor} is held");
            var sent = mails.Where(mail => mail.Subject.Contains(order.Number, StringComparison.Ordinal)).ToLookup(mail => mail.Template);
            if (sold && sent["order-confirmed"].Count() != 1) broken.Add($"{order.Number} is confirmed, and has {sent["order-confirmed"].Count()} emails");
            if (sent["refund-issued"].Count() != order.RefundedReturns) broken.Add($"{order.Number} has {order.RefundedReturns} refunds, and {sent["refund-issued"].Count()} emails of them");
            if (sold && order.RefundedMinor != order.ReturnedMinor) broken.Add($"{order.Number} has returns of {order.ReturnedMinor}, and refunds of {order.RefundedMinor}");
            if (order.Status is "PENDING") broken.Add($"{order.Number} is half done");
        }

        var known = orders.Select(order => order.Id.ToString()).ToHashSet();
        broken.AddRange(intents.Where(intent => !known.Contains(intent.Key)).Select(intent => $"a payment for {intent.Key}, which is no order"));
        broken.AddRange(await StockAsync(orders));
        broken.AddRange(await MailboxAsync(mails.Count(mail => mail.Status == "SENT")));
        foreach (var database in new[] { "orders", "billing", "catalog" })
        {
            if (await ScalarAsync<long>(database, "SELECT count(*) FROM dead_letter") is > 0 and var dead) broken.Add($"{dead} dead letters of {database}");
        }

        return broken;
    }

    private async Task<IEnumerable<string>> StockAsync(IReadOnlyList<OrderRow> orders)
    {
        List<string> broken = [];
        var off = await ScalarAsync<long>("inventory", """
            SELECT count(*) FROM stock s WHERE on_hand <> (SELECT sum(m.on_hand) FROM stock_movement m WHERE m.product_id = s.product_id)
                OR reserved <> (SELECT COALESCE(sum(l.quantity), 0) FROM reservation r JOIN reservation_line l USING (order_id)
                    WHERE r.status = 'ACTIVE' AND l.product_id = s.product_id)
            """);
        if (off > 0) broken.Add($"{off} stock counts differ from their ledger");
        // Promise 7 across two services: what left the shelves is what Orders sold, product by product.
        var left = await RowsAsync<(Guid Product, long Units)>("inventory", """
            SELECT product_id, -sum(on_hand) FROM stock_movement WHERE reason IN ('SOLD', 'CANCELLED') GROUP BY product_id HAVING sum(on_hand) <> 0
            """);
        var sold = await RowsAsync<(Guid Product, long Units)>("orders", """
            SELECT l.product_id, sum(l.quantity) FROM order_line l JOIN orders o ON o.id = l.order_id
            WHERE o.status IN ('CONFIRMED', 'SHIPPED', 'DELIVERED', 'RETURNED') GROUP BY l.product_id
            """);
        broken.AddRange(left.Except(sold).Concat(sold.Except(left)).Select(row => $"{row.Units} units of {row.Product} left the shelf or were sold, and not both"));
        var back = await RowsAsync<(Guid Product, long Units)>("inventory", """
            SELECT product_id, sum(on_hand + damaged) FROM stock_movement WHERE reason = 'RETURNED' GROUP BY product_id
            """);
        var returned = await RowsAsync<(Guid Product, long Units)>("orders", """
            SELECT product_id, sum(returned) FROM order_line GROUP BY product_id HAVING sum(returned) > 0
            """);
        broken.AddRange(back.Except(returned).Concat(returned.Except(back)).Select(row => $"{row.Units} units of {row.Product} came back or were put back, and not both"));
        var reservations = (await RowsAsync<(Guid Order, string Status)>("inventory", "SELECT order_id, status FROM reservation")).ToDictionary(row => row.Order, row => row.Status);
        foreach (var order in orders)
        {
            var status = reservations.GetValueOrDefault(order.Id);
            var right = order.Status switch
            {
                "CONFIRMED" or "SHIPPED" or "DELIVERED" or "RETURNED" => status == "SETTLED",
                "AWAITING_PAYMENT" => status == "ACTIVE",
                _ => status is null or "CANCELLED" or "RELEASED" or "EXPIRED",
            };
            if (!right) broken.Add($"{order.Number} is {order.Status}, and its reservation {status ?? "missing"}");
        }

        return broken;
    }

    private Task<IEnumerable<string>> MailboxAsync(int sent)
    {
        var files = Directory.Exists(mailbox) ? Directory.GetFiles(mailbox, "*.eml").Length : 0;
        return Task.FromResult<IEnumerable<string>>(files == sent ? [] : [$"{sent} emails are noted as sent, and {files} are in the mailbox"]);
    }

    public async Task<T> ScalarAsync<T>(string database, string sql) => (await RowsAsync<T>(database, sql))[0];

    public async Task<IReadOnlyList<T>> RowsAsync<T>(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return (await connection.QueryAsync<T>(sql)).AsList();
    }

    private sealed record OrderRow(Guid Id, string Number, string Status, long TotalMinor, long RefundedMinor, long ReturnedMinor, long RefundedReturns);
}
