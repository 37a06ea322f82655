using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Catalog;

/// <summary>
/// A catalog is in one currency, the shop's. Prices in another could not be added up with delivery, nor be found by a
/// filter; nobody can say
/// what they are in the shop's currency. See ADR 0030.
/// </summary>
internal sealed class PricesInOneCurrency(Currency currency) : IStartCheck
{
    public async Task CheckAsync(Database database, CancellationToken cancel)
    {
        const string there = "SELECT to_regclass('product') IS NOT NULL";
        const string ends = "SELECT min(currency), max(currency) FROM product";
        if (!await database.QuerySingleOrDefaultAsync<bool>(there, null, cancel)) return;
        var (first, last) = await database.QuerySingleOrDefaultAsync<(string? First, string? Last)>(ends, null, cancel);
        if ((first ?? currency.Code) == currency.Code && (last ?? currency.Code) == currency.Code) return;
        var prices = first == last ? first : $"{first} and {last}";
        throw new SettingException(
            $"The catalog has prices in {prices}, but Shop:Currency is {currency.Code}: "
            + "set it to theirs, or use another database.");
    }
}
