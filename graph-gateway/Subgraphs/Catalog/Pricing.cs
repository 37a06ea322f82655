using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Gateway.Subgraphs.Catalog;

/// <summary>What lines cost at the Catalog's prices of this moment.</summary>
internal static class Pricing
{
    /// <summary>Whether the Catalog sells it: it is there, and not archived.</summary>
    public static bool IsOnSale(this Product? product) => product is { Archived: false };

    /// <summary>All lines together that can be bought: what is not sold any more does not count.</summary>
    /// <param name="lines">Product UUIDs and quantities.</param>
    /// <param name="products">The products of the lines, as far as there are any.</param>
    /// <param name="currency">The shop's, for no lines at all.</param>
    public static Money Total(
        IEnumerable<(string ProductId, int Quantity)> lines, IReadOnlyDictionary<string, Product> products, string currency) =>
        lines.Where(line => products.GetValueOrDefault(line.ProductId).IsOnSale()).Aggregate(
            Money.Zero(currency), (total, line) => total + (Money.FromProto(products[line.ProductId].Price) * line.Quantity));
}
