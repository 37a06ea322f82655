using System.Security.Cryptography;
using System.Text;

namespace CommerceKata.Catalog.Import;

/// <summary>Gives new products their slugs: that of the name, and where that is taken, with the SKU.</summary>
internal static class ImportSlugs
{
    /// <summary>What a line would like, best first. The last one is free: SKUs such as A-1 and A/1 give one slug, but not one hash.</summary>
    public static IEnumerable<string> Wishes(ImportLine line)
    {
        if (line.SlugGiven) return [line.Product.Slug];
        var withSku = Catalog.Slug.With(line.Product.Slug, Catalog.Slug.From(line.Product.Sku));
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(line.Key));
        return [line.Product.Slug, withSku, Catalog.Slug.With(withSku, Convert.ToHexStringLower(hash)[..8])];
    }

    /// <summary>Gives each line the first slug that is free.</summary>
    /// <param name="lines">New products.</param>
    /// <param name="taken">Which of their wishes are taken.</param>
    public static (IReadOnlyList<ImportLine> Placed, IReadOnlyList<RefusedLine> Refused) Give(
        IReadOnlyList<ImportLine> lines, IEnumerable<string> taken)
    {
        var used = taken.ToHashSet();
        List<ImportLine> placed = [];
        List<RefusedLine> refused = [];
        // Who names a slug goes first: the others can have another.
        foreach (var line in lines.OrderByDescending(line => line.SlugGiven))
        {
            if (Wishes(line).FirstOrDefault(used.Add) is { } slug) placed.Add(line with { Product = line.Product with { Slug = slug } });
            else refused.Add(new(line.Number, line.Product.Sku, ImportColumns.Slug, "is taken"));
        }

        return (placed, refused);
    }
}
