using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Identity;

/// <summary>
/// Removes guests whose sessions are long over and who never bought: nobody can be them any more, and nothing is theirs. Orders says who
/// bought; they stay, as the ones whose orders these are.
/// </summary>
internal sealed partial class GuestCleaner(
    Database database, OrdersServiceClient orders, IdentityOptions options, TimeProvider time, ILogger<GuestCleaner> log)
    : PeriodicWorker("cleaning guests", TimeSpan.FromHours(1), time, log)
{
    private const int BatchSize = Violations.MaxIds;

    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        while (await CleanAsync((_time.GetUtcNow() - options.KeepGuests).UtcDateTime, stopping) == BatchSize)
        {
        }
    }

    /// <returns>How many guests it looked at.</returns>
    private async Task<int> CleanAsync(DateTime before, CancellationToken cancel)
    {
        const string old = """
            SELECT id FROM account a WHERE role = 'guest' AND NOT is_buyer AND created_at < @before
                AND NOT EXISTS (SELECT FROM session s WHERE s.user_id = a.id)
            ORDER BY created_at LIMIT @BatchSize
            """;
        const string keep = "UPDATE account SET is_buyer = true WHERE id = ANY(@ids)";
        const string remove = "DELETE FROM account WHERE id = ANY(@ids) AND role = 'guest'";
        var guests = await database.QueryAsync<Guid>(old, new { before, BatchSize }, cancel);
        if (guests.Count == 0) return 0;
        var answer = await orders.FilterBuyersAsync(new() { UserIds = { guests.Select(id => id.ToString()) } }, cancellationToken: cancel);
        var buyers = answer.UserIds.Select(Guid.Parse).ToHashSet();
        await database.ExecuteAsync(keep, new { ids = buyers.ToArray() }, cancel);
        var removed = await database.ExecuteAsync(remove, new { ids = guests.Where(id => !buyers.Contains(id)).ToArray() }, cancel);
        if (removed > 0) LogRemoved(removed);
        return guests.Count;
    }

    [LoggerMessage(2, LogLevel.Information, "{Count} guests who never bought were removed")]
    private partial void LogRemoved(int count);
}
