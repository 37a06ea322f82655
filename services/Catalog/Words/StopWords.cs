using System.Collections.Frozen;

namespace CommerceKata.Catalog.Words;

/// <summary>English words that say nothing of a product. They are looked for only where there is nothing else to look for.</summary>
internal static class StopWords
{
    private const string All =
        "a an and are as at be been but by can did do does for from had has have he her hers him his how i if in into is it its "
        + "me my no nor not of off on or our ours out own s she so some such t than that the their theirs them then there these "
        + "they this those to too up was we were what when where which while who whom why will with you your yours";

    private static readonly FrozenSet<string> Words = All.Split(' ').ToFrozenSet();

    public static bool Contains(string plain) => Words.Contains(plain);
}
