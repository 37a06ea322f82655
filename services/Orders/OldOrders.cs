using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Orders;

/// <summary>
/// Orders keep the currency that they were placed in: they are charged, paid back and shown in it, whatever the shop's
/// is by now (ADR 0030).
/// That the two differ is worth a line at start, since it may be a slip.
/// </summary>
internal sealed partial class OldOrders(Currency currency, ILogger<OldOrders> log) : IStartCheck
{
    public async Task CheckAsync(Database database, CancellationToken cancel)
    {
        const string there = "SELECT to_regclass('orders') IS NOT NULL";
        const string last = "SELECT currency FROM orders ORDER BY placed_at DESC, id DESC LIMIT 1";
        if (!await database.QuerySingleOrDefaultAsync<bool>(there, null, cancel)) return;
        var code = await database.QuerySingleOrDefaultAsync<string>(last, null, cancel);
        if (code is not null && code != currency.Code) LogOther(code, currency.Code);
    }

    [LoggerMessage(
        1, LogLevel.Warning,
        "The last order is in {Code}, and Shop:Currency is {Currency}: old orders keep their currency")]
    private partial void LogOther(string code, string currency);
}
