using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Gateway.Subgraphs.Catalog;

/// <summary>What lines cost at the Catalog's prices of this moment.</summary>
internal static class Pricing
{
    /// <summary>All lines together.</summary>
    /// <param name="lines">Product UUIDs and quantities.</param>
    /// <param name="products">At least the products of the lines.</param>
    /// <param name="currency">The shop's, for no lines at all.</param>
    public static Money Total(
        IEnumerable<(string ProductId, int Quantity)> lines, IReadOnlyDictionary<string, Product> products, string currency) =>
        lines.Aggregate(
            Money.Zero(currency), (total, line) => total + (Money.FromProto(products[line.ProductId].Price) * line.Quantity));
}
