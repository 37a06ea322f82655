using System.Globalization;

namespace CommerceKata.Load.Running;

/// <summary>Made-up products: the same for the same number, so that runs can be compared.</summary>
internal static class Wares
{
    private static readonly string[] Materials =
        ["Walnut", "Steel", "Copper", "Linen", "Ceramic", "Leather", "Bamboo", "Glass", "Cotton", "Marble", "Brass", "Cork", "Oak", "Wool", "Slate", "Birch", "Denim", "Enamel", "Felt", "Stone"];

    private static readonly string[] Things =
        ["Kettle", "Grinder", "Lamp", "Notebook", "Backpack", "Chair", "Clock", "Mug", "Blanket", "Planter", "Tray", "Apron", "Speaker", "Knife", "Bottle", "Wallet", "Candle", "Pillow", "Basket", "Mirror",
         "Carafe", "Stool", "Shelf", "Bowl", "Brush", "Pen", "Vase", "Board", "Rug", "Jar"];

    private static readonly string[] Looks = ["Small", "Large", "Classic", "Modern", "Folding", "Tall", "Round", "Compact", "Heavy", "Light"];

    private static readonly string[] Shelves = ["Kitchen", "Office", "Bedroom", "Garden", "Travel", "Workshop", "Bath", "Living Room"];

    /// <summary>What people search for: one word.</summary>
    public static IReadOnlyList<string> Words => Things;

    /// <summary>The slug of a product.</summary>
    /// <param name="number">From 0.</param>
    public static string Slug(int number) => string.Create(CultureInfo.InvariantCulture, $"ware-{number}");

    /// <summary>The lines of a file for the Catalog's import.</summary>
    public static IEnumerable<string> Csv(int count, int stock) => Enumerable.Range(0, count).Select(Line).Prepend("sku,slug,name,description,category,price,initial_stock,low_stock_threshold")
        .Select((line, index) => index == 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{line},{stock},0"));

    private static string Line(int number)
    {
        var (thing, material, look) = (Things[number % Things.Length], Materials[number / Things.Length % Materials.Length], Looks[number / 7 % Looks.Length]);
        var shelf = Shelves[number % Shelves.Length];
        var price = 5 + (number * 37 % 20_000 / 100m);
        return string.Create(CultureInfo.InvariantCulture,
            $"W-{number},{Slug(number)},{look} {material} {thing} {number},\"{look} and made of {Materials[(number + 3) % Materials.Length]}: it goes with everything in the {shelf}.\",{shelf},{price:F2}");
    }
}
