using System.Globalization;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.Options;

namespace CommerceKata.Catalog;

/// <summary>Fills an empty catalog with the demo shop (R1.1): <c>Seed/products.csv</c>.</summary>
internal sealed class CatalogSeed(
    CatalogAdminStore store, TimeProvider time, Currency currency, IOptions<CatalogOptions> options) : ISeeder
{
    private const int LowStockThreshold = 5;

    public async Task SeedAsync(Transaction transaction, CancellationToken cancel)
    {
        const string anything = "SELECT EXISTS (SELECT FROM product) OR EXISTS (SELECT FROM category)";
        const string category = "INSERT INTO category (id, slug, name) VALUES (@Id, @Slug, @Name)";
        if (!options.Value.Seed || await transaction.QuerySingleOrDefaultAsync<bool>(anything, null, cancel)) return;

        var lines = Read();
        foreach (var name in lines.Select(line => line.Category).Distinct())
            await transaction.ExecuteAsync(category, new { Id = Guid.CreateVersion7(), Slug = Slug.From(name), Name = name }, cancel);
        // A minute apart, so that "newest first" has an order to show.
        var created = time.GetUtcNow().UtcDateTime.AddMinutes(-lines.Count);
        foreach (var line in lines)
        {
            created = created.AddMinutes(1);
            var product = new NewProduct(
                Guid.CreateVersion7(), line.Sku, Slug.From(line.Name), line.Name, line.Description, Slug.From(line.Category),
                line.Price, "", line.Stock, LowStockThreshold);
            await store.CreateAsync(transaction, product, slugGiven: false, created, cancel);
        }
    }

    /// <summary>Category;SKU;price in dollars;stock;name;description.</summary>
    private List<Line> Read()
    {
        using var reader = new StreamReader(typeof(CatalogSeed).Assembly.GetManifestResourceStream("Seed/products.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(text => text.Split(';', 6)).Select(cells => new Line(
            cells[0], cells[1], currency.Rough(decimal.Parse(cells[2], CultureInfo.InvariantCulture)),
            int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5]))];
    }

    private sealed record Line(string Category, string Sku, Money Price, int Stock, string Name, string Description);
}
