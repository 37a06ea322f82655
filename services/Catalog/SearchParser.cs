using System.Text;
using CommerceKata.Catalog.Words;

namespace CommerceKata.Catalog;

/// <summary>
/// Reads a search as people know it from the web: all words, "a phrase", -without, or. What it makes of it is a tsquery of
/// words that are ready to compare: PostgreSQL takes nothing apart, so that its language and locale do not matter.
/// </summary>
internal static class SearchParser
{
    /// <summary>Reads a text.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="halfTyped">Whether the last word may be half typed.</param>
    public static SearchText Read(string typed, bool halfTyped)
    {
        var text = typed.Normalize(NormalizationForm.FormKC);
        var parts = Parts(text, halfTyped);
        List<string> either = [];
        List<Part> all = [];
        foreach (var part in parts)
        {
            if (part.IsOr) EndAll();
            else all.Add(part);
        }

        EndAll();
        var query = either.Count == 1 ? either[0] : string.Join(" | ", either.Select(one => $"({one})"));
        var only = parts is [{ IsPhrase: false, IsWithout: false, Groups: [[{ IsUnspaced: false } word]] }] ? word : null;
        return new(text, query, "", only is not null, only?.Plain.Length == 1, [.. parts.SelectMany(Mistypable)]);

        void EndAll()
        {
            var said = all.Any(part => !part.IsWithout && !part.IsStopWord) ? all.Where(part => !part.IsStopWord) : all;
            var queries = said.Select(Query).Where(one => one.Length > 0).ToList();
            if (queries.Count > 0) either.Add(string.Join(" & ", queries));
            all = [];
        }
    }

    /// <summary>Whatever stands between spaces or quotes.</summary>
    private static List<Part> Parts(string text, bool halfTyped)
    {
        List<Part> parts = [];
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var isWithout = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (isWithout) at++;
            var isPhrase = IsQuote(text[at]);
            var start = isPhrase ? at + 1 : at;
            var end = start;
            while (end < text.Length && !IsQuote(text[end]) && (isPhrase || !char.IsWhiteSpace(text[end]))) end++;
            var said = text[start..end];
            at = isPhrase ? end + 1 : end;
            var isOr = !isPhrase && !isWithout && parts.Count > 0 && said.Equals("or", StringComparison.OrdinalIgnoreCase) && text[end..].Trim().Length > 0;
            var isLast = !isPhrase && at >= text.Length;
            List<IReadOnlyList<Word>> groups = [.. WordSplitter.Split(said).Select(group => group.Select(word => word with { Start = word.Start + start }).ToList())];
            if (isOr || groups.Count > 0) parts.Add(new(groups, isPhrase, isWithout, isOr, halfTyped && isLast && !isWithout));
        }

        return parts;
    }

    /// <summary>Also those that telephones write.</summary>
    private static bool IsQuote(char character) => character is '"' or '“' or '”' or '„' or '«' or '»';

    private static string Query(Part part)
    {
        var query = part.IsPhrase
            ? Phrase([.. part.Groups.SelectMany(group => group)], isHalfTyped: false)
            : string.Join(" & ", part.Groups.Select((group, at) => Group(group, part.IsHalfTyped && at == part.Groups.Count - 1)));
        return part.IsWithout ? $"!({query})" : query;
    }

    /// <summary>Words that are written together: side by side, or as one.</summary>
    private static string Group(IReadOnlyList<Word> words, bool isHalfTyped)
    {
        var apart = Phrase(words, isHalfTyped);
        if (words.Count == 1 || words.Any(word => word.IsUnspaced)) return apart;
        return $"({Forms(string.Concat(words.Select(word => word.Plain)), null, isHalfTyped)} | ({apart}))";
    }

    private static string Phrase(IReadOnlyList<Word> words, bool isHalfTyped)
    {
        var query = "";
        // How far the next word is from the last one of the query.
        var distance = 0;
        foreach (var (at, word) in words.Index())
        {
            if (word.IsUnspaced)
            {
                var pairs = word.Pairs().ToList();
                // The last character stands alone among the words of a product, where it may begin a pair as well.
                if (pairs.Count > 1) pairs.RemoveAt(pairs.Count - 1);
                foreach (var pair in pairs)
                {
                    Append(word.Places == 1 ? $"{Quoted(pair)}:*" : Quoted(pair));
                    distance = 1;
                }

                distance = word.Places - pairs.Count + 1;
            }
            else
            {
                Append(Forms(word.Plain, word.Exact, isHalfTyped && at == words.Count - 1));
                distance = 1;
            }
        }

        return query;

        void Append(string one) => query += query.Length == 0 ? one : $" <{distance}> {one}";
    }

    /// <summary>A word by its stem; as it is written, where that has accents; and what begins with it, where it may be half typed.</summary>
    private static string Forms(string plain, string? exact, bool isHalfTyped)
    {
        List<string> forms = [Quoted(Stems.Of(plain))];
        if (exact is not null && exact != plain) forms.Add(Quoted(exact));
        if (isHalfTyped) forms.Add($"{Quoted(plain)}:*");
        return forms.Count == 1 ? forms[0] : $"({string.Join(" | ", forms)})";
    }

    /// <summary>A word has letters, digits and marks alone: nothing in it needs an escape.</summary>
    private static string Quoted(string word) => $"'{word}'";

    private static IEnumerable<TypedWord> Mistypable(Part part) => part.IsWithout || part.IsOr
        ? []
        : part.Groups.SelectMany((group, at) => group.Select((word, place) => new TypedWord(word, Forms(
                word.Plain, word.Exact, part.IsHalfTyped && at == part.Groups.Count - 1 && place == group.Count - 1))))
            .Where(typed => Spelling.MayBeMistyped(typed.Word));

    /// <summary>One thing that a search says.</summary>
    /// <param name="Groups">Its words.</param>
    /// <param name="IsPhrase">Whether they stand in quotes.</param>
    /// <param name="IsWithout">Whether no product shall have them.</param>
    /// <param name="IsOr">Whether it is the word "or", between two others.</param>
    /// <param name="IsHalfTyped">Whether its last word may be half typed.</param>
    private sealed record Part(IReadOnlyList<IReadOnlyList<Word>> Groups, bool IsPhrase, bool IsWithout, bool IsOr, bool IsHalfTyped)
    {
        public bool IsStopWord => !IsPhrase && Groups is [[var word]] && StopWords.Contains(word.Plain);
    }
}
