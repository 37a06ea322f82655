namespace CommerceKata.Catalog.Import;

/// <summary>Gives new products their slugs: that of the name, and where that is taken, with the SKU, which nothing else has.</summary>
internal static class ImportSlugs
{
    /// <summary>What a line would like, best first.</summary>
    public static IEnumerable<string> Wishes(ImportLine line) =>
        line.SlugGiven ? [line.Product.Slug] : [line.Product.Slug, WithSku(line.Product)];

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

    private static string WithSku(NewProduct product)
    {
        var sku = Catalog.Slug.From(product.Sku);
        var room = Catalog.Slug.MaxLength - sku.Length - 1;
        var name = product.Slug.Length <= room ? product.Slug : product.Slug[..room].TrimEnd('-');
        return $"{name}-{sku}";
    }
}
