using CommerceKata.ServiceDefaults;

namespace CommerceKata.Catalog.Import;

/// <summary>A category that is there, or will be when the line is taken that names it first.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name, as it was written first.</param>
internal sealed record KnownCategory(string Slug, string Name);

/// <summary>
/// Finds the category of each line. It is known by its name, without case. Two names may give one slug: then the second is no
/// category, since its products would be listed under the first one's name.
/// </summary>
internal static class ImportCategories
{
    public const string All = "SELECT slug, name FROM category ORDER BY slug";

    /// <summary>Gives each line the slug of its category, or says why it has none.</summary>
    /// <param name="lines">The lines, as they follow each other in the file.</param>
    /// <param name="there">The categories that are there.</param>
    public static (IReadOnlyList<ImportLine> Placed, IReadOnlyList<RefusedLine> Refused) Place(
        IReadOnlyList<ImportLine> lines, IEnumerable<KnownCategory> there)
    {
        // No import makes two of one name. If there are two, the one counts whose slug is the name's.
        var known = there.OrderByDescending(category => category.Slug == Slug.From(category.Name)).ToList();
        var bySlug = known.ToDictionary(category => category.Slug);
        var byName = known.DistinctBy(category => TextForm.Compared(category.Name)).ToDictionary(category => TextForm.Compared(category.Name));
        List<ImportLine> placed = [];
        List<RefusedLine> refused = [];
        foreach (var line in lines)
        {
            var named = new KnownCategory(line.Product.CategorySlug, line.Category);
            if (named.Name.Length == 0) placed.Add(line);
            else if (Find(named) is { } found)
                placed.Add(line with { Category = found.Name, Product = line.Product with { CategorySlug = found.Slug } });
            else refused.Add(new(line.Number, line.Product.Sku, ImportColumns.Category, Clash(named.Slug, bySlug[named.Slug].Name)));
        }

        return (placed, refused);

        KnownCategory? Find(KnownCategory named)
        {
            var name = TextForm.Compared(named.Name);
            if (!byName.ContainsKey(name) && bySlug.TryAdd(named.Slug, named)) byName.Add(name, named);
            return byName.GetValueOrDefault(name);
        }
    }

    private static string Clash(string slug, string name) =>
        $"has the slug {slug}, as the category \"{name}\" has: give one of them another name";
}
