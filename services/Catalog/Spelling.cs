using CommerceKata.Catalog.Words;

namespace CommerceKata.Catalog;

/// <summary>A word of the shop that looks like one that was typed.</summary>
/// <param name="Typed">What was typed; no product has it.</param>
/// <param name="Word">What may be meant.</param>
/// <param name="Similarity">How many of their groups of three letters they share: 0 to 1.</param>
internal sealed record AlikeWord(string Typed, string Word, float Similarity);

/// <summary>Which word somebody meant.</summary>
internal static class Spelling
{
    /// <summary>From this length on, two slips are believed; in a shorter word, one.</summary>
    private const int LongWord = 6;

    /// <summary>Shorter ones are too easily taken for each other.</summary>
    private const int ShortestMistyped = 4;

    private const int Shortest = 3;
    private const int Longest = 30;

    /// <summary>Whether somebody may mean it: no number, no size, no run of a script without spaces.</summary>
    public static bool IsWord(Word word) =>
        !word.IsUnspaced && word.Plain.Length is >= Shortest and <= Longest && !char.IsDigit(word.Plain[0]);

    /// <summary>Whether it may be mistyped: long enough to tell, and none of those that are in every text.</summary>
    public static bool MayBeMistyped(Word word) =>
        IsWord(word) && word.Plain.Length >= ShortestMistyped && !StopWords.Contains(word.Plain);

    /// <summary>Each three letters of a word that stand side by side, and how it begins and ends: words alike share many.</summary>
    /// <param name="plain">In its plain form.</param>
    public static string[] Triples(string plain)
    {
        var padded = $"__{plain}_";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(at => padded.Substring(at, 3)).Distinct()];
    }

    /// <summary>The words of a search with the mistyped ones replaced; null when there is nothing better to look for.</summary>
    /// <param name="search">What was typed.</param>
    /// <param name="alike">What each mistyped word may mean.</param>
    public static string? Correct(SearchText search, IEnumerable<AlikeWord> alike)
    {
        var choices = alike.ToLookup(word => word.Typed);
        var text = search.Text;
        // From the end, so that earlier places stay where they are.
        foreach (var typed in search.Words.Select(one => one.Word).OrderByDescending(word => word.Start))
        {
            if (Best(typed.Plain, choices[typed.Plain]) is { } meant)
                text = string.Concat(text.AsSpan(0, typed.Start), meant, text.AsSpan(typed.Start + typed.Length));
        }

        return text == search.Text ? null : text;
    }

    /// <summary>The word that takes the fewest slips to mistype like this; null when all take too many.</summary>
    private static string? Best(string typed, IEnumerable<AlikeWord> alike) => alike
        .Select(choice => (choice.Word, choice.Similarity, Slips: Slips(typed, WordForms.Plain(choice.Word))))
        .Where(choice => choice.Slips <= (typed.Length < LongWord ? 1 : 2))
        // A word that the shop knows is no mistake, though nothing on sale has it now. Hardly anybody mistypes the first letter.
        .OrderBy(choice => choice.Slips).ThenBy(choice => choice.Word[0] != typed[0]).ThenByDescending(choice => choice.Similarity)
        .ThenBy(choice => choice.Word, StringComparer.Ordinal)
        .Select(choice => choice.Word).FirstOrDefault();

    /// <summary>
    /// Letters that were added, left out, replaced, or swapped with their neighbour (optimal string alignment distance).
    /// </summary>
    public static int Slips(string typed, string meant)
    {
        var rows = new int[typed.Length + 1, meant.Length + 1];
        for (var i = 0; i <= typed.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= meant.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            for (var j = 1; j <= meant.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[typed.Length, meant.Length];
    }
}
