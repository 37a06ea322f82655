using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Gateway.Subgraphs.Catalog;

/// <summary>What lines cost at the Catalog's prices of this moment.</summary>
internal static class Pricing
{
    /// <summary>Whether the Catalog sells it: it is there, and not archived.</summary>
    public static bool IsOnSale(this Product? product) => product is { Archived: false };

    /// <summary>All lines together that can be bought: what is not sold any more, or has a price that cannot be charged, does not count.</summary>
    /// <param name="lines">Product UUIDs and quantities.</param>
    /// <param name="products">The products of the lines, as far as there are any.</param>
    /// <param name="currency">The shop's.</param>
    public static Money Total(
        IEnumerable<(string ProductId, int Quantity)> lines, IReadOnlyDictionary<string, Product> products, string currency) =>
        lines
            .Select(line => PriceOf(products.GetValueOrDefault(line.ProductId), currency) * line.Quantity)
            .Aggregate(Money.Zero(currency), (total, line) => line is { } counts ? total + counts : total);

    /// <summary>What a line costs: of a price so high that nobody can buy it, the most that an amount can be.</summary>
    /// <param name="price">Of one unit.</param>
    /// <param name="quantity">Units.</param>
    public static Money LineTotal(Money price, int quantity) =>
        price with { MinorUnits = (long)Int128.Min((Int128)price.MinorUnits * quantity, long.MaxValue) };

    private static Money? PriceOf(Product? product, string currency) =>
        product.IsOnSale() && Money.TryFromProto(product?.Price, out var price) && price.IsPrice && price.Currency == currency ? price : null;
}
