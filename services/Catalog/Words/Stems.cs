using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace CommerceKata.Catalog.Words;

/// <summary>
/// What the forms of an English word have in common: "grinders" and "grinding" have "grind". Words of other languages keep
/// their form. The rules are Snowball's, and beside them the plurals that have none.
/// </summary>
internal static class Stems
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["knives"] = "knife", ["lives"] = "life", ["wives"] = "wife", ["midwives"] = "midwife", ["housewives"] = "housewife",
        ["wolves"] = "wolf", ["shelves"] = "shelf", ["bookshelves"] = "bookshelf", ["leaves"] = "leaf", ["loaves"] = "loaf",
        ["halves"] = "half", ["calves"] = "calf", ["elves"] = "elf", ["scarves"] = "scarf", ["thieves"] = "thief",
        ["sheaves"] = "sheaf", ["hooves"] = "hoof", ["wharves"] = "wharf", ["dwarves"] = "dwarf", ["selves"] = "self",
        ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["people"] = "person", ["feet"] = "foot", ["teeth"] = "tooth",
        ["geese"] = "goose", ["mice"] = "mouse", ["lice"] = "louse", ["oxen"] = "ox", ["dice"] = "die",
        ["cacti"] = "cactus", ["fungi"] = "fungus", ["radii"] = "radius", ["matrices"] = "matrix", ["vertices"] = "vertex",
        ["indices"] = "index", ["axes"] = "axe", ["criteria"] = "criterion", ["phenomena"] = "phenomenon",
    }.ToFrozenDictionary();

    [ThreadStatic]
    private static EnglishStemmer? _stemmer;

    /// <summary>Of a word in its plain form.</summary>
    public static string Of(string plain)
    {
        if (plain.Length < 3 || !plain.All(char.IsAsciiLetterLower)) return plain;
        var stemmer = _stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(Irregular.GetValueOrDefault(plain, plain));
        stemmer.Stem();
        return stemmer.Current;
    }
}
